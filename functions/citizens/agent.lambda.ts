import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { epochSeconds, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { activity } from './activity.adapter.ts';
import * as creation from './agent-api.ts';
import { clusterTable } from './cluster-table.adapter.ts';
import * as correction from './correct-api.ts';
import { correctPerson, declareKin } from './correct-person.ts';
import { createPerson, findAlike } from './create-person.ts';
import { duplicateTable } from './duplicate-table.adapter.ts';
import { linkTable } from './link-table.adapter.ts';
import * as merging from './merge-api.ts';
import { listDuplicates, listMerges, mergePersons, sayDifferent, undoMerge } from './merge-people.ts';
import * as reading from './person-api.ts';
import { personTable } from './person-table.adapter.ts';
import { readJournal } from './read-journal.adapter.ts';
import { listContacts, listExchanges, listReadings, listRequests } from './read-lists.ts';
import { readPerson } from './read-person.ts';
import { readRequestPerson, setRequestPerson } from './request-person.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const agents = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, agents.byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
const { snapshot, append } = requestTable(db, env.REQUESTS_TABLE);
const deps = {
  ...{ people, derivedId, now, epochSeconds },
  said: clusterTable(db, env.CITIZENS_TABLE, people),
  duplicates: duplicateTable(db, env.CITIZENS_TABLE, people),
  links: linkTable(db, env.CITIZENS_TABLE, people),
  journal: readJournal(db, env.CITIZENS_TABLE),
  activity: activity(db, { contacts: env.CONTACTS_TABLE, requests: env.REQUESTS_TABLE }),
  requests: { snapshot, append },
  agent: agents.byLogin,
  prefix: async () => (await authority()).prefix,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(creation.createPerson, createPerson(deps)),
  handle(creation.findAlike, findAlike(deps)),
  handle(reading.readPerson, readPerson(deps)),
  handle(reading.listPersonRequests, listRequests(deps)),
  handle(reading.listPersonContacts, listContacts(deps)),
  handle(reading.listPersonExchanges, listExchanges(deps)),
  handle(reading.listPersonReadings, listReadings(deps)),
  handle(correction.correctPerson, correctPerson(deps)),
  handle(correction.declareKin, declareKin(deps)),
  handle(correction.readRequestPerson, readRequestPerson(deps)),
  handle(correction.setRequestPerson, setRequestPerson(deps)),
  handle(merging.mergePersons, mergePersons(deps)),
  handle(merging.undoMerge, undoMerge(deps)),
  handle(merging.sayDifferent, sayDifferent(deps)),
  handle(merging.listDuplicates, listDuplicates(deps)),
  handle(merging.listMerges, listMerges(deps)),
);
