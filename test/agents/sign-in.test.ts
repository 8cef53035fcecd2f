import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../functions/agents/caller.ts';
import { peopleTable } from '../../functions/agents/people-table.adapter.ts';
import { provider } from '../../functions/agents/provider.adapter.ts';
import { cookieNames, cookieValue, isAlive, pathOf, type Session } from '../../functions/agents/session.ts';
import { sessionTable } from '../../functions/agents/session-table.adapter.ts';
import { end, finish, start } from '../../functions/agents/sign-in.ts';
import { newSecret } from '../../functions/shared/clock.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { type Fault, identityProvider } from '../support/identity-provider.ts';
import { anAgent } from '../support/request-world.ts';

type World = Awaited<ReturnType<typeof world>>;
let database: TestDatabase;
let idp: Awaited<ReturnType<typeof identityProvider>>;
let one: World;
const publicUrl = 'http://127.0.0.1:3150';

const world = async () => {
  const people = peopleTable(database.db, await database.table());
  await people.put([anAgent({ email: 'Paul.Girard@val-clair.example' })]);
  const name = await database.table();
  const table = sessionTable(database.db, name, people.byLogin);
  const given = {
    issuer: idp.issuer,
    clientId: 'parvis',
    secret: async () => 'a-secret',
    redirectUri: `${publicUrl}/api/session/agents/callback`,
  };
  const same = provider({ ...given, scope: 'openid email' });
  const notes: string[] = [];
  const deps = {
    table,
    providers: { agents: same, citizens: same },
    agentByEmail: people.byEmail,
    // Accounts of citizens have their own promises (test/accounts).
    citizens: { signedIn: table.citizenSession, enter: async () => [] },
    newSecret,
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    note: (code: string) => notes.push(code),
  };
  return { table, name, notes, start: start(deps), finish: finish(deps), end: end(deps) };
};
beforeAll(async () => {
  database = await testDatabase();
  idp = await identityProvider({
    sub: 'p-1',
    email: 'paul.girard@VAL-CLAIR.example',
    given_name: 'Paul',
    family_name: 'Girard',
  });
});
beforeEach(async () => {
  one = await world();
  idp.state.fault = 'none';
});
afterAll(() => {
  database.stop();
  idp.stop();
});

type Audience = 'agents' | 'citizens';
const none = { headers: undefined, body: undefined };
const begin = (audience: Audience = 'agents', query: { to?: string; login_hint?: string } = {}) =>
  one.start({ ...none, params: { audience }, query }, { cookies: [] });
const kept = (cookies: string[] | undefined) => (cookies ?? []).map((line) => line.split(';')[0] ?? '');
const come = (query: Record<string, string>, cookies: string[], audience: Audience = 'agents') => {
  const caller: Caller = { kind: 'anonymous', requestId: 'r', address: '192.0.2.1', cookies };
  return one.finish({ ...none, headers: {}, params: { audience }, query }, caller);
};
const through = async (audience: Audience = 'agents', query: { to?: string } = {}) => {
  const left = await begin(audience, query);
  return come(idp.agree(left.location), kept(left.cookies), audience);
};

describe('signing in', () => {
  it('opens a session behind a cookie that no script reads, and comes back where the agent was', async () => {
    const back = await through('agents', { to: '/agents/demandes/VC-2026-000123-W?onglet=notes' });
    expect(back.location).toBe('/agents/demandes/VC-2026-000123-W?onglet=notes');
    const [line = ''] = back.cookies ?? [];
    expect(line).toMatch(
      /^__Host-parvis-agent=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
    expect(await one.table.sessions.agent(kept(back.cookies))).toMatchObject({ login: 'paul.girard' });
    expect(await one.table.sessions.citizen(kept(back.cookies))).toBeNull();
    const secret = cookieValue(kept(back.cookies), cookieNames.agents) ?? '?';
    expect(JSON.stringify(await database.all(one.name))).not.toContain(secret);
  });

  it('asks the provider with a proof key, long state and nonce, and the hint', async () => {
    const { searchParams } = new URL((await begin('agents', { login_hint: 'paul girard&x=1' })).location);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('login_hint')).toBe('paul girard&x=1');
    for (const name of ['state', 'nonce']) expect(searchParams.get(name)?.length).toBeGreaterThanOrEqual(32);
  });

  it.each<[string, Fault]>([
    ['another nonce', 'other-nonce'],
    ['a token for another site', 'other-audience'],
    ['a token signed by a stranger', 'forged-token'],
    ['an identity signed by a stranger', 'forged-userinfo'],
    ['the identity of another person', 'other-person'],
    ['a token that has expired', 'expired'],
  ])('refuses %s', async (_, fault) => {
    idp.state.fault = fault;
    const back = await through();
    expect(back.location).toBe('/agents/connexion?error=sign-in-failed');
    expect(await one.table.sessions.agent(kept(back.cookies))).toBeNull();
  });

  it('is good once, and only in the browser where it began', async () => {
    const left = await begin();
    const answer = idp.agree(left.location);
    expect((await come(answer, [])).location).toContain('sign-in-failed');
    const again = await begin();
    const second = idp.agree(again.location);
    expect((await come(second, kept(again.cookies))).location).toBe('/agents/');
    expect((await come(second, kept(again.cookies))).location).toContain('sign-in-failed');
    expect((await come({ state: 'invented', code: 'x' }, kept(again.cookies))).location).toContain(
      'sign-in-failed',
    );
  });

  it('shows a clear page to somebody who is no agent here', async () => {
    const stranger = await identityProvider({ sub: 'p-2', email: 'nobody@example.org' });
    const before = idp;
    idp = stranger;
    one = await world();
    expect((await through()).location).toBe('/agents/connexion?error=unknown-agent');
    expect(one.notes).toEqual(['unknown-agent']);
    idp = before;
    stranger.stop();
  });

  it('ends on the server: the cookie opens nothing any more', async () => {
    const cookies = kept((await through()).cookies);
    const caller: Caller = { kind: 'anonymous', requestId: 'r', address: '192.0.2.1', cookies };
    const left = await one.end({ ...none, params: { audience: 'agents' }, query: undefined }, caller);
    expect(left.cookies[0]).toContain('Max-Age=0');
    expect(await one.table.sessions.agent(cookies)).toBeNull();
  });

  it('is noted while it serves, and forgotten with its end', async () => {
    const cookies = kept((await through()).cookies);
    const [item] = (await database.all(one.name)).filter(({ sk }) => sk === 'SESSION') as {
      pk: string;
      session: Session;
    }[];
    if (!item) throw new Error('no session');
    const earlier = new Date(Date.now() - 10 * 60_000).toISOString();
    const older = { ...item, session: { ...item.session, seenAt: earlier } };
    await database.db.send(new PutCommand({ TableName: one.name, Item: older }));
    expect(await one.table.sessions.agent(cookies)).not.toBeNull();
    const [after] = (await database.all(one.name)).filter(({ sk }) => sk === 'SESSION') as {
      session: Session;
    }[];
    expect(after && after.session.seenAt > earlier).toBe(true);
  });

  it('ends by itself when idle or old', () => {
    const session = {
      audience: 'agents' as const,
      startedAt: '2026-04-02T08:00:00.000Z',
      seenAt: '2026-04-02T10:00:00.000Z',
    };
    expect(isAlive(session, '2026-04-02T11:59:00.000Z')).toBe(true);
    expect(isAlive(session, '2026-04-02T12:01:00.000Z')).toBe(false);
    expect(isAlive({ ...session, seenAt: '2026-04-02T19:59:00.000Z' }, '2026-04-02T20:01:00.000Z')).toBe(
      false,
    );
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x',
    '',
  ])('never leaves the site for "%s"', (to) => {
    expect(pathOf(to, 'agents')).toBe('/agents/');
  });
});
