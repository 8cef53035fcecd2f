import { createHash } from 'node:crypto';
import * as z from 'zod';
import { citizenMe } from '../accounts/account-api.ts';
import { documentClient, faultOf, impatient, log } from '../shared/aws.adapter.ts';
import { newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { peopleTable } from './people-table.adapter.ts';
import { provider } from './provider.adapter.ts';
import { endsOf } from './session.ts';
import { endSession, finishSession, startSession } from './session-api.ts';
import { sessionTable } from './session-table.adapter.ts';
import { end, finish, start } from './sign-in.ts';

const Env = z.object({
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
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
const secretOf = (SecretId: string) => async (): Promise<string> => {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const secrets = new SecretsManagerClient(impatient);
  return (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '';
};
const callback = (audience: string) => `${env.PUBLIC_URL}/api/session/${audience}/callback`;
const deps = {
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
      scope: 'openid given_name family_name email',
      acr: 'eidas1',
      redirectUri: callback('citizens'),
    }),
  },
  agentByEmail: people.byEmail,
  newSecret,
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  note: (code: string, requestId: string, error: unknown) =>
    log('warn', code, { requestId, ...faultOf(error) }),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(startSession, start(deps)),
  handle(finishSession, finish(deps)),
  handle(endSession, end(deps)),
  handle(citizenMe, async (_input, caller) => {
    const session = await table.citizenSession(caller.cookies);
    if (!session?.citizen) throw new Refusal('unauthenticated');
    const { actingFor = null, ...citizen } = session.citizen;
    const isCertified = citizen.by === 'franceconnect';
    const at = now();
    return {
      ...{ ...citizen, usedName: null, isCertified, isComplete: !!citizen.familyName, actingFor },
      ...{ session: endsOf(session, at), now: at },
    };
  }),
);
