import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Context } from '../../context.ts';

export type Sent = {
  readonly id: string;
  /** UTC ISO 8601, by the virtual clock. */
  readonly at: string;
  readonly kind: 'email' | 'sms' | 'letter';
  /** Addresses separated by `, `; a number; a name and postal address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: {
    readonly name: string;
    readonly contentType: string;
    readonly size: number;
    readonly url: string;
  }[];
  readonly requestReference?: string;
};
type File = {
  name: string;
  contentType: string;
  size: number;
  bucket?: string;
  key?: string;
  versionId?: string;
};
export type Outgoing = Omit<Sent, 'attachments' | 'at'> & { readonly files: File[]; readonly raw?: Buffer };

/** Two or three capitals, year, six digits, check letter; the letter may be missing. */
const REFERENCE = /\b[A-Z]{2,3}-\d{4}-\d{6}(?:-[A-Y])?\b/;

export const referenceIn = (text: string): string | undefined => REFERENCE.exec(text)?.[0];

/** Must run before anything is sent or listed. */
export function openOutbox({ db }: Context): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS ses_outbox(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, at INTEGER NOT NULL,
      kind TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT, files TEXT NOT NULL,
      reference TEXT, raw BLOB);`);
}

/** Keeps what leaves; the same id again changes nothing. */
export function record({ db, clock }: Context, sent: Outgoing): void {
  const files = JSON.stringify(sent.files);
  db.prepare(
    `INSERT OR IGNORE INTO ses_outbox(id, at, kind, recipient, subject, text, html, files, reference, raw)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sent.id,
    clock.now().getTime(),
    sent.kind,
    sent.to,
    sent.subject,
    sent.text,
    sent.html ?? null,
    files,
    sent.requestReference ?? null,
    sent.raw ?? null,
  );
}

/** A letter to print, whose pages are an object. Recorded once per version of the object. Answers its id. */
export function recordLetter(
  ctx: Context,
  letter: {
    bucket: string;
    key: string;
    versionId?: string;
    to: string;
    subject: string;
    text?: string;
    requestReference?: string;
  },
): string {
  const { bucket, key, versionId, ...said } = letter;
  const object = ctx.runtime.s3.get(bucket, key, versionId);
  const id = `letter-${bucket}-${key}-${versionId ?? ''}`.replace(/[^A-Za-z0-9.-]+/g, '-');
  const name = key.split('/').at(-1) ?? key;
  const files = [
    {
      name,
      contentType: object?.contentType ?? 'application/pdf',
      size: object?.body.length ?? 0,
      bucket,
      key,
      versionId,
    },
  ];
  const requestReference = said.requestReference ?? referenceIn(`${said.subject} ${key}`);
  record(ctx, {
    id,
    kind: 'letter',
    to: said.to,
    subject: said.subject,
    text: said.text ?? '',
    files,
    requestReference,
  });
  return id;
}

/** A text message. Answers its id. */
export function recordSms(ctx: Context, to: string, text: string): string {
  const id = randomUUID();
  record(ctx, { id, kind: 'sms', to, subject: '', text, files: [], requestReference: referenceIn(text) });
  return id;
}

/** Everything sent, oldest first. */
export function outbox({ db, origin }: Context): Sent[] {
  const rows = db
    .prepare(
      'SELECT id, at, kind, recipient, subject, text, html, files, reference FROM ses_outbox ORDER BY seq',
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
    const object = ctx.runtime.s3.get(file.bucket, file.key, file.versionId);
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
