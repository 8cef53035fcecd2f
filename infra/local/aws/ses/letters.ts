import { inflateSync } from 'node:zlib';
import type { Context } from '../../context.ts';
import { deployed } from '../../deployed.ts';
import { record, referenceIn } from './outbox-store.ts';

/** Where the product puts letters that wait for the printer, with what they are about in percent-encoded metadata. */
const FOLDER = 'letters/';
const DOCUMENTS = 'Documents';

/** Brings the letters written since the last time into the outbox. The same object written again is the same letter. */
export function collectLetters(ctx: Context): void {
  const bucket = deployed(ctx, 'AWS::S3::Bucket', DOCUMENTS)[0]?.ref;
  if (!bucket) return;
  const known = ctx.db.prepare('SELECT 1 FROM ses_outbox WHERE id = ?');
  for (const { key, lastModified } of ctx.runtime.s3.list(bucket, FOLDER))
    if (!known.get(letterId(bucket, key))) recordLetter(ctx, { bucket, key, at: lastModified });
}

/** A letter to print, whose pages are an object; what is not said is read from its metadata. Answers its id. */
function recordLetter(
  ctx: Context,
  letter: {
    bucket: string;
    key: string;
    at?: Date;
    to?: string;
    subject?: string;
    text?: string;
    requestReference?: string;
  },
): string {
  const { bucket, key } = letter;
  const object = ctx.runtime.s3.get(bucket, key);
  const about = (name: string) => decodeURIComponent(object?.metadata[name] ?? '');
  const name = key.split('/').at(-1) ?? key;
  const id = letterId(bucket, key);
  record(ctx, {
    id,
    at: letter.at,
    kind: 'letter',
    to: letter.to ?? about('to'),
    subject: letter.subject ?? about('subject'),
    text: letter.text ?? (object ? pdfText(object.body) : ''),
    files: [
      {
        name,
        contentType: object?.contentType ?? 'application/pdf',
        size: object?.body.length ?? 0,
        bucket,
        key,
      },
    ],
    requestReference: letter.requestReference ?? (about('reference') || referenceIn(key)),
  });
  return id;
}

const letterId = (bucket: string, key: string): string =>
  `letter-${bucket}-${key}`.replace(/[^A-Za-z0-9.-]+/g, '-');

/**
 * The text of a PDF in the standard fonts, line by line, as our own letters are drawn; empty for what is drawn otherwise.
 * Enough to read a letter in the outbox without opening it, and at once, where a PDF engine would have to be waited for.
 */
function pdfText(pdf: Buffer): string {
  const lines: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at)) {
    const start = pdf.indexOf('\n', at + 1) + 1;
    const end = pdf.indexOf('endstream', start);
    if (end < 0) break;
    for (const [, array = ''] of inflated(pdf.subarray(start, end)).matchAll(/\[([^\]]*)\] TJ/g)) {
      const hex = [...array.matchAll(/<([0-9a-f]*)>/gi)].map(([, digits]) => digits).join('');
      lines.push(new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')));
    }
    at = end;
  }
  return lines.join('\n');
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
