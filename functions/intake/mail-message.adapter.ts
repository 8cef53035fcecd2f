import { createHash } from 'node:crypto';
import { decodeTransfer } from './mime/transfer.ts';
import { type Message, readMessage } from './read-message.ts';

export type ReadMail = Omit<Message, 'leaves' | 'isCut'> & {
  /** Hash of what the mail says, which no relay changes: headers, boundaries and encodings may differ. */
  bodyHash: string;
};

const longestHead = 64 * 1024;
const nothing = { text: '', html: '', links: [], files: [], report: null };

/** Reads a raw mail; one that breaks the reader still gives its body's hash and the headers that can be made out. */
export function readMail(raw: Uint8Array): ReadMail {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  try {
    const { leaves, isCut, ...message } = readMessage(bytes.toString('latin1'));
    // One at a time: all of them decoded would not fit beside the mail.
    const contents = leaves
      .values()
      .map(({ body, headers }) => decodeTransfer(body, headers.get('content-transfer-encoding') ?? ''));
    return { ...message, bodyHash: isCut ? hashOf([bodyOf(bytes)]) : hashOf(contents) };
  } catch {
    return readHead(raw);
  }
}

/** Only what the headers say, for a mail that breaks the reader, or whoever runs it. */
export function readHead(raw: Uint8Array): ReadMail {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const { leaves: _, isCut: __, ...head } = readMessage(headOf(bytes));
  return { ...head, ...nothing, notes: ['unreadable'], bodyHash: hashOf([bodyOf(bytes)]) };
}

/** Each part is hashed first, so that no two lists of parts run together. */
const hashOf = (parts: Iterable<Uint8Array>): string => {
  const whole = createHash('sha256');
  for (const part of parts) whole.update(createHash('sha256').update(part).digest());
  return whole.digest('hex');
};

/** Where the header ends; where the mail does when it has no body. */
const endOfHead = (bytes: Buffer): number => {
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => bytes.indexOf(mark)).filter((at) => at >= 0);
  return ends.length > 0 ? Math.min(...ends) : bytes.length;
};
const bodyOf = (bytes: Buffer): Buffer => bytes.subarray(endOfHead(bytes));
/** As a message of one part, whatever it was. */
const headOf = (bytes: Buffer): string =>
  bytes
    .subarray(0, Math.min(endOfHead(bytes), longestHead))
    .toString('latin1')
    .replace(/^content-/gim, 'x-content-');
