import { createHash } from 'node:crypto';
import PostalMime, { type Address, addressParser, decodeWords } from 'postal-mime';
import { htmlText } from './html-text.ts';
import type { MailHeaders } from './mail-verdict.ts';

export type MailAttachment = { name: string; bytes: Uint8Array };
export type ReadMail = {
  isReadable: boolean;
  messageId: string;
  from: { name: string | null; address: string | null };
  subject: string;
  text: string;
  headers: MailHeaders;
  attachments: MailAttachment[];
  /** Hash of what the mail says, which no relay changes: headers, boundaries and encodings may differ. */
  bodyHash: string;
};

const mostAttachments = 50;
const longestHeader = 64 * 1024;

/** Reads a raw mail; one that breaks the parser still gives its body's hash and the headers that can be made out. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const { head, body } = halves(raw);
  try {
    const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 50 });
    const headers: MailHeaders = {};
    for (const { key, value } of mail.headers) headers[key] ??= value.slice(0, 2_000);
    const kept = mail.attachments.filter(({ related }) => !related).slice(0, mostAttachments);
    return {
      isReadable: true,
      messageId: mail.messageId ?? '',
      from: mailbox(mail.from),
      subject: mail.subject ?? '',
      text: (mail.text?.trim() || htmlText(mail.html ?? '')).trim(),
      headers,
      attachments: kept.map(({ filename, mimeType, content }) => ({
        name: filename ?? (mimeType === 'message/rfc822' ? 'message.eml' : 'document'),
        bytes: bytesOf(content),
      })),
      bodyHash: hashOf(
        mail.text ?? '',
        mail.html ?? '',
        ...mail.attachments.map((one) => bytesOf(one.content)),
      ),
    };
  } catch {
    const headers = headersOf(head);
    return {
      isReadable: false,
      messageId: headers['message-id'] ?? '',
      from: mailbox(addressParser(headers.from ?? '', { flatten: true })[0]),
      subject: decodeWords(headers.subject ?? ''),
      text: '',
      headers,
      attachments: [],
      bodyHash: hashOf(body),
    };
  }
}

const bytesOf = (content: string | ArrayBuffer | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'base64') : new Uint8Array(content);

/** Each part is hashed first, so that no two lists of parts run together. */
const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const whole = createHash('sha256');
  for (const part of parts) whole.update(createHash('sha256').update(part).digest());
  return whole.digest('hex');
};

const mailbox = (address: Address | undefined) => ({
  name: address?.name || null,
  address: address?.address?.toLowerCase() || null,
});

function halves(raw: Uint8Array): { head: string; body: Uint8Array } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0);
  const split = end.length > 0 ? Math.min(...end) : bytes.length;
  return {
    head: bytes.subarray(0, Math.min(split, longestHeader)).toString('utf8'),
    body: bytes.subarray(split),
  };
}

function headersOf(head: string): MailHeaders {
  const headers: MailHeaders = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers[line.slice(0, colon).toLowerCase()] ??= line
        .slice(colon + 1)
        .trim()
        .slice(0, 2_000);
  }
  return headers;
}
