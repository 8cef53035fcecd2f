import * as z from 'zod';
import { peopleTable } from '../../agents/people-table.adapter.ts';
import { sessionTable } from '../../agents/session-table.adapter.ts';
import { procedureTable } from '../../procedures/procedure-table.adapter.ts';
import { boardTable } from '../../requests/board-table.adapter.ts';
import { requestTable } from '../../requests/request-table.adapter.ts';
import { sha256 } from '../../requests/secrets.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient, lazily } from '../../shared/aws.adapter.ts';
import { dayIn, now } from '../../shared/clock.adapter.ts';
import { handle, http } from '../../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { distributionTable } from './distribution-table.adapter.ts';
import { readDistribution, readShared } from './read-distribution.ts';
import { workloadTable } from './workload-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const workload = workloadTable(db, env.REQUESTS_TABLE);
const common = {
  ...distributionTable(db, { people: env.PEOPLE_TABLE, requests: env.REQUESTS_TABLE }),
  ...{ agentsOf: people.ofDepartment, agent: people.byLogin, put: people.put },
  ...{ workload, newest: workload.newest, board: boardTable(db, env.REQUESTS_TABLE) },
  ...{ authority: authorityReader(db, env.SETTINGS_TABLE), now, dayIn },
};
/** The page is read far more often than anything is moved. */
const acts = lazily(async () => {
  const [{ moveShared }, { saveRules, saveWork }, { tryRules }] = await Promise.all([
    import('./move-requests.ts'),
    import('./save-rules.ts'),
    import('./try-rules.ts'),
  ]);
  const { load, append } = requestTable(db, env.REQUESTS_TABLE);
  const { read: procedure, current } = procedureTable(db, env.PROCEDURES_TABLE);
  const isProcedure = async (id: string) => (await current(id)) !== undefined;
  const deps = { ...common, load, append, procedure, isProcedure, hash: sha256 };
  return {
    move: moveShared(deps),
    rules: saveRules(deps),
    work: saveWork(deps),
    trial: tryRules(deps),
  };
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readDistribution, readDistribution(common)),
  handle(api.listShared, readShared(common)),
  handle(api.moveShared, async (input, caller) => (await acts()).move(input, caller)),
  handle(api.saveRules, async (input, caller) => (await acts()).rules(input, caller)),
  handle(api.tryRules, async (input, caller) => (await acts()).trial(input, caller)),
  handle(api.saveWork, async (input, caller) => (await acts()).work(input, caller)),
);
