import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AccountsWorld,
  accountsWorld,
  asked,
  certifiedClaims,
  siteUrl,
} from '../support/accounts-world.ts';
import { Authenticator } from '../support/authenticator.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
let world: AccountsWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await accountsWorld(database);
});
afterAll(() => database.stop());
type Somebody = ReturnType<AccountsWorld['person']>;
const here = { origin: siteUrl, rpId: 'val-clair.example' };
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const challengeFor = async (someone: Somebody) => {
  const { options } = await world.security.startPasskey(undefined, await someone.caller());
  return String(options.challenge);
};
const add = async (someone: Somebody, device = new Authenticator(here)) => {
  const credential = device.make(await challengeFor(someone));
  const { id } = await world.security.addPasskey(
    { ...asked, body: { name: 'Mon téléphone', credential } },
    await someone.caller(),
  );
  return { device, id };
};
const enter = async (device: Authenticator, someone: Somebody) => {
  const { challenge } = await world.askPasskey();
  const body = { assertion: device.use(challenge) };
  const answer = await world.enterByPasskey({ ...asked, headers: {}, body }, someone.from());
  someone.hold(answer.cookies);
};
const signedUp = async () => {
  const someone = world.person();
  await someone.byCode('lea@courriel.example');
  return someone;
};

describe('a passkey', () => {
  it('is added with a name, listed, and opens the account without saying who one is', async () => {
    const someone = await signedUp();
    const { device, id } = await add(someone);
    await world.security.renamePasskey(
      { ...asked, params: { id }, body: { name: 'Mon ordinateur' } },
      await someone.caller(),
    );
    const other = world.person('203.0.113.5');
    await enter(device, other);
    expect(await other.accountId()).toBe(await someone.accountId());
    const { passkeys } = await world.security.read(undefined, await someone.caller());
    expect(passkeys).toMatchObject([{ name: 'Mon ordinateur', lastUsedAt: expect.any(String) }]);
  });

  it('signs each challenge once', async () => {
    const { device } = await add(await signedUp());
    const { challenge } = await world.askPasskey();
    const body = { assertion: device.use(challenge) };
    const go = () => world.enterByPasskey({ ...asked, headers: {}, body }, world.person().from());
    expect([await refused(go()), await refused(go())]).toEqual([null, 'wrong-code']);
  });

  it('signs no challenge that is not ours, old, or meant for something else', async () => {
    const someone = await signedUp();
    const { device } = await add(someone);
    const go = (challenge: string) =>
      refused(
        world.enterByPasskey(
          { ...asked, headers: {}, body: { assertion: device.use(challenge) } },
          world.person().from(),
        ),
      );
    expect(await go('invented')).toBe('wrong-code');
    expect(await go(await challengeFor(someone))).toBe('wrong-code');
    const { challenge } = await world.askPasskey();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    const late = await go(challenge);
    vi.useRealTimers();
    expect(late).toBe('wrong-code');
  });

  it('made or used on another site is worth nothing', async () => {
    const someone = await signedUp();
    const elsewhere = { origin: 'https://val-clair.example.evil.example', rpId: 'evil.example' };
    expect(await refused(add(someone, new Authenticator(elsewhere)))).toBe('wrong-code');
    const { device } = await add(someone);
    device.origin = elsewhere.origin;
    const { challenge } = await world.askPasskey();
    const body = { assertion: device.use(challenge) };
    expect(await refused(world.enterByPasskey({ ...asked, headers: {}, body }, world.person().from()))).toBe(
      'wrong-code',
    );
  });

  it('that was copied is noticed by its counter', async () => {
    const { device } = await add(await signedUp());
    await enter(device, world.person());
    device.counter = 0;
    expect(await refused(enter(device, world.person()))).toBe('wrong-code');
  });

  it('that is removed opens nothing, and what it opened elsewhere is closed', async () => {
    const someone = await signedUp();
    const { device, id } = await add(someone);
    const stolen = world.person('203.0.113.5');
    await enter(device, stolen);
    await world.security.removePasskey({ ...asked, params: { id } }, await someone.caller());
    expect([await stolen.accountId(), await refused(enter(device, stolen))]).toEqual([null, 'wrong-code']);
    expect(await someone.accountId()).not.toBeNull();
  });

  it('of somebody else can be neither seen, renamed, removed nor taken over', async () => {
    const { device, id } = await add(await signedUp());
    const thief = world.person('203.0.113.5');
    await thief.byCode('thief@courriel.example');
    const caller = await thief.caller();
    expect(await refused(world.security.removePasskey({ ...asked, params: { id } }, caller))).toBe(
      'not-found',
    );
    expect(await refused(add(thief, device))).toBe('wrong-code');
    expect((await world.security.read(undefined, caller)).passkeys).toEqual([]);
  });

  it('is only added by whoever showed lately who they are', async () => {
    const someone = await signedUp();
    const caller = await someone.caller();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * 60_000 });
    await someone.caller();
    vi.setSystemTime(Date.now() + 15 * 60_000);
    const answer = await refused(world.security.startPasskey(undefined, caller));
    vi.useRealTimers();
    expect(answer).toBe('fresh-sign-in-needed');
  });

  it('follows its account when it becomes part of another', async () => {
    const byState = world.person();
    await byState.byFranceConnect(certifiedClaims());
    const { device } = await add(byState);
    const byMail = world.person();
    await byMail.byCode('angela@courriel.example');
    const into = (await byMail.accountId()) ?? '';
    await byMail.byFranceConnect(certifiedClaims(), into);
    const later = world.person('203.0.113.9');
    await enter(device, later);
    expect(await later.accountId()).toBe(into);
  });
});
