import { describe, expect, it } from 'vitest';
import type { Account } from '../../functions/accounts/account.ts';
import type { Household, Member } from '../../functions/households/household.ts';
import { offersBack } from '../../functions/households/offer-back.ts';
import { type KnownOfHome, prefill } from '../../functions/households/prefill.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';

const account: Account = {
  ...{ id: 'a1', person: 'p1', version: 1, createdAt: '2026-01-01T00:00:00Z', language: 'fr' },
  ...{ givenName: 'Inès', familyName: 'Marchetti', usedName: null, gender: 'female' },
  birth: { date: '1990-03', place: '99127', country: '99127' },
  ...{ email: 'ines@exemple.test', phone: null, franceConnect: null },
  address: { lines: ['12 rue des Tanneurs', 'Bâtiment B'], postalCode: '86000', city: 'Val-Clair' },
};
const child = (given: Partial<Member>): Member => ({
  ...{ id: 'c1', version: 1, relation: 'child', givenName: 'Lou', familyName: 'Marchetti' },
  ...{ birth: '2022-05-04', gender: null, address: null, otherAddress: null, otherParent: null },
  ...{
    facts: { school: { value: 'maternelle-jaures', label: 'École', shown: 'Jaurès' } },
    confirmedAt: '2026-09-01T10:00:00Z',
    shared: null,
  },
  ...given,
});
const home = (members: Member[] = [child({})], facts: Household['facts'] = {}): KnownOfHome => ({
  account,
  household: { members, facts },
  safe: [],
});
const field = (type: string, name: string, known?: string, more: object = {}) => ({
  ...{ type, name, label: name, required: true, ...(known && { known }) },
  ...more,
});
const form = (...fields: object[]) =>
  ({ steps: [{ id: 's', title: 's', fields }], identity: { email: 'mail' } }) as unknown as Procedure;
const today = '2026-11-22';

describe('nobody types twice what they said once', () => {
  it('gives what the account says of itself, and the identity questions without being asked', () => {
    const asked = form(field('email', 'mail'), field('given-name', 'first', 'self.givenName'));
    expect(prefill(asked, home(), undefined, today)).toEqual({
      mail: { value: 'ines@exemple.test', from: 'account' },
      first: { value: 'Inès', from: 'account' },
    });
  });

  it('says that FranceConnect certified a name, and never so of an address', () => {
    const certified = {
      ...home(),
      account: { ...account, franceConnect: { sub: 's', certifiedAt: '2026-10-01T08:00:00Z' } },
    };
    const asked = form(
      field('family-name', 'last', 'self.familyName'),
      field('address', 'at', 'self.address'),
    );
    expect(prefill(asked, certified, undefined, today)).toEqual({
      last: { value: 'Marchetti', from: 'franceconnect', at: '2026-10-01' },
      at: {
        value: { lines: '12 rue des Tanneurs, Bâtiment B', postalCode: '86000', city: 'Val-Clair' },
        from: 'account',
      },
    });
  });

  it('gives the child that was chosen, where it lives, and what was said of it before', () => {
    const asked = form(
      field('given-name', 'childName', 'child.givenName'),
      field('date', 'birth', 'child.birth'),
      field('address', 'where', 'child.address'),
      field('text', 'school', 'fact.school'),
      field('household-child', 'who'),
    );
    const filled = prefill(asked, home(), 'c1', today);
    expect(
      Object.fromEntries(Object.entries(filled).map(([name, { value, at }]) => [name, [value, at]])),
    ).toEqual({
      childName: ['Lou', '2026-09-01'],
      birth: ['2022-05-04', '2026-09-01'],
      where: [expect.objectContaining({ city: 'Val-Clair' }), '2026-09-01'],
      school: ['maternelle-jaures', '2026-09-01'],
      who: [expect.objectContaining({ givenName: 'Lou', member: 'c1' }), '2026-09-01'],
    });
    expect(prefill(asked, home(), undefined, today)).toEqual({});
  });

  it('does not speak for a child who came of age', () => {
    const asked = form(field('given-name', 'childName', 'child.givenName'));
    expect(prefill(asked, home([child({ birth: '2008-11-22' })]), 'c1', today)).toEqual({});
    expect(prefill(asked, home([child({ birth: '2008-11-23' })]), 'c1', today)).not.toEqual({});
  });

  it('invents no day for a presumed birth, and no option that the question has not', () => {
    const options = [{ value: 'ps', label: 'Petite section' }];
    const asked = form(
      field('birth-date', 'mine', 'self.birth'),
      field('choice', 'level', 'fact.school', { options }),
    );
    expect(prefill(asked, home(), 'c1', today)).toEqual({});
  });

  it('fills a block with a row for each child', () => {
    const rows = [field('given-name', 'name', 'child.givenName')];
    const asked = form(field('repeat', 'children', undefined, { fields: rows, min: 1, max: 5 }));
    const two = home([child({}), child({ id: 'c2', givenName: 'Sacha' })]);
    expect(prefill(asked, two, undefined, today).children?.value).toEqual([
      { name: 'Lou' },
      { name: 'Sacha' },
    ]);
  });

  it('takes nothing from a document that is no longer valid', () => {
    const read = [{ code: 'taxReference', value: '2635A12345678' }];
    const asked = form(field('text', 'tax', 'safe.taxReference'));
    const withSafe = (validUntil: string | null) => ({
      ...home(),
      safe: [{ read, validUntil, storedAt: '2026-09-02T10:00:00Z' }],
    });
    expect(prefill(asked, withSafe('2026-11-21'), undefined, today)).toEqual({});
    expect(prefill(asked, withSafe('2026-11-22'), undefined, today)).toEqual({
      tax: { value: '2635A12345678', from: 'safe', at: '2026-09-02' },
    });
  });
});

describe('what is said on a form is offered back', () => {
  const asked = form(
    field('given-name', 'childName', 'child.givenName'),
    field('text', 'doctor', 'fact.doctor'),
    field('text', 'school', 'fact.school'),
    field('email', 'mail', 'self.email'),
  );
  it('offers what is new or corrected, and nothing that is known or not the household’s', () => {
    const before = prefill(asked, home(), 'c1', today);
    const answers = {
      childName: 'Louise',
      doctor: 'Dr Petit',
      school: 'maternelle-jaures',
      mail: 'x@y.test',
    };
    expect(
      offersBack(asked, answers, before, 'c1').map(({ known, value, was }) => [known, value, was]),
    ).toEqual([
      ['child.givenName', 'Louise', 'Lou'],
      ['fact.doctor', 'Dr Petit', null],
    ]);
  });
  it('offers nothing of a child when the form was about none', () => {
    expect(offersBack(asked, { childName: 'Louise' }, {}, null)).toEqual([]);
  });
});
