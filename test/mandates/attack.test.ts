import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Account, newAccount } from '../../functions/accounts/account.ts';
import type { Citizen } from '../../functions/agents/caller.ts';
import { cookieNames } from '../../functions/agents/session.ts';
import { hashed, sessionTable } from '../../functions/agents/session-table.adapter.ts';
import { listOwnRequests } from '../../functions/follow/citizen-api.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { actFor } from '../../functions/mandates/act.ts';
import * as api from '../../functions/mandates/citizen-api.ts';
import { endCode, offerSecret } from '../../functions/mandates/code.ts';
import { moveMandates } from '../../functions/mandates/joined.ts';
import { mandateTable } from '../../functions/mandates/mandate-table.adapter.ts';
import { endByCode } from '../../functions/mandates/public-api.ts';
import * as serve from '../../functions/mandates/serve-citizen.ts';
import { endMandateByCode } from '../../functions/mandates/serve-public.ts';
import { takeWord } from '../../functions/mandates/take-word.ts';
import { listPayments } from '../../functions/payments/public-api.ts';
import { listSafe } from '../../functions/safe/safe-api.ts';
import type { InputOf, Operation } from '../../functions/shared/api.ts';
import { dayIn, newId, now } from '../../functions/shared/clock.adapter.ts';
import { handle, http } from '../../functions/shared/http.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const publicUrl = 'https://val-clair.example';
const sign = signer('a pepper of the tests', 'mandate');
const person = (id: string, change: Partial<Account> = {}): Account => ({
  ...newAccount(id, `p-${id}`, '2026-11-01T08:00:00.000Z'),
  ...{ givenName: id, familyName: 'Marchand', email: `${id}@example.org` },
  ...change,
});
const accounts = Object.fromEntries(
  ['odile', 'camille', 'hugo', 'zoe'].map((id) => [id, person(id)] as const),
) as Record<string, Account>;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const open = async () => {
  const [mandatesName, sessionsName] = [await database.table(), await database.table()];
  const table = sessionTable(database.db, sessionsName, async () => null);
  const mandates = mandateTable(database.db, { mandates: mandatesName, sessions: sessionsName });
  const deps = {
    ...{ mandates, table, newId, now, dayIn },
    account: async (id: string) => accounts[id] ?? null,
    sheets: async () => [],
    sign: async () => sign,
    timeZone: async () => 'Europe/Paris',
    sessionId: (cookies: readonly string[]) => hashed(cookies[0]?.split('=')[1] ?? ''),
    countCall: async () => 1,
  };
  const said = async () => ({ requests: [], next: null, isSeeking: false, now: now() });
  const door = http(
    { publicUrl, sessions: table.sessions },
    handle(api.offerMandate, serve.offerMandate(deps)),
    handle(api.endMandate, serve.endMandate(deps)),
    handle(api.answerOffer, serve.answerOffer(deps)),
    handle(api.actFor, actFor(deps)),
    handle(listOwnRequests, said),
    handle(listSafe, async () => ({}) as never),
    handle(listPayments, async () => ({ payments: [], next: null, test: true, now: now() })),
    handle(endByCode, endMandateByCode(deps)),
  );
  const signIn = async (account: string, change: Partial<Citizen> = {}) => {
    const { person: sheet, givenName, familyName, email } = accounts[account] as Account;
    const citizen: Citizen = { account, person: sheet, givenName, familyName, email, by: 'code', ...change };
    const cookie = `${cookieNames.citizens}=${await table.begin({ audience: 'citizens', citizen })}`;
    /** Calls as this browser would; answers the code of the refusal, or the body. */
    return async <O extends Operation>(operation: O, input: Partial<InputOf<O>> = {}) => {
      const { params = {}, body } = input as { params?: Record<string, string>; body?: unknown };
      const rawPath = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
      const event = {
        ...{ rawPath, rawQueryString: '', cookies: [cookie], isBase64Encoded: false },
        headers: { 'x-parvis-csrf': '1', 'content-type': 'application/json' },
        requestContext: { requestId: 'r', http: { method: operation.method, sourceIp: '192.0.2.1' } },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const answer = await door(event as never, {} as never);
      const reply = answer.body ? JSON.parse(answer.body) : {};
      return (answer.statusCode ?? 0) < 400 ? reply : reply.code;
    };
  };
  /** Odile lets Camille act, who accepts. */
  const given = async (scope: string[], until = '2026-12-31') => {
    const [odile, camille] = [await signIn('odile'), await signIn('camille')];
    const helper = { kind: 'family', name: 'Camille', organisation: null, email: 'camille@example.org' };
    const { id } = await odile(api.offerMandate, { body: { helper, scope, until } } as never);
    await camille(api.answerOffer, { body: { secret: offerSecret(id, sign), accept: true } } as never);
    return { id: id as string, odile, camille };
  };
  return { deps, mandates, table, signIn, given };
};
let world: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00.000Z') });
  world = await open();
  return () => vi.useRealTimers();
});
const act = (mandate: string | null) => ({ body: { mandate } }) as never;

describe('somebody who acts for another', () => {
  it('is in their affairs, within the parts that were named, at the very next call', async () => {
    const { id, camille } = await world.given(['requests']);
    expect(await camille(api.actFor, act(id))).toEqual({ to: '/mon-espace' });
    expect(await camille(listOwnRequests)).toMatchObject({ requests: [] });
    expect(await camille(listSafe)).toBe('not-in-mandate');
    expect(await camille(listPayments)).toBe('not-in-mandate');
  });

  it('cannot widen it: a scope in the session counts for nothing, the mandate alone does', async () => {
    const { id } = await world.given(['requests']);
    const forged = { mandate: id, account: 'odile', person: 'p-odile', name: 'Odile' };
    const camille = await world.signIn('camille', {
      actingFor: { ...forged, scope: ['requests', 'documents', 'payments'] },
    });
    // Calls under it were never begun.
    expect(await camille(listOwnRequests)).toBe('mandate-over');
    await (await world.signIn('camille'))(api.actFor, act(id));
    expect(await camille(listOwnRequests)).toMatchObject({ requests: [] });
    expect(await camille(listPayments)).toBe('not-in-mandate');
    // Nor may anybody else use the one that was begun.
    const hugo = await world.signIn('hugo', { actingFor: { ...forged, scope: ['requests'] } });
    expect(await hugo(listOwnRequests)).toBe('mandate-over');
    expect(await hugo(api.actFor, act(id))).toBe('mandate-over');
  });

  it('is out at the next call once it is revoked, and does nothing in their own name by mistake', async () => {
    const { id, odile, camille } = await world.given(['requests']);
    await camille(api.actFor, act(id));
    expect(await odile(api.endMandate, { params: { id } })).toMatchObject({ state: 'revoked' });
    expect(await camille(listOwnRequests)).toBe('mandate-over');
    expect(await camille(api.actFor, act(id))).toBe('mandate-over');
    expect(await camille(api.actFor, act(null))).toEqual({ to: '/mon-espace' });
    expect(await camille(listOwnRequests)).toMatchObject({ requests: [] });
  });

  it('is out at midnight of the last day, in the middle of what they were doing', async () => {
    const { id, camille } = await world.given(['requests'], '2026-11-23');
    vi.setSystemTime(new Date('2026-11-23T22:50:00.000Z'));
    const again = await world.signIn('camille');
    await again(api.actFor, act(id));
    expect(await again(listOwnRequests)).toMatchObject({ requests: [] });
    vi.setSystemTime(new Date('2026-11-23T23:00:00.000Z'));
    expect(await again(listOwnRequests)).toBe('mandate-over');
    expect(await camille(api.actFor, act(id))).toBe('unauthenticated');
  });

  it('gives no mandate, takes none, and ends none of the person’s', async () => {
    const { id, camille } = await world.given(['requests', 'documents', 'appointments', 'payments']);
    await camille(api.actFor, act(id));
    const helper = { kind: 'family', name: 'Hugo', organisation: null, email: 'hugo@example.org' };
    const body = { helper, scope: ['requests'], until: '2026-12-31' };
    expect(await camille(api.offerMandate, { body } as never)).toBe('not-in-mandate');
    expect(await camille(api.endMandate, { params: { id } })).toBe('not-in-mandate');
    const secret = { secret: offerSecret(id, sign), accept: true };
    expect(await camille(api.answerOffer, { body: secret } as never)).toBe('not-in-mandate');
  });
});

describe('a mandate is between two people who both agreed', () => {
  it('refuses whoever gives it to themselves, and one whose notices would reach the helper', async () => {
    const odile = await world.signIn('odile');
    const helper = { kind: 'family', name: 'Moi', organisation: null, email: 'odile@example.org' };
    const until = '2026-12-31';
    expect(await odile(api.offerMandate, { body: { helper, scope: ['requests'], until } } as never)).toBe(
      'invalid-input',
    );
    const { id } = await odile(api.offerMandate, {
      body: { helper: { ...helper, email: 'zoe@example.org' }, scope: ['requests'], until },
    } as never);
    accounts.zoe = person('zoe', { contactEmail: 'odile@example.org' });
    const zoe = await world.signIn('zoe');
    const secret = offerSecret(id, sign);
    expect(await zoe(api.answerOffer, { body: { secret, accept: true } } as never)).toBe('no-own-channel');
    expect(await odile(api.answerOffer, { body: { secret, accept: true } } as never)).toBe(
      'not-allowed-in-state',
    );
  });
  it('ends by the code of the letter, and by nothing that only looks like it', async () => {
    const { id, camille } = await world.given(['requests']);
    await camille(api.actFor, act(id));
    expect(await camille(endByCode, { body: { code: 'AAAAA-22222' } })).toBe('wrong-code');
    const code = endCode(id, sign).toLowerCase();
    expect(await camille(endByCode, { body: { code } })).toMatchObject({ state: 'revoked', overBy: 'code' });
    expect(await camille(listOwnRequests)).toBe('mandate-over');
  });
  it('ends by one word from where its person was told, from nowhere else', async () => {
    const { id } = await world.given(['requests']);
    const from = (email: string, dmarc = 'PASS') =>
      takeWord({
        ...{ mandates: world.mandates, sign: async () => sign, now },
        contact: async () =>
          ({ channel: 'mail', text: 'RÉVOQUER', sender: { email }, mail: { verdicts: { dmarc } } }) as never,
      })('c-1');
    expect(await from('camille@example.org')).toEqual({ ended: 0 });
    expect(await from('odile@example.org', 'FAIL')).toEqual({ ended: 0 });
    expect(await from('Odile@example.org')).toEqual({ ended: 1 });
    expect((await world.mandates.read(id))?.over).toMatchObject({ by: 'word' });
    expect(await from('odile@example.org')).toEqual({ ended: 0 });
  });
  it('follows the person who joined two accounts, and ends when both sides are one', async () => {
    const { id } = await world.given(['requests']);
    const move = moveMandates({ mandates: world.mandates, now });
    await move({ from: 'odile', into: 'hugo', personInto: 'p-hugo' });
    expect((await world.mandates.ofPerson('hugo')).map((one) => one.id)).toEqual([id]);
    await move({ from: 'camille', into: 'hugo', personInto: 'p-hugo' });
    expect(await world.mandates.read(id)).toMatchObject({ state: 'revoked', over: { by: 'auto' } });
  });
});

describe('an agent who helps at the desk', () => {
  it('does so only while they are signed in as that agent, in the same browser', async () => {
    const { id } = await world.given(['requests']);
    const mandate = await world.mandates.read(id);
    if (!mandate) throw new Error('no mandate');
    await world.mandates.allowCalls(mandate, { helper: 'agent:nadia', scope: ['requests'], until: '2027' });
    const citizen = { account: 'agent:nadia', person: '', givenName: 'Nadia', familyName: 'B', email: null };
    const actingFor = { mandate: id, account: 'odile', person: 'p-odile', name: 'O', scope: [] };
    const { table } = world;
    const secret = await table.begin({
      ...{ audience: 'citizens', citizen: { ...citizen, by: 'desk', actingFor } },
    });
    const [own, agent] = [
      `${cookieNames.citizens}=${secret}`,
      `${cookieNames.agents}=${await table.begin({ audience: 'agents', login: 'nadia' })}`,
    ];
    const other = `${cookieNames.agents}=${await table.begin({ audience: 'agents', login: 'paul' })}`;
    const seen = async (...cookies: string[]) => (await table.sessions.citizen(cookies))?.actingFor?.scope;
    expect(await seen(own, agent)).toEqual(['requests']);
    expect(await seen(own)).toBeUndefined();
    expect(await seen(own, other)).toBeUndefined();
    await table.end([agent], 'agents');
    expect(await seen(own, agent)).toBeUndefined();
  });
});
