import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLines } from '../../functions/letters/address-lines.ts';

describe('an address is written as the post reads it (NF Z 10-011)', () => {
  it.each<[string, string | null, string, string[]]>([
    [
      'a house',
      'Jeanne Martin',
      '3, rue Haute\n99100 Val-Clair',
      ['Jeanne Martin', '3 RUE HAUTE', '99100 VAL CLAIR'],
    ],
    [
      'on one line',
      null,
      '12 bis avenue de l’Île, 99130 Lanterolles',
      ['12 BIS AVENUE DE L ILE', '99130 LANTEROLLES'],
    ],
    [
      'with the town on the line of the street',
      'Paul',
      '1 place du Marché 99100 Val-Clair\nFrance',
      ['Paul', '1 PLACE DU MARCHE', '99100 VAL CLAIR'],
    ],
    [
      'a flat: what stands before the street keeps its letters',
      'Zoé Cœur',
      'Appartement 12, étage 3\nRésidence des Œillets\n3 rue du Général-Leclerc\n99160 Villebrune-sur-Clairette',
      [
        'Zoé Cœur',
        'Appartement 12, étage 3',
        'RESIDENCE DES OEILLETS',
        '3 RUE DU GENERAL LECLERC',
        '99160 VILLEBRUNE SUR CLAIRETTE',
      ],
    ],
    [
      'abroad',
      'Jan',
      'Rue de la Loi 1\n1000 Bruxelles\nBelgique',
      ['Jan', 'RUE DE LA LOI 1', '1000 BRUXELLES', 'BELGIQUE'],
    ],
  ])('%s', (_what, name, address, lines) => {
    expect(addressLines(name, address)).toEqual({ lines, problems: [] });
  });

  it('shortens a street as the norm does before it gives up', () => {
    const { lines, problems } = addressLines(
      'A',
      '1234 boulevard du Commandant Charcot de Saint-Aubin\n99100 Val-Clair',
    );
    expect(lines).toEqual(['A', '1234 BD DU CDT CHARCOT DE SAINT AUBIN', '99100 VAL CLAIR']);
    expect(problems).toEqual([]);
  });

  it('cuts a long line in two while lines are left', () => {
    const { lines, problems } = addressLines(
      'Association des amis de la bibliothèque de Val-Clair',
      '1 rue A\n99100 Val-Clair',
    );
    expect(lines).toEqual([
      'Association des amis de la',
      'bibliothèque de Val-Clair',
      '1 RUE A',
      '99100 VAL CLAIR',
    ]);
    expect(problems).toEqual([]);
  });

  it.each<[string, string | null, string]>([
    ['address-missing', null, 'nobody knows it'],
    ['no-postal-code', '3 rue Haute\nVal-Clair', 'no postal code'],
    ['too-many-lines', 'a\nb\nc\nd\ne\nf\n99100 Val-Clair', 'seven lines'],
    ['line-too-long', 'X'.repeat(45).concat('\n99100 Val-Clair'), 'one word of 45 signs'],
  ])('says %s when %s', (code, address) => {
    expect(addressLines('Jeanne', address).problems.map((one) => one.code)).toContain(code);
  });

  it('never loses a word, whatever people typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,4}$/), { minLength: 1, maxLength: 5 }),
        (typed) => {
          const { lines } = addressLines(null, [...typed, '99100 Val-Clair'].join('\n'));
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.at(-1)).toBe('99100 VAL CLAIR');
        },
      ),
      { seed: 3 },
    );
  });
});
