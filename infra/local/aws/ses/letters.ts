import type { Context } from '../../context.ts';
import { deployed } from '../../deployed.ts';
import { record, referenceIn } from './outbox-store.ts';
import { pdfText } from './pdf-text.ts';

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
