import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { personTable } from '../citizens/person-table.adapter.ts';
import { readJournal } from '../citizens/read-journal.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { mandateTable } from './mandate-table.adapter.ts';
import { accountFor, accountOf } from './represented.ts';
import * as serve from './serve-agent.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const table = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const accounts = accountTable(db, env.ACCOUNTS_TABLE);
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: '' });
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const deps = {
  ...{ table, newId, now, dayIn },
  mandates: mandateTable(db, { mandates: env.MANDATES_TABLE, sessions: env.SESSIONS_TABLE }),
  sheets: async (person: string) => (await people.read(person)).members,
  accountOf: accountOf(accounts),
  makeAccount: accountFor(accounts, now),
  noteReading: readJournal(db, env.CITIZENS_TABLE).note,
  sign: lateSigner(env.PEPPER_SECRET, 'mandate'),
  letterUrl: async (key: string) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }),
  timeZone: async () => (await authority()).timeZone,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(api.listPersonMandates, serve.listPersonMandates(deps)),
  handle(api.recordMandate, serve.recordMandate(deps)),
  handle(api.listMandateLetters, serve.listMandateLetters(deps)),
  handle(api.markMandateLetterPosted, serve.markMandateLetterPosted(deps)),
  handle(api.helpAtDesk, serve.helpAtDesk(deps)),
  handle(api.endForPerson, serve.endForPerson(deps)),
);
