import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countries } from '../../functions/procedures/countries.ts';
import { problemsOfField } from '../../functions/procedures/field-problems.ts';
import { readCents, readRna, readTime } from '../../functions/procedures/formats.ts';
import { maskIban, readIban, showIban } from '../../functions/procedures/iban.ts';
import { normalise } from '../../functions/procedures/normalise.ts';
import { type Answer, Field } from '../../functions/procedures/procedure.ts';

const today = '2026-11-22';
const field = (given: object) => Field().parse({ name: 'q', label: 'Question', ...given });
const codes = (given: object, answer: Answer) =>
  problemsOfField(field(given), answer, today).map(({ field: at, code }) => `${at}:${code}`);

describe('what people type is understood', () => {
  it.each([
    [readTime, '14 h 30', '14:30'],
    [readTime, '9h', '09:00'],
    [readTime, '9 heures 05', '09:05'],
    [readTime, '23:59', '23:59'],
    [readTime, '24:00', undefined],
    [readTime, '12:7', undefined],
    [readTime, 'midi', undefined],
    [readCents, '12', 1200],
    [readCents, '12,5', 1250],
    [readCents, '1 234,56 €', 123_456],
    [readCents, '1.234,56', 123_456],
    [readCents, '0,05', 5],
    [readCents, '12,345', undefined],
    [readCents, '-3', -300],
    [readCents, 'douze', undefined],
    [readRna, 'w 751 234 567', 'W751234567'],
    [readRna, 'W2A1000123', 'W2A1000123'],
    [readRna, 'W12345678', undefined],
    [readIban, 'FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    [readIban, 'be71 0961 2345 6769', 'BE71096123456769'],
    [readIban, 'FR14 2004 1010 0505 0001 3M02 607', undefined],
    [readIban, 'FR14 2004 1010 0505 0001 3M02 60', undefined],
    [readIban, 'XX00', undefined],
  ] as const)('%o reads %j', (read, typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('writes an account by groups of four for its owner, and cut short for the others', () => {
    expect(showIban('FR1420041010050500013M02606')).toBe('FR14 2004 1010 0505 0001 3M02 606');
    expect(maskIban('FR1420041010050500013M02606')).toBe('FR14 **** **** 606');
  });

  it('finds any single wrong or swapped character in an account', () => {
    const right = 'FR1420041010050500013M02606';
    const place = fc.integer({ min: 4, max: right.length - 2 });
    const digit = fc.constantFrom(...'0123456789');
    fc.assert(
      fc.property(place, digit, (at, other) => {
        const changed = right.slice(0, at) + other + right.slice(at + 1);
        expect(readIban(changed) === right).toBe(changed === right);
        const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
        expect(readIban(swapped) === undefined).toBe(swapped !== right);
      }),
      { seed: 2026, numRuns: 300 },
    );
  });

  it('lists every country once, in French, France first', () => {
    const all = countries();
    expect(all.length).toBe(250);
    expect(all[0]).toEqual({ value: 'FR', label: 'France' });
    expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
    expect(all.filter(({ value, label }) => value === label)).toEqual([]);
  });
});

describe('each kind of question says what is wrong', () => {
  it.each<[string, object, Answer, string[]]>([
    ['yes or no, unanswered', { type: 'yes-no' }, undefined, ['q:missing']],
    ['no is an answer', { type: 'yes-no' }, false, []],
    ['a word is neither', { type: 'yes-no' }, 'oui', ['q:not-valid']],
    ['a birth tomorrow', { type: 'birth-date' }, '2026-11-23', ['q:date-in-future']],
    ['a birth too long ago', { type: 'birth-date' }, '1890-01-01', ['q:not-a-date']],
    ['the day of being eighteen', { type: 'birth-date', minAge: 18 }, '2008-11-22', []],
    ['the day before', { type: 'birth-date', minAge: 18 }, '2008-11-23', ['q:too-young']],
    ['older than allowed', { type: 'birth-date', maxAge: 12 }, '2013-11-22', ['q:too-old']],
    ['still twelve', { type: 'birth-date', maxAge: 12 }, '2013-11-23', []],
    ['a time that no clock shows', { type: 'time' }, '25 h', ['q:not-a-time']],
    ['a negative amount', { type: 'amount' }, '-1', ['q:amount-too-small']],
    ['an amount too large', { type: 'amount', maxCents: 1000 }, '10,01', ['q:amount-too-large']],
    ['an amount in words', { type: 'amount' }, 'dix', ['q:not-an-amount']],
    ['an amount of a fraction of a cent', { type: 'amount' }, 10.5, ['q:not-an-amount']],
    ['an unknown country', { type: 'country' }, 'ZZ', ['q:not-an-option']],
    ['a country in small letters', { type: 'country' }, 'pt', []],
    ['a SIRET with a wrong key', { type: 'siret' }, '73282932000075', ['q:not-a-siret']],
    ['an association', { type: 'rna' }, 'W12', ['q:not-a-rna']],
    ['an account', { type: 'iban' }, 'FR00', ['q:not-an-iban']],
    ['a plate', { type: 'licence-plate' }, 'ABC', ['q:not-a-licence-plate']],
    ['a place by description', { type: 'place' }, 'Devant le lavoir', []],
    [
      'a place without town',
      { type: 'place' },
      { lines: 'Rue', postalCode: '', city: '' },
      ['q.city:missing'],
    ],
    ['no place', { type: 'place' }, undefined, ['q:missing']],
    ['no period', { type: 'period' }, undefined, ['q.from:missing', 'q.to:missing']],
    ['half a period', { type: 'period' }, { from: '2027-01-01', to: '' }, ['q.to:missing']],
    [
      'a period backwards',
      { type: 'period' },
      { from: '2027-01-02', to: '2027-01-01' },
      ['q.to:ends-before-start'],
    ],
    [
      'a period just long enough',
      { type: 'period', maxDays: 2 },
      { from: '2026-12-31', to: '2027-01-01' },
      [],
    ],
    [
      'a period too long',
      { type: 'period', maxDays: 1 },
      { from: '2026-12-31', to: '2027-01-01' },
      ['q.to:too-many-days'],
    ],
    [
      'an unsigned statement',
      { type: 'sworn-statement' },
      undefined,
      ['q.givenName:missing', 'q.familyName:missing'],
    ],
    [
      'a statement signed tomorrow',
      { type: 'sworn-statement' },
      { givenName: 'A', familyName: 'B', signedOn: '2026-11-23' },
      ['q.signedOn:date-in-future'],
    ],
    [
      'a child of whom nothing is said',
      { type: 'household-child' },
      undefined,
      ['q.givenName:missing', 'q.familyName:missing', 'q.birthDate:missing'],
    ],
    [
      'a child to be born',
      { type: 'household-child' },
      { givenName: 'Zoé', familyName: 'Petit', birthDate: '2027-02-01' },
      ['q.birthDate:date-in-future'],
    ],
    [
      'a meeting of which no slot is held',
      { type: 'appointment', service: 'pacs' },
      'demain',
      ['q:not-valid'],
    ],
    [
      'a slot that is held',
      { type: 'appointment', service: 'pacs' },
      { slot: 'h1', from: '2026-12-01T09:00:00.000Z', place: 'hotel-de-ville' },
      [],
    ],
  ])('%s', (_, given, answer, expected) => {
    expect(codes(given, answer)).toEqual(expected);
  });

  it('keeps one form of each answer, and reads its own form again', () => {
    const table: [object, Answer, Answer][] = [
      [{ type: 'amount' }, '12,5', 1250],
      [{ type: 'amount' }, 1250, 1250],
      [{ type: 'time' }, '9h', '09:00'],
      [{ type: 'country' }, 'fr', 'FR'],
      [{ type: 'iban' }, 'fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606'],
      [{ type: 'period' }, { from: '2027-1-2', to: '2027-1-3' }, { from: '2027-01-02', to: '2027-01-03' }],
      [{ type: 'yes-no' }, false, false],
      [{ type: 'place' }, '  Devant   le lavoir ', 'Devant le lavoir'],
    ];
    for (const [given, typed, kept] of table) {
      expect(normalise(field(given), typed)).toEqual(kept);
      expect(normalise(field(given), kept)).toEqual(kept);
    }
  });
});
