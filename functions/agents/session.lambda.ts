import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, faultOf, lazily, log } from '../shared/aws.adapter.ts';
import { epochSeconds, newId, newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { peopleTable } from './people-table.adapter.ts';
import { provider } from './provider.adapter.ts';
import { endSession, finishSession, leaveCitizen, startSession } from './session-api.ts';
import { hashed, sessionTable } from './session-table.adapter.ts';
import { end, finish, leave, type SignInDeps, start } from './sign-in.ts';

const Env = z.object({
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  SETTINGS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
  AGENT_ISSUER: z.string(),
  AGENT_CLIENT_ID: z.string(),
  AGENT_SECRET: z.string(),
  CITIZEN_ISSUER: z.string(),
  CITIZEN_CLIENT_ID: z.string(),
  CITIZEN_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const table = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const secretOf = (id: string) => async (): Promise<string> =>
  (await import('../letters/pepper-key.adapter.ts')).readSecret(id);
const callback = (audience: string) => `${env.PUBLIC_URL}/api/session/${audience}/callback`;
/** Pivot identity, name of use and address: what the authority is entitled to, nothing more. */
const identity = 'given_name family_name birthdate gender birthplace birthcountry preferred_username email';
const levels = ['eidas1', 'eidas2', 'eidas3'];
/** Agents sign in here too: what makes and finds accounts of citizens is loaded by the first of these. */
const citizens = lazily(async () => {
  const [accounts, accesses, persons, duplicates, clusters, tells, open, joins, enters, certifies, settles] =
    await Promise.all([
      import('../accounts/account-table.adapter.ts'),
      import('../accounts/access-table.adapter.ts'),
      import('../citizens/person-table.adapter.ts'),
      import('../citizens/duplicate-table.adapter.ts'),
      import('../citizens/cluster-table.adapter.ts'),
      import('../accounts/tell.adapter.ts'),
      import('../accounts/open-account.ts'),
      import('../accounts/join.ts'),
      import('../accounts/enter.ts'),
      import('../accounts/enter-certified.ts'),
      import('../accounts/settle-joined.ts'),
    ]);
  const access = accesses.accessTable(db, env.ACCOUNTS_TABLE);
  const register = persons.personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
  const opening = {
    ...{ newId, now, epochSeconds, people: register },
    accounts: accounts.accountTable(db, env.ACCOUNTS_TABLE),
    duplicates: duplicates.duplicateTable(db, env.CITIZENS_TABLE, register),
    clusters: clusters.clusterTable(db, env.CITIZENS_TABLE, register),
  };
  const authority = authorityReader(db, env.SETTINGS_TABLE);
  const { newDevice } = tells.teller(authority, env.CONFIGURATION_SET, env.PUBLIC_URL);
  const clock = { newSecret, now, epochSeconds };
  return certifies.enterCertified({
    openByFranceConnect: open.openByFranceConnect(opening),
    joinFranceConnect: joins.joinFranceConnect(opening),
    settleJoined: settles.settleJoined({ table, access }),
    enter: enters.enter({ table, access, ...clock, hash: hashed, tellNewDevice: newDevice }),
  });
});
const deps: SignInDeps = {
  table,
  providers: {
    agents: provider({
      issuer: env.AGENT_ISSUER,
      clientId: env.AGENT_CLIENT_ID,
      secret: secretOf(env.AGENT_SECRET),
      scope: 'openid email',
      asksHow: true,
      redirectUri: callback('agents'),
    }),
    citizens: provider({
      issuer: env.CITIZEN_ISSUER,
      clientId: env.CITIZEN_CLIENT_ID,
      secret: secretOf(env.CITIZEN_SECRET),
      scope: `openid ${identity}`,
      acr: 'eidas1',
      certifies: { acr: levels },
      isStrict: true,
      redirectUri: callback('citizens'),
      afterwards: `${env.PUBLIC_URL}/`,
    }),
  },
  agentByEmail: people.byEmail,
  citizens: {
    signedIn: table.citizenSession,
    enter: async (...given) => (await citizens())(...given),
  },
  newSecret,
  hash: hashed,
  note: (code, requestId, error) => log('warn', code, { requestId, ...faultOf(error) }),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(startSession, start(deps)),
  handle(finishSession, finish(deps)),
  handle(endSession, end(deps)),
  handle(leaveCitizen, leave(deps)),
);
