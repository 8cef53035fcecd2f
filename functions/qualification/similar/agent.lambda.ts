import * as z from 'zod';
import { peopleTable } from '../../agents/people-table.adapter.ts';
import { sessionTable } from '../../agents/session-table.adapter.ts';
import { similarRequests } from '../../instruction/course-api.ts';
import { requestTable } from '../../requests/request-table.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient, lazily } from '../../shared/aws.adapter.ts';
import { dayIn, now } from '../../shared/clock.adapter.ts';
import { handle, http } from '../../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { markMember } from './mark-member.ts';
import { listOfWaves, oneWave, type ReadDeps, waveOfRequest } from './read-waves.ts';
import { sentBefore } from './sent-before.ts';
import { similarTable } from './similar-table.adapter.ts';
import { waveTable } from './wave-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SIMILAR_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const { load, append, snapshot, openedBy } = requestTable(db, env.REQUESTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const index = similarTable(db, env.SIMILAR_TABLE);
const deps = {
  ...{ waves: waveTable(db, env.SIMILAR_TABLE), authority, snapshot, now },
  again: (request, agent) => sentBefore({ index, openedBy, snapshot }, request, agent),
} satisfies ReadDeps;
/** Waves are looked at often and grouped seldom: what groups is loaded by the first. */
const grouping = lazily(async () => {
  const [{ groupMembers }, { procedureTable }, secrets] = await Promise.all([
    import('./group-wave.ts'),
    import('../../procedures/procedure-table.adapter.ts'),
    import('../../requests/secrets.adapter.ts'),
  ]);
  const { derivedId, newSalt, sha256 } = secrets;
  return groupMembers({
    ...{ ...deps, load, append, derivedId, newSalt, dayIn, hash: sha256, publicUrl: env.PUBLIC_URL },
    procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  });
});

const finding = lazily(async () => {
  const { similarTo } = await import('./similar-requests.ts');
  return similarTo({ ...deps, index });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listWaves, listOfWaves(deps)),
  handle(api.readWave, oneWave(deps)),
  handle(api.readWaveOf, waveOfRequest(deps)),
  handle(api.groupWave, async (input, caller) => (await grouping())(input, caller)),
  handle(api.leaveWave, markMember({ ...deps, append })),
  handle(similarRequests, async (input, caller) => (await finding())(input, caller)),
);
