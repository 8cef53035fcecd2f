import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccountsWorld, accountsWorld, asked, certifiedClaims } from '../support/accounts-world.ts';
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
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const sayName = async (
  someone: Somebody,
  givenName: string,
  familyName: string,
  date: string | null = null,
) => {
  const { version } = await world.account.read(undefined, await someone.caller());
  const birth = date ? { date, place: null, country: '99100' } : null;
  const more = { usedName: null, phone: null, address: null, language: 'fr' as const };
  const body = { version, givenName, familyName, birth, ...more };
  return world.account.write({ ...asked, body }, await someone.caller());
};
const prove = async (someone: Somebody, email: string) => {
  const { ticket } = await world.account.askNewEmail({ ...asked, body: { email } }, await someone.caller());
  const body = { ticket, code: world.lastCode(email) };
  return world.account.confirmNewEmail({ ...asked, body }, await someone.caller());
};
const announced = async () =>
  (await database.all(world.names.accounts)).flatMap(({ outbox }) => (outbox ? [outbox] : []));

describe('FranceConnect', () => {
  it('opens one account for one identity, certified in the register', async () => {
    const [laptop, phone] = [world.person(), world.person()];
    await laptop.byFranceConnect(certifiedClaims());
    await phone.byFranceConnect(certifiedClaims({ email: 'other@courriel.example' }));
    expect(await phone.accountId()).toBe(await laptop.accountId());
    const account = await world.accounts.read((await laptop.accountId()) ?? '');
    const { members } = await world.people.read(account?.person ?? '');
    expect(members[0]).toMatchObject({
      givenName: { value: 'Angela Claire Louise', source: 'certified' },
      familyName: { value: 'DUBOIS', source: 'certified' },
      birth: { value: '1962-08-24', source: 'certified' },
    });
  });

  it('never opens the account of somebody who has the same address', async () => {
    const [victim, thief] = [world.person(), world.person()];
    await victim.byCode('angela@courriel.example');
    await thief.byFranceConnect(certifiedClaims());
    expect(await thief.accountId()).not.toBe(await victim.accountId());
    expect((await world.account.read(undefined, await thief.caller())).email).toBeNull();
  });

  it('follows a name that changes at the register', async () => {
    const someone = world.person();
    await someone.byFranceConnect(certifiedClaims());
    await someone.byFranceConnect(certifiedClaims({ family_name: 'MARTIN' }));
    expect((await world.account.me(undefined, await someone.caller())).familyName).toBe('MARTIN');
  });

  it('certifies the account of whoever asked for it, signed in', async () => {
    const someone = world.person();
    await someone.byCode('angela@courriel.example');
    await sayName(someone, 'Angela', 'Dubois');
    const before = await someone.accountId();
    await someone.byFranceConnect(certifiedClaims(), before ?? '');
    expect(await someone.accountId()).toBe(before);
    expect(await world.account.me(undefined, await someone.caller())).toMatchObject({
      ...{ isCertified: true, givenName: 'Angela Claire Louise', by: 'franceconnect' },
    });
  });

  it('joins the account that the identity had, with its keys and without its open sessions', async () => {
    const [byState, byMail] = [world.person(), world.person()];
    await byState.byFranceConnect(certifiedClaims());
    const from = await byState.accountId();
    await byMail.byCode('angela@courriel.example');
    const into = (await byMail.accountId()) ?? '';
    await byMail.byFranceConnect(certifiedClaims(), into);
    expect([await byMail.accountId(), await byState.accountId()]).toEqual([into, null]);
    expect((await world.accounts.byFranceConnect(certifiedClaims().sub))?.id).toBe(into);
    expect((await world.accounts.current(from ?? ''))?.id).toBe(into);
    expect(await announced()).toMatchObject([{ type: 'account-joined', detail: { from, into } }]);
    const account = await world.accounts.read(into);
    expect((await world.people.read(account?.person ?? '')).members).toHaveLength(2);
  });

  it('is refused to an account whose name is somebody else’s, and nothing changes', async () => {
    const spouse = world.person();
    await spouse.byCode('paul@courriel.example');
    await sayName(spouse, 'Paul', 'Dubois');
    const mine = (await spouse.accountId()) ?? '';
    expect(await refused(spouse.byFranceConnect(certifiedClaims(), mine))).toBe('conflict');
    expect((await world.account.me(undefined, await spouse.caller())).isCertified).toBe(false);
    expect(await world.accounts.byFranceConnect(certifiedClaims().sub)).toBeNull();
  });

  it('is refused to an account that has another identity already', async () => {
    const someone = world.person();
    await someone.byFranceConnect(certifiedClaims());
    const other = certifiedClaims({ sub: `${'b'.repeat(66)}v1` });
    expect(await refused(someone.byFranceConnect(other, (await someone.accountId()) ?? ''))).toBe('conflict');
  });
});

describe('an address', () => {
  it('becomes one’s own by its code, and signs in from then on; the former one is told', async () => {
    const someone = world.person();
    await someone.byCode('old@courriel.example');
    const mine = await someone.accountId();
    expect(await prove(someone, 'new@courriel.example')).toMatchObject({ isJoined: false });
    expect(world.mails.at(-1)).toEqual({ to: 'old@courriel.example', what: 'email-changed' });
    const [later, stranger] = [world.person(), world.person()];
    await later.byCode('new@courriel.example');
    expect(await later.accountId()).toBe(mine);
    expect(await stranger.byCode('old@courriel.example')).toEqual({ isNew: true });
  });

  it('joins the account that it opened, when both are one person’s', async () => {
    const [byMail, byState] = [world.person(), world.person()];
    await byMail.byCode('angela@courriel.example');
    await sayName(byMail, 'Angela', 'Dubois', '1962-08-24');
    await byState.byFranceConnect(certifiedClaims());
    const into = await byState.accountId();
    expect(await prove(byState, 'angela@courriel.example')).toMatchObject({ isJoined: true });
    const again = world.person();
    await again.byCode('angela@courriel.example');
    expect([await again.accountId(), await byMail.accountId()]).toEqual([into, null]);
  });

  it('of a spouse who shares the mailbox joins nothing', async () => {
    const [his, hers] = [world.person(), world.person()];
    await his.byCode('family@courriel.example');
    await sayName(his, 'Paul', 'Dubois');
    await hers.byFranceConnect(certifiedClaims());
    expect(await refused(prove(hers, 'family@courriel.example'))).toBe('conflict');
    expect(await his.accountId()).not.toBeNull();
  });

  it('cannot be proved with the code of another account, nor with a code for signing in', async () => {
    const [mine, theirs] = [world.person(), world.person()];
    await mine.byCode('a@courriel.example');
    await theirs.byCode('b@courriel.example');
    const { ticket } = await world.account.askNewEmail(
      { ...asked, body: { email: 'c@courriel.example' } },
      await theirs.caller(),
    );
    const body = { ticket, code: world.lastCode('c@courriel.example') };
    expect(await refused(world.account.confirmNewEmail({ ...asked, body }, await mine.caller()))).toBe(
      'wrong-code',
    );
    const signIn = await world.askCode(
      { ...asked, body: { email: 'd@courriel.example', language: 'fr' } },
      mine.from(),
    );
    const other = { ticket: signIn.ticket, code: world.lastCode('d@courriel.example') };
    expect(await refused(world.account.confirmNewEmail({ ...asked, body: other }, await mine.caller()))).toBe(
      'wrong-code',
    );
  });
});

describe('one’s own information', () => {
  it('reaches every open session, and the register as said by the person', async () => {
    const [laptop, phone] = [world.person(), world.person()];
    await laptop.byCode('lea@courriel.example');
    await phone.byCode('lea@courriel.example');
    await sayName(laptop, ' Léa  Marie ', 'Fontaine', '1990-07-03');
    expect((await world.table.sessions.citizen(phone.cookies()))?.givenName).toBe('Léa Marie');
    const account = await world.accounts.read((await laptop.accountId()) ?? '');
    const { members } = await world.people.read(account?.person ?? '');
    expect(members[0]?.familyName).toMatchObject({ value: 'Fontaine', source: 'declared', by: 'citizen' });
  });

  it('that is certified is not retyped', async () => {
    const someone = world.person();
    await someone.byFranceConnect(certifiedClaims());
    expect(await refused(sayName(someone, 'Angela', 'DURAND'))).toBe('not-allowed-in-state');
  });

  it('that another window changed is not overwritten', async () => {
    const someone = world.person();
    await someone.byCode('lea@courriel.example');
    const { version } = await sayName(someone, 'Léa', 'Fontaine');
    const body = { version: version - 1, givenName: 'X', familyName: 'Y', usedName: null, birth: null };
    const write = world.account.write(
      { ...asked, body: { ...body, phone: null, address: null, language: 'fr' } },
      await someone.caller(),
    );
    expect(await refused(write)).toBe('conflict');
  });
});
