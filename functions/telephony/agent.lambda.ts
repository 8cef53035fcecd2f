import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { foldPersons } from '../citizens/cluster.ts';
import { identKey } from '../citizens/items.ts';
import { linkTable } from '../citizens/link-table.adapter.ts';
import { personTable } from '../citizens/person-table.adapter.ts';
import { readJournal } from '../citizens/read-journal.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { callTable } from './call-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { household } from './household.ts';
import { noticeTable } from './notice-table.adapter.ts';
import { currentCall, listCallBacks, readCallBack } from './read-desk.ts';
import { readStatistics } from './read-statistics.ts';
import { listNotices, setNotice } from './set-notice.ts';
import { tryBack } from './try-call-back.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const table = callTable(db, env.CONTACTS_TABLE);
const desk = deskTable(db, env.CONTACTS_TABLE);
const persons = personTable(db, { citizens: env.CITIZENS_TABLE, search: '' });
const links = linkTable(db, env.CITIZENS_TABLE, persons);
const journal = readJournal(db, env.CITIZENS_TABLE);
const deps = {
  ...{ now, dayIn, timeIn, table, desk, calls: table, noteCurrent: desk.noteCurrent },
  notices: noticeTable(db, env.SETTINGS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  household: household({
    async holders(number) {
      const found = await persons.gather(await persons.holdersOf(identKey('phone', number), 20));
      return found.map(({ members }) => ({
        sheets: members.map(({ id }) => id),
        person: foldPersons(members),
      }));
    },
    requestsOf: async (sheets, limit) => (await links.page(sheets, 'request', limit)).links,
    snapshot: requestTable(db, env.REQUESTS_TABLE).snapshot,
    note: (sheets, { agent }) =>
      journal.note(sheets, { at: now(), by: `agent:${agent.login}`, reason: 'call', reference: null }),
  }),
  pause: (tries: number) => wait(Math.random() * 20 * 2 ** Math.min(tries, 5)),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readCurrentCall, currentCall(deps)),
  handle(api.listCallBacks, listCallBacks(deps)),
  handle(api.readCallBack, readCallBack(deps)),
  handle(api.tryCallBack, tryBack(deps)),
  handle(api.readCallStatistics, readStatistics(deps)),
  handle(api.listNotices, listNotices(deps)),
  handle(api.setNotice, setNotice(deps)),
);
