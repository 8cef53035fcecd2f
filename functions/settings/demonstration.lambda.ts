import { createHash, randomBytes } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { agendaTable } from '../appointments/agenda-table.adapter.ts';
import { appointmentTable } from '../appointments/appointment-table.adapter.ts';
import { demonstrate } from '../appointments/demonstrate.ts';
import { deskTable } from '../appointments/desk-table.adapter.ts';
import { appointmentId } from '../appointments/ids.adapter.ts';
import { presenceBy } from '../appointments/presence.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { codeMaker } from '../letters/code-table.adapter.ts';
import { drawLetter } from '../letters/letter-pdf.adapter.ts';
import { book } from '../payments/book.adapter.ts';
import { DemonstratedPayments, owe } from '../payments/demonstrated.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId, newSalt, sha256 } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { letterTable } from '../signatures/letter-table.adapter.ts';
import { submit } from '../signatures/submit-letter.ts';
import { verificationCode } from '../signatures/verification-code.ts';
import { customResource } from './custom-resource.adapter.ts';
import { Demonstration } from './demonstration.ts';
import { putLetter } from './put-letter.ts';
import { Seed } from './seed.ts';
import { settingsTable } from './settings-table.adapter.ts';
import { tell } from './tell.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PAYMENTS_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const s3 = new S3Client(impatient);
const db = documentClient();
const requests = requestTable(db, env.REQUESTS_TABLE, env.SEARCH_TABLE);
const settings = settingsTable(db, env.SETTINGS_TABLE);
const people = peopleTable(db, env.PEOPLE_TABLE);
const files = objects(s3);
const letters = submit({
  ...{ dayIn, now, newSalt, derivedId, hash: sha256, publicUrl: env.PUBLIC_URL, draw: drawLetter },
  append: requests.append,
  load: requests.load,
  letters: letterTable(db, env.REQUESTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  templates: settings.letters,
  logo: settings.logo,
  everybody: people.everybody,
  delegations: people.delegations,
  claim: () => Promise.reject(new Error('an invented letter has no attachment')),
  keep: (key, content, type) => files.write({ bucket: env.DOCUMENTS_BUCKET, key }, content, type),
  codeOf: codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
  newCode: () => verificationCode(randomBytes(20)),
  hashOf: (bytes) => createHash('sha256').update(bytes).digest('hex'),
});
const use = tell({
  requests,
  putLetter: putLetter({ load: requests.load, submit: letters }),
  contacts: contactTable(db, env.CONTACTS_TABLE),
  hash: sha256,
  publicUrl: env.PUBLIC_URL,
  dayIn,
  now,
});
/** Agents give these: no seat is counted, nothing is signed. */
const unsigned = async () => () => '';
const comeAndSee = demonstrate({
  ...{ now, appointmentId, sign: unsigned },
  agenda: agendaTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  presence: presenceBy(people.byLogin, now),
  desks: deskTable(db, env.APPOINTMENTS_TABLE),
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
});
const Properties = z.object({ Bucket: z.string(), Key: z.string() });

/** Custom resource of an invented authority: writes its invented requests, once. */
export const handler = customResource(
  (properties) => Properties.parse(properties),
  async ({ Bucket, Key }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const file = JSON.parse((await Body?.transformToString()) ?? '');
    const seed = Seed.parse(file);
    const end = await use(seed, Demonstration.parse(file.demonstration));
    const { payments, families } = book(db, env.PAYMENTS_TABLE, seed.authority.timeZone);
    const owed = DemonstratedPayments.optional().parse(file.demonstratedPayments);
    if (owed) await owe({ payments, families, now, derivedId })(owed);
    await comeAndSee();
    await end();
  },
);
