import { fileTypeFromBuffer } from 'file-type';
import type { FileKind } from './file-kind.ts';
import { kindOf } from './file-kind.ts';
import { isModestZip } from './modest-zip.adapter.ts';

/** Enough for every signature but those of office files, which lie within a zip. */
export const sniffLength = 64 * 1024;

/**
 * Kind of a file by its first bytes (or all of them: an office file shows itself further on, and only as a whole, since it is
 * looked through for what would not fit when somebody opens it).
 */
export async function sniff(name: string, bytes: Uint8Array): Promise<FileKind> {
  // A cut zip makes the detection throw; what cannot be recognised is unknown, not a fault.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = kindOf(name, { mime: found?.mime, head: bytes.subarray(0, 4096) });
  return kind.kind === 'office' && !isModestZip(bytes) ? { kind: 'unknown' } : kind;
}
