import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsIn } from '../../functions/accounts/words.ts';
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
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const phone = '+33639981234';
const inFrench = { ...asked, query: { language: 'fr' } } as const;
const withPhone = async (typed: string | null = '06 39 98 12 34') => {
  const someone = world.person();
  await someone.byCode('lea@courriel.example');
  await say(someone, typed);
  return someone;
};
const say = async (someone: ReturnType<AccountsWorld['person']>, typed: string | null) => {
  const { version } = await world.account.read(undefined, await someone.caller());
  const body = {
    version,
    givenName: 'Léa',
    familyName: 'Fontaine',
    usedName: null,
    birth: null,
    address: null,
  };
  return world.account.write(
    { ...asked, body: { ...body, phone: typed, language: 'fr' } },
    await someone.caller(),
  );
};
const confirm = async (someone: ReturnType<AccountsWorld['person']>, ticket: string) => {
  const body = { ticket, code: world.lastCode(phone) };
  return world.account.confirmPhone({ ...asked, body }, await someone.caller());
};

describe('a telephone number', () => {
  it('is declared, then proved by a code sent to it, and the register knows which', async () => {
    const someone = await withPhone();
    const { ticket } = await world.account.askPhoneCode(inFrench, await someone.caller());
    expect(await confirm(someone, ticket)).toMatchObject({ phone, isPhoneProven: true });
    const account = await world.accounts.read((await someone.accountId()) ?? '');
    const { members } = await world.people.read(account?.person ?? '');
    expect(members[0]?.identifiers.find(({ kind }) => kind === 'phone')).toMatchObject({ source: 'checked' });
  });

  it('is sent its code in the language of the page that asks', async () => {
    const someone = await withPhone();
    await world.account.askPhoneCode({ ...asked, query: { language: 'en' } }, await someone.caller());
    expect(world.mails.at(-1)).toMatchObject({ to: phone, language: 'en' });
    for (const language of ['fr', 'en', 'facile'] as const) {
      const text = wordsIn(language).textCode('123456', 'Val-Clair');
      expect(text).toContain(language === 'en' ? 'your code' : 'votre code');
      expect(text.length).toBeLessThanOrEqual(160);
    }
  });

  it('that changes is proved no more, and an earlier code proves nothing', async () => {
    const someone = await withPhone();
    const { ticket } = await world.account.askPhoneCode(inFrench, await someone.caller());
    expect((await say(someone, '06 39 98 55 55')).isPhoneProven).toBe(false);
    expect(await refused(confirm(someone, ticket))).toBe('wrong-code');
  });

  it('is not written to more than a few times an hour, nor when there is none', async () => {
    const someone = await withPhone();
    const answers = [];
    for (let at = 0; at < 5; at += 1)
      answers.push(await refused(world.account.askPhoneCode(inFrench, await someone.caller())));
    expect(answers).toEqual([null, null, null, null, 'too-many-requests']);
    await say(someone, null);
    expect(await refused(world.account.askPhoneCode(inFrench, await someone.caller()))).toBe(
      'not-allowed-in-state',
    );
  });

  it.each(['12', '06 39 98 12', 'abc'])('that cannot be one is refused: "%s"', async (typed) => {
    expect(await refused(withPhone(typed))).toBe('invalid-input');
  });
});
