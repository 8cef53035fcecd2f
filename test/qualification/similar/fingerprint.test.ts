import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alikeness,
  bandsOf,
  sameText,
  termsIn,
  vectorOf,
} from '../../../functions/qualification/similar/compare.ts';
import { fingerprintOf } from '../../../functions/qualification/similar/fingerprint.ts';
import { hash32, pack, unpack } from '../../../functions/qualification/similar/hash.ts';
import { ownWords } from '../../../functions/qualification/similar/own-words.ts';
import letters from '../../support/water-cut.json' with { type: 'json' };

const nobody = { name: null, email: null, phone: null, address: null };
const key = 0x5eed;
const message = (text: string, subject = '', sender = {}) => ({
  ...{ id: 'c1', subject, text },
  sender: { ...nobody, ...sender },
});
const printed = (text: string, subject = '') => fingerprintOf(message(text, subject), key);
const letter = [
  'Le lampadaire situé devant le 14 rue des Tanneurs ne fonctionne plus depuis trois semaines et le trottoir est',
  'défoncé au même endroit. Ma voisine, qui a 84 ans, est tombée mardi soir en rentrant chez elle. Je vous prie de',
  'bien vouloir faire réparer cet éclairage public au plus vite et de me tenir informée de la date des travaux.',
].join(' ');
/** A letter read badly: one character in `every` is another. */
const misread = (text: string, every: number) =>
  [...text].map((letter, at) => (at % every === every - 1 ? 'x' : letter)).join('');

describe('a letter of before is found by what it says, and by nothing else', () => {
  it.each([
    ['the same words with other capitals and lines', letter.toUpperCase().replaceAll('. ', '.\n\n'), 1, 1],
    ['read a little otherwise', misread(letter, 60), 0.55, 1],
    ['with a word of thanks more', `${letter} Avec mes remerciements.`, 0.75, 1],
    ['another letter about a lamp', 'Bonjour, un lampadaire clignote place du Marché, merci.', 0, 0.3],
    ['another matter', 'Je souhaite une copie intégrale de mon acte de naissance pour un mariage.', 0, 0.15],
  ])('%s', (_name, other, least, most) => {
    const likeness = sameText(printed(letter), printed(other));
    expect(likeness).toBeGreaterThanOrEqual(least);
    expect(likeness).toBeLessThanOrEqual(most);
  });

  it('reads of a form what was answered, never what was asked', () => {
    const form = { procedure: 'espace-public', revision: 1, answers: {}, reference: '', trackingHash: '' };
    const answered = (what: string, where: string) => ({
      ...message(`Type de problème\n${what}\n\nOù se trouve-t-il dans l’espace public ?\n${where}`),
      form,
    });
    const one = answered('Un lampadaire éteint', 'rue des Lilas');
    expect(ownWords(one)).toBe('Un lampadaire éteint\n\nrue des Lilas');
    expect(ownWords(message('Type de problème\nUn trou'))).toContain('Type de problème');
    const other = fingerprintOf(answered('Poubelles non ramassées', 'place du Marché'), key);
    expect(alikeness(vectorOf(fingerprintOf(one, key)), vectorOf(other))).toBeLessThan(0.15);
  });

  it('gives the same words one exact mark, and words too few none', () => {
    expect(printed(letter).exact).toBe(printed(`  ${letter.toLowerCase()}\n`).exact);
    expect(printed(letter).exact).not.toBe(printed(`${letter} Merci.`).exact);
    expect(printed('Merci').exact).toBe('');
  });

  it('makes near duplicates meet under a key, and hardly any others', () => {
    const bands = new Set(bandsOf(printed(letter)));
    expect(bandsOf(printed(misread(letter, 90))).some((band) => bands.has(band))).toBe(true);
    const meet = letters.other.filter(([subject = '', text = '']) =>
      bandsOf(printed(text, subject)).some((band) => bands.has(band)),
    );
    expect(meet).toEqual([]);
  });

  it('estimates how many pieces two texts share, within a fifth nineteen times in twenty', () => {
    const pieces = (text: string) =>
      new Set(Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5)));
    const word = fc.stringMatching(/^[a-z]{4,9}$/);
    const texts = fc.tuple(
      fc.array(word, { minLength: 12, maxLength: 25 }),
      fc.array(word, { minLength: 1, maxLength: 12 }),
    );
    const errors = fc.sample(texts, { numRuns: 60, seed: 7 }).map(([words, others]) => {
      const [a, b] = [words.join(' '), [...words.slice(others.length), ...others].join(' ')];
      const [one, two] = [pieces(a), pieces(b)];
      const shared = [...one].filter((piece) => two.has(piece)).length;
      return Math.abs(sameText(printed(a), printed(b)) - shared / (one.size + two.size - shared));
    });
    expect(errors.sort((x, y) => x - y)[Math.floor(errors.length * 0.95) - 1]).toBeLessThan(0.2);
  });

  it('is of a fixed size, says the same twice, and nothing without the key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 60 }),
        (text, subject) => {
          const one = printed(text, subject);
          expect(printed(text, subject)).toEqual(one);
          expect(one.shape).toHaveLength(96);
          expect(one.terms.length).toBeLessThanOrEqual(32 * 7);
          expect(JSON.stringify(one).length).toBeLessThan(450);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
    expect(fingerprintOf(message(letter), key + 1)).not.toMatchObject({ exact: printed(letter).exact });
  });

  it('holds no word, no name and no address of anybody', () => {
    const one = fingerprintOf(
      message(letter, 'Lampadaire', { name: 'Odette Marchandeau', email: 'o@ex.fr' }),
      key,
    );
    for (const word of ['lampadaire', 'tanneurs', 'odette', 'marchandeau', 'o@ex.fr'])
      expect(JSON.stringify(one).toLowerCase()).not.toContain(word);
  });

  it('knows one person by mailbox, else number, else name with address, whatever the spelling', () => {
    const of = (sender: object) => fingerprintOf(message(letter, '', sender), key).who;
    expect(of({ email: 'O.M@ex.fr', name: 'A' })).toBe(of({ email: 'o.m@ex.fr', name: 'B' }));
    expect(of({ phone: '06 12 34 56 78' })).toBe(of({ phone: '+33612345678' }));
    expect(of({ name: 'Paul Durand', address: '1 rue A' })).not.toBe(
      of({ name: 'Paul Durand', address: '2 rue A' }),
    );
    expect(of({})).toBe('');
  });

  it('leaves who writes out of what it is about', () => {
    const without = fingerprintOf(message('Delcambre vous écrit', '', { name: 'Fabrice Delcambre' }), key);
    expect(termsIn(without).map(({ hash }) => hash)).not.toContain(hash32('delcambr', key));
  });

  it('weighs likeness between nothing and all, the same both ways', () => {
    const vectors = [...letters.cut, ...letters.other].map(([subject = '', text = '']) =>
      vectorOf(printed(text, subject)),
    );
    for (const one of vectors.slice(0, 8))
      for (const other of vectors) {
        const there = alikeness(one, other);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1.000001);
        expect(alikeness(other, one)).toBeCloseTo(there, 10);
      }
  });

  it('packs numbers and finds them again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff_ffff })), (numbers) => {
        expect(unpack(pack(numbers, 6), 6)).toEqual(numbers);
      }),
      { seed: 3 },
    );
  });
});
