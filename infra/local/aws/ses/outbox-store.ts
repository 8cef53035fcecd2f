import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';

/** Under which name or number it left, and how many texts the carrier bills. */
export type SentSms = { from: string | null; parts: number; alphabet: 'gsm-7' | 'ucs-2' };
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
  /** Of a mail, by lower-case name: what an answer to it needs (message-id, reply-to…). */
  readonly headers?: Record<string, string>;
  /** Of a text message. */
  readonly sms?: SentSms;
};
export type File = {
  name: string;
  contentType: string;
  size: number;
  bucket?: string;
  key?: string;
};
type Outgoing = Omit<Sent, 'attachments' | 'at'> & {
  /** Now, by default. */
  readonly at?: Date;
  readonly files: File[];
  readonly raw?: Buffer;
};

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
    (sent.at ?? clock.now()).getTime(),
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

/** A text message. Answers its id. */
export function recordSms(ctx: Context, to: string, text: string, sms?: SentSms): string {
  const id = randomUUID();
  record(ctx, {
    ...{ id, kind: 'sms', to, subject: '', text, files: [], requestReference: referenceIn(text) },
    raw: sms && Buffer.from(JSON.stringify(sms)),
  });
  return id;
}
