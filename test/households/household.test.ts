import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TypedMember } from '../../functions/households/household-api.ts';
import { type HouseholdTable, householdTable } from '../../functions/households/household-table.adapter.ts';
import { type InviteDeps, inviting } from '../../functions/households/invite.ts';
import { moveHousehold } from '../../functions/households/join-households.ts';
import * as members from '../../functions/households/members.ts';
import { householdView } from '../../functions/households/view.ts';
import { changeHousehold } from '../../functions/households/write-household.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const moment = { now: '2026-11-22T10:00:00.000Z', today: '2026-11-22' };
const lou: TypedMember = {
  ...{ relation: 'child', givenName: 'Lou', familyName: 'Marchetti', birth: '2022-05-04', gender: null },
  ...{ address: null, otherAddress: null, otherParent: null },
};
let database: TestDatabase;
let name: string;
let table: HouseholdTable;
beforeAll(async () => {
  database = await testDatabase();
  name = await database.table();
  table = householdTable(database.db, name);
});
afterAll(() => database.stop());

const change = (account: string, rule: Parameters<ReturnType<typeof changeHousehold>>[1]) =>
  changeHousehold(table)(account, rule);
const add = (account: string, id: string, typed: TypedMember = lou) =>
  change(account, (household) => members.addMember(household, id, typed, moment));

describe('a household is typed once', () => {
  it('adds a child once, however often the page asks', async () => {
    await add('twice', 'c1');
    await add('twice', 'c1');
    expect((await table.of('twice')).members).toHaveLength(1);
  });

  it.each([
    ['birth', 'missing', { birth: null }],
    ['birth', 'in-the-future', { birth: '2026-11-23' }],
    ['birth', 'not-valid', { birth: '1890-01-01' }],
    [
      'otherParent',
      'not-a-child',
      { relation: 'partner', otherParent: { name: 'Ali', address: null, email: null } },
    ],
  ] as const)('says that %s is %s', async (field, code, wrong) => {
    await expect(add('wrong', 'c1', { ...lou, ...wrong } as TypedMember)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field, code }],
    });
  });

  it('lets two tabs correct two children at once, and refuses to overwrite the same one unseen', async () => {
    await add('tabs', 'c1');
    await add('tabs', 'c2', { ...lou, givenName: 'Sacha' });
    const correct = (id: string, version: number, givenName: string) =>
      change('tabs', (household) =>
        members.changeMember(household, id, { ...lou, version, givenName }, moment),
      );
    await Promise.all([correct('c1', 1, 'Louise'), correct('c2', 1, 'Sasha')]);
    await expect(correct('c1', 1, 'Lucie')).rejects.toMatchObject({ code: 'conflict' });
    expect((await table.of('tabs')).members.map(({ givenName }) => givenName)).toEqual(['Louise', 'Sasha']);
  });

  it('asks again after a year, says who came of age, and counts years right', async () => {
    await add('age', 'c1', { ...lou, birth: '2008-11-22' });
    const household = await table.of('age');
    expect(householdView(household, '2026-11-21', moment.now).members[0]).toMatchObject({
      age: 17,
      cameOfAge: false,
    });
    expect(householdView(household, '2026-11-22', moment.now).members[0]).toMatchObject({
      ...{ age: 18, cameOfAge: true, toConfirm: false },
    });
    expect(householdView(household, '2027-11-22', moment.now).members[0]?.toConfirm).toBe(true);
  });

  it('keeps what was said on a form, in the words of its question, until it is forgotten', async () => {
    await add('facts', 'c1');
    const said = [
      { known: 'fact.menu', value: 'no-meat', label: 'Menu', shown: 'Menu sans viande' },
      { known: 'child.givenName', value: 'Louise', label: 'Prénom', shown: 'Louise' },
      { known: 'self.email', value: 'x@y.test', label: 'Adresse', shown: '' },
    ];
    await change('facts', (household) => members.keepSaid(household, 'c1', said, moment));
    const [child] = householdView(await table.of('facts'), '2026-11-22', moment.now).members;
    expect(child).toMatchObject({
      givenName: 'Louise',
      facts: [{ code: 'menu', label: 'Menu', shown: 'Menu sans viande' }],
    });
    await change('facts', (household) => members.forgetFact(household, 'c1', 'menu'));
    expect((await table.of('facts')).members[0]?.facts).toEqual({});
  });
});

describe('parents who live apart', () => {
  const tried = new Map<string, number>();
  let count = 0;
  const deps = (): InviteDeps => ({
    ...{ of: table.of, save: table.save, invite: table.invite, invitation: table.invitation },
    forgetInvitation: table.forgetInvitation,
    account: async (id) => ({ givenName: id, familyName: 'Test', usedName: null }),
    async countTry(kind, value) {
      tried.set(`${kind}${value}`, (tried.get(`${kind}${value}`) ?? 0) + 1);
      return tried.get(`${kind}${value}`) ?? 0;
    },
    newSecret: () => `${++count}-number-of-a-secret-of-forty-letters`,
    newId: () => `new-${++count}`,
    now: () => moment.now,
    epochSeconds: () => Math.floor(Date.now() / 1000),
  });
  const of = async (account: string) => (await table.of(account)).members[0];
  const share = async (from: string, to: string) => {
    await add(from, 'c1', {
      ...lou,
      address: { lines: ['1 rue Haute'], postalCode: '86000', city: 'Val-Clair' },
    });
    const { secret } = await inviting(deps()).invite(from, 'c1');
    return { secret, ...(await inviting(deps()).accept(to, secret, '2022-05-04')) };
  };

  it('tells nothing of a child to whoever holds the link, and shares it with who knows its birth', async () => {
    await add('mother', 'c1');
    const { secret } = await inviting(deps()).invite('mother', 'c1');
    expect(await inviting(deps()).read('father', secret)).toEqual({
      ...{ from: 'mother Test', isOwn: false, expiresAt: expect.any(String) },
    });
    await expect(inviting(deps()).accept('father', secret, '2022-05-05')).rejects.toMatchObject({
      code: 'wrong-tracking-code',
    });
    await inviting(deps()).accept('father', secret, '2022-05-04');
    expect(await of('father')).toMatchObject({
      givenName: 'Lou',
      shared: { account: 'mother', name: 'mother Test' },
    });
    await expect(inviting(deps()).accept('third', secret, '2022-05-04')).rejects.toMatchObject({
      code: 'wrong-tracking-code',
    });
  });

  it('shuts out who guesses', async () => {
    await add('guessed', 'c1');
    const { secret } = await inviting(deps()).invite('guessed', 'c1');
    for (let day = 1; day <= 5; day++)
      await expect(inviting(deps()).accept('guesser', secret, `2022-01-0${day}`)).rejects.toMatchObject({
        code: 'wrong-tracking-code',
      });
    await expect(inviting(deps()).accept('guesser', secret, '2022-05-04')).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  it('keeps identity and facts the same for both, addresses each one’s own, and tells the other', async () => {
    await share('one', 'two');
    const version = (await of('one'))?.version ?? 0;
    await change('one', (household) =>
      members.changeMember(household, 'c1', { ...lou, version, givenName: 'Louise' }, moment),
    );
    expect(await of('two')).toMatchObject({ givenName: 'Louise', address: null });
    const told = (await database.all(name)).flatMap(({ outbox }) => (outbox ? [outbox] : []));
    expect(told).toContainEqual({
      type: 'shared-child',
      detail: { account: 'two', member: expect.any(String), about: 'changed' },
    });
  });

  it('lets either end it: both keep their copy, and no longer see the other’s corrections', async () => {
    const { member } = await share('three', 'four');
    await inviting(deps()).end('four', member);
    const version = (await of('three'))?.version ?? 0;
    await change('three', (household) =>
      members.changeMember(household, 'c1', { ...lou, version, givenName: 'Louise' }, moment),
    );
    expect([(await of('three'))?.shared, (await of('four'))?.shared]).toEqual([null, null]);
    expect((await of('four'))?.givenName).toBe('Lou');
  });

  it('keeps the child shared when one of them joins two accounts', async () => {
    await share('five', 'six');
    await add('stays', 'c9', { ...lou, givenName: 'Zoé' });
    await moveHousehold(table, 'six', 'stays');
    await moveHousehold(table, 'six', 'stays');
    expect((await table.of('stays')).members.map(({ givenName }) => givenName)).toEqual(['Zoé', 'Lou']);
    expect((await table.of('six')).members).toEqual([]);
    const version = (await of('five'))?.version ?? 0;
    await change('five', (household) =>
      members.changeMember(household, 'c1', { ...lou, version, givenName: 'Louise' }, moment),
    );
    expect((await table.of('stays')).members.map(({ givenName }) => givenName)).toEqual(['Zoé', 'Louise']);
  });
});
