import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { known } from '../citizens/known.adapter.ts';
import { promisedOn } from '../deadlines/rules.ts';
import { codeTable } from '../letters/code-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { deadlinesOf } from '../requests/facts.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { rulesOf } from '../requests/rules.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, faultOf, log } from '../shared/aws.adapter.ts';
import { dayIn, epochSeconds, now, timeIn } from '../shared/clock.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { answerFlow } from './answer-flow.ts';
import type { News } from './call-news.ts';
import { callTable } from './call-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { askedIn, FlowEvent } from './flow.ts';
import { noticeTable } from './notice-table.adapter.ts';
import { type SpokenRequest, speakStatus } from './speak-status.ts';
import { takeNews } from './take-news.ts';
import { tryTable } from './try-table.adapter.ts';

/** MAIN_REGION: where the authority's tables are; this function is beside the phone system. */
const Env = z.object({
  MAIN_REGION: z.string(),
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient(env.MAIN_REGION);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const people = known(db, env.CITIZENS_TABLE);
const { load } = requestTable(db, env.REQUESTS_TABLE);
const procedure = procedureTable(db, env.PROCEDURES_TABLE).read;
const codes = codeTable(db, env.REQUESTS_TABLE);
const tries = tryTable(db, env.CONTACTS_TABLE);
const take = takeNews({
  ...{ now, dayIn, timeIn, authority },
  table: callTable(db, env.CONTACTS_TABLE),
  noteCurrent: deskTable(db, env.CONTACTS_TABLE).noteCurrent,
  pause: (times) => wait(Math.random() * 20 * 2 ** Math.min(times, 5)),
});

const unlessAbsent = (error: unknown): null => {
  if (error instanceof Refusal && error.code === 'not-found') return null;
  throw error;
};

async function spoken(reference: string): Promise<SpokenRequest | null> {
  const whole = await load(reference).catch(unlessAbsent);
  if (!whole) return null;
  const { request } = whole;
  const { procedure: id, procedureRevision, receivedOn } = request;
  const [place, personId, made] = await Promise.all([
    authority(),
    request.person ?? people.personOf('request', reference),
    id ? procedure(id, procedureRevision ?? undefined) : null,
  ]);
  const person = personId ? await people.person(personId) : null;
  const dayOf = (instant: string) => dayIn(place.timeZone, instant);
  const rules = rulesOf(made, place);
  const commitment = deadlinesOf(whole, rules, { day: dayOf(now()), dayOf }).find(
    ({ kind }) => kind === 'commitment',
  );
  return {
    ...{ state: request.state, department: request.department },
    birthYear: person?.birth?.value.slice(0, 4) ?? null,
    promisedOn: request.answer ? null : (commitment?.due ?? promisedOn(receivedOn, rules)),
  };
}

/** A caller waits: what is noted may fail or take its time, the events will say it again. */
const longestNoteMs = 1_200;
async function note(contactId: string, news: News): Promise<void> {
  const noted = take(contactId, [news]).catch((error: unknown) =>
    log('error', 'call-not-noted', { contactId, ...faultOf(error) }),
  );
  await Promise.race([noted, wait(longestNoteMs)]);
}

const answer = answerFlow({
  ...{ authority, note, now, dayIn },
  notices: noticeTable(db, env.SETTINGS_TABLE).all,
  status: speakStatus({
    authority,
    request: spoken,
    referenceOf: async (digits) => (await codes.find(digits))?.reference ?? null,
    countTry: (kind, value) => tries.count(kind, value, now().slice(0, 10), epochSeconds()),
  }),
});

/** One step of the flow that callers go through. */
export const handler = (event: unknown) => answer(askedIn(FlowEvent.parse(event)));
