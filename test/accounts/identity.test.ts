import { describe, expect, it } from 'vitest';
import { newAccount } from '../../functions/accounts/account.ts';
import { digitsOf, readCode } from '../../functions/accounts/code.ts';
import { familyOf } from '../../functions/accounts/device.ts';
import { certified, identityOf, maybeSame } from '../../functions/accounts/identity.ts';
import { isCopied } from '../../functions/accounts/passkey.ts';
import { certifiedClaims } from '../support/accounts-world.ts';

const birthOf = (change: Record<string, unknown>) => identityOf(certifiedClaims(change))?.birth;
const person = (
  givenName: string,
  familyName: string,
  date: string | null = null,
  usedName: string | null = null,
) => ({
  ...newAccount('a', 'p', '2026-11-22T10:00:00.000Z'),
  ...{ givenName, familyName, usedName },
  birth: date ? { date, place: null, country: '99100' } : null,
});

describe('what FranceConnect certifies is kept as it is given', () => {
  it('keeps all given names, the birth name, and the place and country of birth', () => {
    expect(identityOf(certifiedClaims())).toMatchObject({
      givenNames: ['Angela', 'Claire', 'Louise'],
      familyName: 'DUBOIS',
      gender: 'female',
      birth: { date: '1962-08-24', place: '75107', country: '99100' },
    });
  });
  it.each([
    ['born abroad: no commune', { birthplace: '', birthcountry: '99352' }, { place: null, country: '99352' }],
    ['no commune said at all', { birthplace: undefined, birthcountry: '99352' }, { place: null }],
    ['a presumed day', { birthdate: '1958-01-01' }, { date: '1958-01-01' }],
    ['an unknown day', { birthdate: '1958-05-00' }, { date: '1958-05' }],
    ['an unknown month', { birthdate: '1958-00-00' }, { date: '1958' }],
  ])('understands %s', (_, change, expected) => {
    expect(birthOf(change)).toMatchObject(expected);
  });
  it.each([
    ['names in one text', { given_name_array: undefined }],
    ['an empty list of names', { given_name_array: [] }],
  ])('understands %s', (_, change) => {
    expect(identityOf(certifiedClaims(change))?.givenNames).toHaveLength(3);
  });
  it.each([{ sub: '' }, { family_name: ' ' }, { given_name: '', given_name_array: [] }])(
    'is nobody without a name: %o',
    (change) => expect(identityOf(certifiedClaims(change))).toBeNull(),
  );
  it('takes no address for a proof, and the name of use for a proposal', () => {
    const identity = identityOf(certifiedClaims({ preferred_username: 'LEFORT' }));
    if (!identity) throw new Error('nobody');
    const account = certified(newAccount('a', 'p', ''), identity, '2026-11-22T10:00:00.000Z');
    expect([account.email, account.contactEmail, account.usedName]).toEqual([
      null,
      'angela@courriel.example',
      'LEFORT',
    ]);
  });
});

describe('two accounts are joined only when they may be one person', () => {
  it.each([
    [
      true,
      'the same',
      person('Léa Marie', 'Fontaine', '1990-07-03'),
      person('LEA', 'FONTAINE', '1990-07-03'),
    ],
    [true, 'one that never said a name', person('', ''), person('Léa', 'Fontaine')],
    [true, 'a name of use', person('Léa', 'Fontaine', null, 'Moreau'), person('Léa', 'Moreau')],
    [true, 'a presumed birth', person('Ali', 'Benhadj', '1958'), person('Ali', 'Benhadj', '1958-01-01')],
    [false, 'a spouse', person('Paul', 'Fontaine'), person('Léa', 'Fontaine')],
    [
      false,
      'a namesake of another day',
      person('Léa', 'Fontaine', '1990-07-03'),
      person('Léa', 'Fontaine', '1961-01-09'),
    ],
    [false, 'somebody else', person('Karim', 'Ziani'), person('Léa', 'Fontaine')],
  ])('%s: %s', (expected, _, one, other) => {
    expect(maybeSame(one, other)).toBe(expected);
    expect(maybeSame(other, one)).toBe(expected);
  });
});

describe('small rules', () => {
  it('draws six digits, each as likely', () => {
    expect(digitsOf(7)).toBe('000007');
    expect(digitsOf(4_293_999_999)).toBe('999999');
    expect(digitsOf(4_294_000_000)).toBeNull();
    expect(readCode(' 123 456 ')).toBe('123456');
  });
  it.each([
    [0, 0, false],
    [4, 5, false],
    [5, 5, true],
    [5, 0, true],
  ])('counter %i then %i: copied %s', (before, after, expected) =>
    expect(isCopied(before, after)).toBe(expected),
  );
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
      'safari',
      'ios',
    ],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36', 'chrome', 'android'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'edge', 'windows'],
    ['', 'other', 'other'],
  ])('names a browser by its family only: %s', (agent, browser, system) =>
    expect(familyOf(agent)).toEqual({ browser, system }),
  );
});
