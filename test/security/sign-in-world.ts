import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller } from '../../functions/agents/caller.ts';
import { peopleTable } from '../../functions/agents/people-table.adapter.ts';
import { provider } from '../../functions/agents/provider.adapter.ts';
import { hashed, sessionTable } from '../../functions/agents/session-table.adapter.ts';
import { finish, type SignInDeps, start } from '../../functions/agents/sign-in.ts';
import { newSecret } from '../../functions/shared/clock.adapter.ts';
import { accountsWorld, certifiedClaims } from '../support/accounts-world.ts';
import { testDatabase } from '../support/dynamo.ts';
import { identityProvider } from '../support/identity-provider.ts';
import { anAgent } from '../support/request-world.ts';

export type SignInWorld = Awaited<ReturnType<typeof signInWorld>>;
const site = 'http://127.0.0.1:3150';

/** One of the two sign-ins as it is wired, before a provider that lies as it is told. */
export const signInWorld = async (audience: 'agents' | 'citizens') => {
  const database = await testDatabase();
  const strangersAsked: string[] = [];
  const strange = createServer((request, response) => {
    strangersAsked.push(request.url ?? '');
    response.end('{"keys":[]}');
  });
  await new Promise<void>((resolve) => strange.listen(0, '127.0.0.1', resolve));
  const strangePlace = `http://127.0.0.1:${(strange.address() as AddressInfo).port}`;
  const person =
    audience === 'agents' ? { sub: 'p-1', email: 'paul.girard@val-clair.example' } : certifiedClaims();
  const idp = await identityProvider(person, { strange: strangePlace, strangersAsked });
  const given = {
    ...{ issuer: idp.issuer, clientId: 'parvis', secret: async () => 'a-secret' },
    redirectUri: `${site}/api/session/${audience}/callback`,
  };
  const one =
    audience === 'agents'
      ? provider({ ...given, scope: 'openid email', asksHow: true })
      : provider({
          ...{
            ...given,
            scope: 'openid given_name family_name',
            acr: 'eidas1',
            isStrict: true,
            afterwards: `${site}/`,
          },
          certifies: { acr: ['eidas1', 'eidas2', 'eidas3'] },
        });
  const accounts = await accountsWorld(database);
  const people = peopleTable(database.db, await database.table());
  await people.put([anAgent({ email: 'paul.girard@val-clair.example' })]);
  const table =
    audience === 'agents'
      ? sessionTable(database.db, await database.table(), people.byLogin)
      : accounts.table;
  const deps: SignInDeps = {
    ...{ table, providers: { agents: one, citizens: one }, newSecret, hash: hashed, note: () => undefined },
    agentByEmail: people.byEmail,
    citizens: { signedIn: table.citizenSession, enter: accounts.certified },
  };
  const params = { audience };
  return {
    idp,
    /** The whole way, to whatever cookies the browser is given at its end. */
    async signIn(): Promise<{ cookies: string[]; location: string }> {
      const left = await start(deps)(
        { params, query: {}, headers: undefined, body: undefined },
        { cookies: [] },
      );
      const cookies = (left.cookies ?? []).map((line) => line.split(';')[0] ?? '');
      const caller: Caller = { kind: 'anonymous', requestId: 'r', address: '192.0.2.1', cookies };
      const query = idp.agree(left.location);
      const back = await finish(deps)({ params, query, headers: {}, body: undefined }, caller);
      return { cookies: back.cookies ?? [], location: back.location };
    },
    stop() {
      database.stop();
      idp.stop();
      strange.close();
    },
  };
};
