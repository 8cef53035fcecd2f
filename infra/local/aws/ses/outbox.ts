import PostalMime from 'postal-mime';
import type { Context } from '../../context.ts';
import { collectLetters } from './letters.ts';
import { headersOf } from './message-headers.ts';
import type { File, Sent } from './outbox-store.ts';

// Whoever reads the outbox finds here what fills it, too.
export { openOutbox, recordSms } from './outbox-store.ts';
export type { Sent };

/** Headers stand in the first bytes of a message. */
const headLength = 16_384;
const shown = [
  ...['message-id', 'reply-to', 'in-reply-to', 'references', 'auto-submitted'],
  ...['list-unsubscribe', 'list-unsubscribe-post'],
];
/** What an answer is made of. */
const shownHeaders = (head: Buffer): Record<string, string> =>
  Object.fromEntries(
    headersOf(head).flatMap(({ name, value }) =>
      shown.includes(name.toLowerCase()) ? [[name.toLowerCase(), value] as const] : [],
    ),
  );

const shownHead = (kind: string, head: Buffer): Pick<Sent, 'headers' | 'sms'> =>
  kind === 'sms' ? { sms: JSON.parse(head.toString()) } : { headers: shownHeaders(head) };

/** Everything sent, oldest first. */
export function outbox(ctx: Context): Sent[] {
  collectLetters(ctx);
  const { db, origin } = ctx;
  const rows = db
    .prepare(
      `SELECT id, at, kind, recipient, subject, text, html, files, reference, substr(raw, 1, ${headLength}) AS head
         FROM ses_outbox ORDER BY at, seq`,
    )
    .all();
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(Number(row.at)).toISOString(),
    kind: row.kind as Sent['kind'],
    to: String(row.recipient),
    subject: String(row.subject),
    text: String(row.text),
    ...(row.html === null ? {} : { html: String(row.html) }),
    attachments: (JSON.parse(String(row.files)) as File[]).map(({ name, contentType, size }, index) => ({
      name,
      contentType,
      size,
      url: `${origin}/local/outbox/${encodeURIComponent(String(row.id))}/attachments/${index}`,
    })),
    ...(row.reference === null ? {} : { requestReference: String(row.reference) }),
    ...(row.head === null ? {} : shownHead(String(row.kind), Buffer.from(row.head as Uint8Array))),
  }));
}

/** The `index`th attachment of what was sent; undefined when there is none. */
export async function attachment(
  ctx: Context,
  id: string,
  index: number,
): Promise<{ name: string; contentType: string; body: Buffer } | undefined> {
  const row = ctx.db.prepare('SELECT files, raw FROM ses_outbox WHERE id = ?').get(id);
  const file = row && (JSON.parse(String(row.files)) as File[])[index];
  if (!row || !file) return undefined;
  const { name, contentType } = file;
  if (file.bucket && file.key) {
    const object = ctx.runtime.s3.get(file.bucket, file.key);
    return object && { name, contentType, body: object.body };
  }
  const parsed = await PostalMime.parse(Buffer.from(row.raw as Uint8Array));
  const content = parsed.attachments[index]?.content;
  return content === undefined ? undefined : { name, contentType, body: Buffer.from(content as Uint8Array) };
}

/** The message as it left, headers included, for the tools page; undefined when there is none. */
export function rawMessage({ db }: Context, id: string): Buffer | undefined {
  const row = db.prepare('SELECT raw FROM ses_outbox WHERE id = ?').get(id);
  return row?.raw ? Buffer.from(row.raw as Uint8Array) : undefined;
}
