import { describe, expect, it } from 'vitest';
import { soundOf } from '../../functions/search/sound.ts';
import { addressWords, fold, nameWords, subjectWords } from '../../functions/search/tokens.ts';
import { understand } from '../../functions/search/typed.ts';
import { distance, withoutOne } from '../../functions/search/typos.ts';
import { likeness } from '../../functions/search/vocabulary.ts';

describe('a name is recognised however it is written', () => {
  it.each([
    ['Mme Hélène FAURÉ', ['helene', 'faure'], []],
    ['Jean-Pierre Dubois', ['jean', 'pierre', 'dubois'], ['jeanpierre']],
    ['Anne de La Tour', ['anne', 'tour'], ['delatour', 'latour']],
    ['Gaël Le Goff', ['gael', 'goff'], ['legoff']],
    ['Léa D’Angelo', ['lea', 'angelo'], ['dangelo']],
    ['Sean O’Brien', ['sean', 'brien'], ['obrien']],
    ['Zoé Lœb', ['zoe', 'loeb'], []],
    ['Li', ['li'], []],
    ['M. de', ['de'], []],
  ])('%s', (name, words, joined) => {
    const read = nameWords(name);
    expect(read.words).toEqual(words);
    expect(read.joined.map(({ word }) => word).sort()).toEqual([...joined].sort());
  });

  it.each([
    ['dupont', 'dupond'],
    ['mathieu', 'matthieu'],
    ['philippe', 'filipe'],
    ['gauthier', 'gautier'],
    ['lefevre', 'lefebvre'],
    ['martinez', 'martines'],
    ['renault', 'renaud'],
  ])('forgives %s for %s', (typed, name) => expect(likeness(typed, name)).toBeGreaterThan(0.7));

  it.each([
    ['martin', 'marin', 1],
    ['martin', 'matrin', 1],
    ['martin', 'marting', 1],
    ['martin', 'merlin', 2],
    ['', 'abc', 3],
  ])('counts what separates %s from %s', (one, other, apart) => {
    expect(distance(one, other)).toBe(apart);
    expect(distance(other, one)).toBe(apart);
    if (apart === 1) expect(withoutOne(one).some((rest) => withoutOne(other).includes(rest))).toBe(true);
  });

  it('does not take one name for another', () => {
    for (const [one, other] of [
      ['martin', 'bernard'],
      ['petit', 'robert'],
      ['roy', 'rey'],
      ['noel', 'leon'],
    ] as const)
      expect(likeness(one, other)).toBe(0);
    expect(soundOf('123')).toBe('');
  });

  it('reads the same thing in any case and with any accent', () => {
    expect(fold('ÉÈÊËŒÆÇÿ')).toBe(fold('éèêëœæçÿ').toLowerCase());
    expect(fold('Straße')).toBe('strasse');
  });
});

describe('an address and a subject keep what tells them apart', () => {
  it.each([
    ['12 bis rue des Lilas\n34000 Val-Clair', '12', ['lilas'], ['val', 'clair']],
    ['Appt 4, 3 avenue du Général Leclerc, 99100 Val-Clair', '4', ['general', 'leclerc'], ['val', 'clair']],
    ['Les Oliviers', null, ['oliviers'], []],
    ['', null, [], []],
  ])('%s', (address, number, street, town) => {
    expect(addressWords(address)).toEqual({ number, street, town });
  });

  it('leaves out what every subject says', () =>
    expect(subjectWords('Re: Demande de renouvellement de mon passeport, merci')).toEqual([
      'renouvellement',
      'passeport',
    ]));
});

describe('what is typed is understood before it is looked for', () => {
  const place = { prefix: 'VC', year: 2026 };
  const read = (q: string) => understand(q, place);

  it.each([
    ['VC-2026-000123-W', 'VC-2026-000123-W'],
    ['vc 2026 000123', 'VC-2026-000123-W'],
    ['2026-123', 'VC-2026-000123-W'],
    ['123', 'VC-2026-000123-W'],
    ['VC-2026-000123-A', 'VC-2026-000123-W'],
    ['demande VC2026000123', 'VC-2026-000123-W'],
    ['dossier 2026 000123', 'VC-2026-000123-W'],
  ])('a reference in %s', (q, reference) => expect(read(q).references[0]).toBe(reference));

  it.each([
    ['06 39 98 12 34', '33639981234'],
    ['+33 6 39 98 12 34', '33639981234'],
    ['0033639981234', '33639981234'],
    ['06.39.98.12.34', '33639981234'],
    ['12 34', '1234'],
    ['04 67', '0467'],
    ['martin 0639981234', '33639981234'],
  ])('a number in %s', (q, digits) => expect(read(q).phones).toEqual([digits]));

  it('tells a mail address, a SIRET and a house from a phone', () => {
    expect(read('Paul.Martin@Courriel.example').mails).toEqual(['paul.martin@courriel.example']);
    expect(read('732 829 320 00074').codes).toContain('73282932000074');
    expect(read('W123456789').codes).toEqual(['w123456789']);
    expect(read('12 rue des Lilas').words).toEqual(['12', 'lilas']);
    expect(read('12 rue des Lilas').phones).toEqual([]);
  });

  it('leaves out what is said of everybody', () =>
    expect(read('Mme Dupont rue Pasteur').words).toEqual(['dupont', 'pasteur']));

  it('takes the last word for one that grows until a space ends it', () => {
    expect(read('marie mart').growing).toBe('mart');
    expect(read('marie mart ').growing).toBe(null);
    expect(read('marie ma').growing).toBe(null);
  });

  it('survives anything that can be typed', () => {
    for (const q of [
      '',
      '   ',
      '@@@',
      '()',
      '+',
      '#',
      "'",
      '....',
      '\u202e\u0000',
      '😀',
      'a'.repeat(200),
      '1'.repeat(200),
    ])
      expect(read(q)).toMatchObject({ words: expect.any(Array) });
  });
});
