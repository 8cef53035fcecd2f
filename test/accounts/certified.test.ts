import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../functions/agents/caller.ts';
import { provider } from '../../functions/agents/provider.adapter.ts';
import { cookieNames } from '../../functions/agents/session.ts';
import { hashed } from '../../functions/agents/session-table.adapter.ts';
import { finish, leave, start } from '../../functions/agents/sign-in.ts';
import { newSecret } from '../../functions/shared/clock.adapter.ts';
import { type AccountsWorld, accountsWorld, certifiedClaims, siteUrl } from '../support/accounts-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { type Fault, identityProvider } from '../support/identity-provider.ts';

let database: TestDatabase;
let idp: Awaited<ReturnType<typeof identityProvider>>;
let world: AccountsWorld;
let notes: string[];
let deps: Parameters<typeof start>[0];
beforeAll(async () => {
  [database, idp] = await Promise.all([testDatabase(), identityProvider(certifiedClaims())]);
});
beforeEach(async () => {
  idp.state.fault = 'none';
  notes = [];
  world = await accountsWorld(database);
  const citizens = provider({
    ...{ issuer: idp.issuer, clientId: 'parvis', secret: async () => 'a-secret', acr: 'eidas1' },
    ...{ scope: 'openid given_name family_name', certifies: { acr: ['eidas1', 'eidas2', 'eidas3'] } },
    ...{ isStrict: true, redirectUri: `${siteUrl}/api/session/citizens/callback`, afterwards: `${siteUrl}/` },
  });
  deps = {
    ...{ table: world.table, providers: { agents: citizens, citizens }, newSecret, hash: hashed },
    agentByEmail: async () => null,
    citizens: { signedIn: world.table.citizenSession, enter: world.certified },
    note: (code) => void notes.push(code),
  };
});
afterAll(() => {
  database.stop();
  idp.stop();
});
type Somebody = ReturnType<AccountsWorld['person']>;
const params = { audience: 'citizens' as const };
const callerOf = (someone: Somebody): Caller => ({ kind: 'anonymous', requestId: 'r', ...someone.from() });
const begin = async (someone: Somebody, query: { to?: string; join?: '1'; login_hint?: string } = {}) => {
  const left = await start(deps)({ params, query, headers: undefined, body: undefined }, someone.from());
  someone.hold(left.cookies);
  return left.location;
};
const come = async (someone: Somebody, query: Record<string, string>) => {
  const back = await finish(deps)({ params, query, headers: {}, body: undefined }, callerOf(someone));
  someone.hold(back.cookies);
  return back.location;
};
const through = async (someone: Somebody, query: { to?: string; join?: '1' } = {}) =>
  come(someone, idp.agree(await begin(someone, query)));

describe('signing in with FranceConnect', () => {
  it('asks exactly what its documentation lists, with long state and nonce', async () => {
    const address = new URL(await begin(world.person(), { login_hint: 'x' }));
    expect([...address.searchParams.keys()].toSorted()).toEqual(
      ['acr_values', 'client_id', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].toSorted(),
    );
    for (const name of ['state', 'nonce'])
      expect(address.searchParams.get(name)?.length).toBeGreaterThanOrEqual(32);
  });

  it('opens the account of the identity, where the person was', async () => {
    const someone = world.person();
    expect(await through(someone, { to: '/mon-espace/coffre' })).toBe('/mon-espace/coffre');
    const me = await world.account.me(undefined, await someone.caller());
    expect(me).toMatchObject({ familyName: 'DUBOIS', isCertified: true, by: 'franceconnect' });
  });

  it.each<Fault>([
    ...([
      'other-nonce',
      'other-audience',
      'forged-token',
      'forged-userinfo',
      'other-person',
      'expired',
    ] as const),
    ...(['unsigned-userinfo', 'endless-userinfo', 'userinfo-for-anybody', 'weak'] as const),
  ])('refuses an identity with %s, and opens nothing', async (fault) => {
    idp.state.fault = fault;
    const someone = world.person();
    expect(await through(someone)).toMatch(/^\/connexion\?error=sign-in-failed/);
    expect(await someone.accountId()).toBeNull();
    expect(await database.all(world.names.accounts)).toEqual([]);
  });

  it('is good once, and only in the browser where it began: nobody is signed in to another’s account', async () => {
    const [victim, thief] = [world.person(), world.person()];
    const answer = idp.agree(await begin(thief));
    expect(await come(victim, answer)).toContain('sign-in-failed');
    expect(await victim.accountId()).toBeNull();
    const again = idp.agree(await begin(thief));
    await come(thief, again);
    expect(await come(thief, again)).toContain('sign-in-failed');
  });

  it('says kindly that the person went back, and keeps where they were going', async () => {
    const someone = world.person();
    const state = new URL(await begin(someone, { to: '/mon-espace/foyer' })).searchParams.get('state') ?? '';
    expect(await come(someone, { state, error: 'access_denied' })).toBe(
      '/connexion?error=cancelled&to=%2Fmon-espace%2Ffoyer',
    );
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%0d%0aset-cookie:x',
    'javascript:alert(1)',
  ])('never leaves the site for "%s"', async (to) => {
    const arrived = await through(world.person(), { to });
    expect(new URL(arrived, siteUrl).origin).toBe(siteUrl);
    expect(arrived).not.toMatch(/[\r\n]/);
  });

  it('joins the account that asked, and no other when somebody else came in between', async () => {
    const someone = world.person();
    await someone.byCode('angela@courriel.example');
    const mine = await someone.accountId();
    expect(await through(someone, { to: '/mon-espace/securite', join: '1' })).toBe('/mon-espace/securite');
    expect(await someone.accountId()).toBe(mine);
    const shared = world.person();
    await shared.byCode('first@courriel.example');
    const answer = idp.agree(await begin(shared, { join: '1' }));
    await shared.byCode('second@courriel.example');
    expect(await come(shared, answer)).toContain('sign-in-failed');
  });

  it('says so when the identity cannot be that of the account', async () => {
    const paul = world.person();
    await paul.byCode('paul@courriel.example');
    const { version } = await world.account.read(undefined, await paul.caller());
    const said = { version, givenName: 'Paul', familyName: 'Girard', usedName: null, birth: null };
    const body = { ...said, phone: null, address: null, language: 'fr' as const };
    const none = { params: undefined, query: undefined, headers: undefined };
    await world.account.write({ ...none, body }, await paul.caller());
    expect(await through(paul, { join: '1' })).toContain('error=other-person');
  });

  it('is left with the token it gave, back to the home page; a code needs no such thing', async () => {
    const someone = world.person();
    await through(someone);
    const out = await leave(deps)(undefined, callerOf(someone));
    const address = new URL(out.location ?? '');
    expect([address.pathname, address.searchParams.get('post_logout_redirect_uri')]).toEqual([
      '/session/end',
      `${siteUrl}/`,
    ]);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect(address.searchParams.get('state')?.length).toBeGreaterThanOrEqual(32);
    expect([await someone.accountId(), out.cookies?.[0]]).toEqual([
      null,
      expect.stringContaining('Max-Age=0'),
    ]);
    expect(out.cookies?.[0]).toContain(cookieNames.citizens);
    const byCode = world.person();
    await byCode.byCode('lea@courriel.example');
    expect((await leave(deps)(undefined, callerOf(byCode))).location).toBeNull();
  });
});
