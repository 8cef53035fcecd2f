import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { accountMail } from '../accounts/mail.ts';
import { accountMailer } from '../accounts/mailer.adapter.ts';
import { when } from '../accounts/messages/fr.ts';
import { largeObject } from '../documents/filing/large-object.adapter.ts';
import { crc, filePlace } from '../follow/file-place.adapter.ts';
import { dayInEnglish, inEnglish } from '../letters/in-english.ts';
import { dayInWords } from '../letters/messages/fr.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, log } from '../shared/aws.adapter.ts';
import { dayIn, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { exportTable } from './export-table.adapter.ts';
import { makeExport } from './make-export.ts';
import { exportMail as english } from './messages/export-en.ts';
import { exportMail as t } from './messages/export-fr.ts';
import { parts } from './parts/all.ts';
import { namesOf, ReadPlaces } from './places.ts';
import { signsOf } from './signs.adapter.ts';
import { tablesOf } from './tables.adapter.ts';

const Env = ReadPlaces.extend({
  SETTINGS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
  CONFIGURATION_SET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const s3 = new S3Client(impatient);
const names = namesOf(env);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const large = (place: { bucket: string; key: string }, type: string) => largeObject(s3, place, type);
const files = filePlace(s3, { buckets: names.buckets, large, newId });
const gone = ['NoSuchKey', 'NotFound', 'NoSuchVersion'];
const inWords = (zone: string, instant: string): string =>
  instant.length === 10 ? dayInWords(instant) : when(dayIn(zone, instant), timeIn(zone, instant));
const encoded = (name: string): string => `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;

const make = makeExport({
  ...{ parts, now, crc, inWords, authority },
  store: tablesOf(db, names.tables),
  signs: signsOf(env.PEPPER_SECRET, impatient),
  exports: exportTable(db, env.PRIVACY_TABLE),
  open: ({ name: _, ...place }) =>
    files.open(place).catch((error: Error) => {
      if (gone.includes(error.name)) return null;
      throw error;
    }),
  place: (key) => large({ bucket: env.DOCUMENTS_BUCKET, key }, 'application/zip'),
  timeIn: (zone, instant) => `${dayIn(zone, instant)} ${timeIn(zone, instant)}`,
  async tell(to, until) {
    const one = await authority();
    const text = t.text(one.name, inWords(one.timeZone, until));
    const url = `${env.PUBLIC_URL}/mon-espace/donnees`;
    const below = inEnglish(env.PUBLIC_URL, url, (page) => english(one.name, dayInEnglish(until), page));
    const said = { to, subject: t.subject, text, url, link: t.link, below, language: 'fr' as const };
    const mail = accountMail(one, said);
    const replyTo = one.mail.inbound[0] ?? one.mail.from;
    const from = { display: encoded(one.name), address: one.mail.from, replyTo };
    const isSent = await accountMailer(new SESv2Client(impatient), env.CONFIGURATION_SET)(mail, from);
    if (!isSent) log('warn', 'export-mail-refused');
  },
});
const Said = z.object({ detail: busEvents['export-asked'] });

/** Somebody asked for everything that is held of them. */
export const handler = async (event: unknown): Promise<void> => {
  const { kind, id, exportId } = Said.parse(event).detail;
  await make({ of: { kind, id }, exportId });
};
