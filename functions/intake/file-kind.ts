import { acceptedUploads } from './public-api.ts';

/** What the first bytes say, found by the adapter: `mime` when the signature is known. */
export type Sniffed = { mime: string | undefined; head: Uint8Array };
export type FileKind =
  | { kind: 'pdf' | 'image' | 'office' | 'text'; contentType: string }
  | { kind: 'executable' | 'unknown' | 'empty' };

const executables = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-executable',
  'application/vnd.microsoft.portable-executable',
  'application/x-ms-shortcut',
  'application/java-vm',
  'application/java-archive',
  'application/wasm',
]);
/** Text that a computer runs or a browser draws when somebody opens it. */
const runnable =
  /\.(exe|bat|cmd|com|scr|msi|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|hta|jar|sh|lnk|reg|html?|xhtml|svg|php)$/i;

const startsWith = (head: Uint8Array, text: string) =>
  [...text].every((letter, index) => head[index] === letter.charCodeAt(0));

/** Text has no zero byte and no other control character than those that lay it out. */
const isText = (head: Uint8Array) =>
  head.every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13 || byte === 12 || byte === 27);

/** The kind of a file by its content; its name can only make it worse, never better. */
export function kindOf(name: string, { mime, head }: Sniffed): FileKind {
  if (head.length === 0) return { kind: 'empty' };
  if (
    (mime && executables.has(mime)) ||
    startsWith(head, 'MZ') ||
    startsWith(head, '#!') ||
    runnable.test(name)
  )
    return { kind: 'executable' };
  if (mime === 'application/pdf') return { kind: 'pdf', contentType: mime };
  if (mime && includes(acceptedUploads.image, mime)) return { kind: 'image', contentType: mime };
  if (mime && includes(acceptedUploads.office, mime)) return { kind: 'office', contentType: mime };
  if (!mime && isText(head)) return { kind: 'text', contentType: 'text/plain' };
  return { kind: 'unknown' };
}

const includes = (list: readonly string[], mime: string) => list.includes(mime);
