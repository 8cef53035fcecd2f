import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookieNames } from '../../functions/agents/session.ts';
import { type AccountsWorld, accountsWorld, asked } from '../support/accounts-world.ts';
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
const ask = (email: string, from = world.person().from()) =>
  world.askCode({ ...asked, body: { email, language: 'fr' } }, from);
const tryCode = (ticket: string, code: string, from = world.person().from()) =>
  world.enterByCode({ ...asked, headers: {}, body: { ticket, code } }, from);
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe('signing in by a code', () => {
  it('makes the account with the first code, and finds it with the next, whatever the capitals', async () => {
    const someone = world.person();
    expect(await someone.byCode('lea@courriel.example')).toEqual({ isNew: true });
    const first = await someone.accountId();
    const elsewhere = world.person();
    const { ticket } = await ask(' Lea@Courriel.EXAMPLE', elsewhere.from());
    const answer = await tryCode(ticket, world.lastCode('lea@courriel.example'), elsewhere.from());
    elsewhere.hold(answer.cookies);
    expect([answer.isNew, await elsewhere.accountId()]).toEqual([false, first]);
  });

  it('makes a person of the register, reached by a checked address', async () => {
    const someone = world.person();
    await someone.byCode('lea@courriel.example');
    const account = await world.accounts.read((await someone.accountId()) ?? '');
    const { members } = await world.people.read(account?.person ?? '');
    expect(members[0]?.identifiers).toMatchObject([
      { kind: 'email', value: 'lea@courriel.example', source: 'checked', by: 'citizen' },
    ]);
    expect((await world.accounts.byPerson(account?.person ?? ''))?.id).toBe(account?.id);
  });

  it('answers the same and does the same for an address that has an account and for one that has none', async () => {
    await world.person().byCode('known@courriel.example');
    const looks = vi.spyOn(world.accounts, 'byEmail');
    const known = await ask('known@courriel.example');
    const unknown = await ask('unknown@courriel.example');
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(looks).not.toHaveBeenCalled();
    expect(world.mails.filter(({ what }) => what === 'code').map(({ to }) => to)).toContain(
      'unknown@courriel.example',
    );
  });

  it('is good once', async () => {
    const { ticket } = await ask('lea@courriel.example');
    const code = world.lastCode('lea@courriel.example');
    await tryCode(ticket, code);
    expect(await refused(tryCode(ticket, code))).toBe('wrong-code');
  });

  it('is good only for the browser that asked', async () => {
    await ask('lea@courriel.example');
    const code = world.lastCode('lea@courriel.example');
    const { ticket } = await ask('thief@courriel.example');
    expect(await refused(tryCode(ticket, code))).toBe('wrong-code');
  });

  it('ends after five tries, even with the right one, and however many come at once', async () => {
    const { ticket } = await ask('lea@courriel.example');
    const code = world.lastCode('lea@courriel.example');
    const wrong = code === '000000' ? '000001' : '000000';
    await Promise.all(Array.from({ length: 8 }, () => refused(tryCode(ticket, wrong))));
    expect(await refused(tryCode(ticket, code))).toBe('wrong-code');
  });

  it('ends after ten minutes', async () => {
    const { ticket } = await ask('lea@courriel.example');
    const code = world.lastCode('lea@courriel.example');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
    const answer = await refused(tryCode(ticket, code));
    vi.useRealTimers();
    expect(answer).toBe('wrong-code');
  });

  it('lets one enter when two use the same code at the same instant', async () => {
    const { ticket } = await ask('lea@courriel.example');
    const code = world.lastCode('lea@courriel.example');
    const both = await Promise.all([refused(tryCode(ticket, code)), refused(tryCode(ticket, code))]);
    expect(both.toSorted()).toEqual(['wrong-code', null].toSorted());
  });

  it('fills nobody’s mailbox and lets nobody guess without end', async () => {
    const answers = [];
    for (let at = 0; at < 6; at += 1)
      answers.push(await refused(ask('lea@courriel.example', world.person(`192.0.2.${at}`).from())));
    expect(answers.slice(-2)).toEqual([null, 'too-many-requests']);
    const guesser = world.person('198.51.100.9').from();
    const guesses = await Promise.all(
      Array.from({ length: 65 }, () => refused(tryCode('t'.repeat(43), '123456', guesser))),
    );
    expect(guesses.filter((code) => code === 'too-many-requests')).toHaveLength(5);
  });

  it('keeps neither the code nor the ticket where a copy of the table could show them', async () => {
    const { ticket } = await ask('lea@courriel.example');
    const everything = JSON.stringify(await database.all(world.names.accounts));
    expect(everything).not.toContain(ticket);
    expect(everything).not.toMatch(new RegExp(`"${world.lastCode('lea@courriel.example')}"`));
  });

  it.each(['', 'nobody', 'a@b', 'a@b.c\nbcc: x@y.example'])('sends nothing to "%s"', async (typed) => {
    expect(await refused(ask(typed))).toBe('invalid-input');
    expect(world.mails).toEqual([]);
  });
});

describe('a session of a citizen', () => {
  it('is always a new one: whoever planted a cookie before does not share it', async () => {
    const victim = world.person();
    await victim.byCode('mallory@courriel.example');
    const planted = victim.secret();
    await victim.byCode('lea@courriel.example');
    expect(victim.secret()).not.toBe(planted);
    const mallory = world.person();
    mallory.hold([`${cookieNames.citizens}=${planted}`]);
    expect(await mallory.accountId()).toBeNull();
  });

  it('hides behind cookies that no script reads and no other site sends', async () => {
    const { ticket } = await ask('lea@courriel.example');
    const { cookies = [] } = await tryCode(ticket, world.lastCode('lea@courriel.example'));
    expect(cookies).toHaveLength(2);
    for (const line of cookies)
      expect(line).toMatch(
        /^__Host-parvis-[a-z]+=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
      );
  });

  it('is told by mail when it comes from a device never seen, and never twice for the same', async () => {
    const told = () => world.mails.filter(({ what }) => what === 'new-device').length;
    const laptop = world.person();
    await laptop.byCode('lea@courriel.example');
    expect(told()).toBe(0);
    await laptop.byCode('lea@courriel.example');
    expect(told()).toBe(0);
    await world.person('203.0.113.5').byCode('lea@courriel.example');
    expect(told()).toBe(1);
  });

  it('is listed with its kind of browser, ended one by one, or everywhere', async () => {
    const [laptop, phone, library] = [
      world.person(),
      world.person('203.0.113.5'),
      world.person('203.0.113.6'),
    ];
    for (const one of [laptop, phone, library]) await one.byCode('lea@courriel.example');
    const read = async () => world.security.read(undefined, await laptop.caller());
    expect((await read()).sessions).toHaveLength(3);
    expect((await read()).sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({
      family: { browser: 'firefox', system: 'windows' },
      by: 'code',
    });
    const id = phone.sessionId();
    await world.security.endOne({ ...asked, params: { id } }, await laptop.caller());
    expect([await phone.accountId(), (await read()).sessions.length]).toEqual([null, 2]);
    await world.security.endAll({ ...asked, body: { others: true } }, await laptop.caller());
    expect([await library.accountId(), (await laptop.accountId()) !== null]).toEqual([null, true]);
    const out = await world.security.endAll({ ...asked, body: { others: false } }, await laptop.caller());
    expect([await laptop.accountId(), out?.cookies?.[0]]).toEqual([
      null,
      expect.stringContaining('Max-Age=0'),
    ]);
  });

  it('of somebody else cannot be ended', async () => {
    const [mine, theirs] = [world.person(), world.person('203.0.113.5')];
    await mine.byCode('lea@courriel.example');
    await theirs.byCode('paul@courriel.example');
    const end = world.security.endOne({ ...asked, params: { id: theirs.sessionId() } }, await mine.caller());
    expect(await refused(end)).toBe('not-found');
    expect(await theirs.accountId()).not.toBeNull();
  });

  it('says until when it lasts', async () => {
    const someone = world.person();
    await someone.byCode('lea@courriel.example');
    const { session, now } = await world.account.me(undefined, await someone.caller());
    const minutes = (until: string) => Math.round((Date.parse(until) - Date.parse(now)) / 60_000);
    expect([minutes(session.idleEndsAt), minutes(session.endsAt)]).toEqual([25, 240]);
  });
});
