import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { alert } from '../delivery/alert.adapter.ts';
import { automaticTable } from '../delivery/automatic-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import {
  derivedId,
  hashTrackingCode,
  newSalt,
  newTrackingCode,
  sha256,
} from '../requests/secrets.adapter.ts';
import { waitTable } from '../requests/wait-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { advance } from './advance.ts';
import { distribute, finds } from './distribution/distribute.ts';
import { distributionTable } from './distribution/distribution-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const people = peopleTable(db, env.PEOPLE_TABLE);
const shares = distributionTable(db, { people: env.PEOPLE_TABLE, requests: env.REQUESTS_TABLE });
const Input = z.object({
  reference: z.string(),
  failed: z.array(z.string()),
  startedAt: z.string(),
  round: z.number(),
});
const automatic = automaticTable(db, env.REQUESTS_TABLE);
const use = advance({
  ...{ answers: automatic.answers, answersWrites: automatic.answersWrites },
  alert: alert('AutomaticAnswersWithheld'),
  ...{ load, append, newId, newSalt, now, timeIn, dayIn, derivedId, newTrackingCode, hashTrackingCode },
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  agent: people.byLogin,
  agentsOf: people.ofDepartment,
  rules: shares.rules,
  finds: finds({ ...shares, agentsOf: people.ofDepartment, now }),
  distribute: distribute({ ...shares, append, agentsOf: people.ofDepartment, now }),
  renew: waitTable(db, env.REQUESTS_TABLE).renew,
  hash: sha256,
  publicUrl: env.PUBLIC_URL,
});

/** One look of the machine: `{reference, failed, startedAt, round}` gives what to deliver, how long to wait, or the end. */
export const handler = (input: unknown) => use(Input.parse(input));
