import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundIn, masked, senderIn } from '../../../functions/qualification/extraction/extract.ts';
import { isNir } from '../../../functions/qualification/extraction/nir.ts';
import { isIban, isSiret } from '../../../functions/qualification/extraction/organisation-numbers.ts';
import { corpus } from '../../../infra/train.ts';

const today = '2026-03-24';
const read = (text: string) =>
  foundIn(text, { today, towns: ['Marsignolles'], own: ['+33199002000'] }).map(
    ({ kind, start, end, value, of }) => [kind, text.slice(start, end), value, of],
  );
const of = (kind: string, text: string) => read(text).filter(([found]) => found === kind);

describe('what a letter says is found where it stands', () => {
  it.each([
    ['date', 'reçu le 1er mars 2026', '1er mars 2026', '2026-03-01'],
    ['date', 'le 27/02', '27/02', '2026-02-27'],
    ['date', 'le 20 décembre', '20 décembre', '2025-12-20'],
    ['deadline', 'répondez avant le 15 avril.', 'avant le 15 avril', '2026-04-15'],
    ['deadline', 'sous quinze jours', 'sous quinze jours', 'P15D'],
    ['deadline', 'dans un délai de deux mois', 'dans un délai de deux mois', 'P2M'],
    ['deadline', 'sous 48 heures', 'sous 48 heures', 'PT48H'],
    ['deadline', 'sous huitaine', 'sous huitaine', 'P8D'],
    ['amount', 'payer 1 250,50 € demain', '1 250,50 €', '125050'],
    ['amount', '23 euros 10', '23 euros 10', '2310'],
    ['amount', '4 300 euros de retard', '4 300 euros', '430000'],
    ['permit', 'la DP 099 101 26 00012', 'DP 099 101 26 00012', 'DP 099 101 26 00012'],
    ['permit', 'permis PC09910126A0012', 'PC09910126A0012', 'PC 099 101 26 A0012'],
    ['plate', 'voiture AB-123-CD', 'AB-123-CD', 'AB-123-CD'],
    ['plate', 'véhicule immatriculé 1234 XY 69', '1234 XY 69', '1234-XY-69'],
    ['siret', 'SIRET 732 829 320 00074', '732 829 320 00074', '73282932000074'],
    ['rna', 'RNA W751234567', 'W751234567', 'W751234567'],
    [
      'iban',
      'FR14 2004 1010 0505 0001 3M02 606 merci',
      'FR14 2004 1010 0505 0001 3M02 606',
      'FR1420041010050500013M02606',
    ],
    ['invoice', 'facture n° 2026-0441 du 3', '2026-0441', '2026-0441'],
    ['phone', 'tél. 06.39.98.11.22', '06.39.98.11.22', '+33639981122'],
    ['email', 'Écrire à A.Roux@Courriel.example', 'A.Roux@Courriel.example', 'a.roux@courriel.example'],
    ['reference', 'dossier VC-2026-000123-W', 'VC-2026-000123-W', 'VC-2026-000123-W'],
    ['subject', 'Objet : le trottoir\nBonjour', 'le trottoir', 'le trottoir'],
    ['person', 'J’ai vu M. Paul Durand hier.', 'M. Paul Durand', 'M. Paul Durand'],
    ['place', 'un trou rue des Lilas hier', 'rue des Lilas', 'rue des Lilas'],
    ['place', 'à marsignolles même', 'marsignolles', 'marsignolles'],
  ])('%s in « %s »', (kind, text, written, value) => {
    expect(of(kind, text).map((found) => found.slice(0, 3))).toEqual([[kind, written, value]]);
  });

  it("tells the sender's own number from a neighbour's and from the authority's", () => {
    const text =
      'Votre accueil, 01 99 00 20 00, ne répond pas. Appelez mon voisin au 06 39 98 11 11.\n\nLéa Roux\n06 39 98 22 22';
    expect(of('phone', text).map(([, , value, whose]) => [value, whose])).toEqual([
      ['+33199002000', 'other'],
      ['+33639981111', 'other'],
      ['+33639982222', 'sender'],
    ]);
  });

  it.each([
    ['siret', 'SIRET 732 829 320 00075'],
    ['iban', 'FR15 2004 1010 0505 0001 3M02 606'],
    ['plate', 'pavillon II 123 OO'],
    ['date', 'le 31/02/2026, au chapitre 12.5'],
    ['amount', 'lot 4 de 300 m²'],
  ])('takes no %s for one that cannot be', (kind, text) => expect(of(kind, text)).toEqual([]));
});

describe('a number of the national register is never shown', () => {
  it.each([
    ['1 85 05 78 006 084 91', true],
    ['2 84 02 2A 004 012 41', false],
  ])('masks %s when it is one', (number) => {
    const text = `Mon numéro de sécurité sociale : ${number}.`;
    expect(masked(text)).toHaveLength(text.length);
    expect(masked(text)).not.toMatch(/\d{2}/);
    const [found] = of('nir', text);
    expect(found?.[1]).toBe(number);
    expect(found?.[2]).not.toMatch(/\d/);
  });
  it('leaves other numbers as they are', () => {
    const text = 'Compteur 1 85 05 78 006 084 92, tél. 06 39 98 11 22, facture 2026-0441';
    expect(masked(text)).toBe(text);
  });
  it.each([
    ['Je suis née ainsi : 2 85 05 78 006 084, merci.', true],
    ['Voici 1850578006084 pour le dossier médical.', true],
    ['2 84 02 2A 004 012, née à Ajaccio', true],
    ['Votre facture 1850578006084 du mois dernier', false],
    ['Compteur n° 1850578006084', false],
    ['code 2 85 17 78 006 084', false],
    ['code 3 85 05 78 006 084', false],
    ['code 2 85 05 96 006 084', false],
  ])('without its key, where it can be nothing else: %s', (text, isMasked) => {
    expect(masked(text) !== text).toBe(isMasked);
  });
  it('knows the key of every number, of Corsica too', () => {
    const thirteen = fc.stringMatching(/^[12]\d{2}(0[1-9]|1[0-2])(0[1-9]|[1-8]\d|2A|2B)\d{6}$/);
    fc.assert(
      fc.property(thirteen, fc.integer({ min: 1, max: 96 }), (number, slip) => {
        const digits = number.replace('2A', '19').replace('2B', '18');
        const key = 97 - Number(BigInt(digits) % 97n);
        const wrong = ((key - 1 + slip) % 97) + 1;
        const written = (of: number) => String(of).padStart(2, '0');
        return isNir(number, written(key)) && !isNir(number, written(wrong));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe('checksums', () => {
  it('hold a SIRET by Luhn, and those of La Poste by their sum', () => {
    expect(['73282932000074', '35600000000048', '35600000049837'].map(isSiret)).toEqual([true, true, true]);
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{12}$/), fc.integer({ min: 1, max: 9 }), (thirteen, slip) => {
        const right = [...'0123456789'].map((last) => thirteen + last).find(isSiret) ?? '';
        const last = (Number(right.at(-1)) + slip) % 10;
        return right.startsWith('356000000') || !isSiret(thirteen + last);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
  it('notice one wrong digit of an account', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 1, max: 9 }), (at, slip) => {
        const iban = 'FR7630006000011234567890189';
        const digit = (Number(iban[at]) + slip) % 10;
        return isIban(iban) && !isIban(iban.slice(0, at) + digit + iban.slice(at + 1));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe('whatever somebody writes', () => {
  const bits = fc.constantFrom(
    'Mme Léa Roux',
    '06 39 98 11 22',
    '12 rue Haute',
    '99100 Val-Clair',
    'a@b.example',
    '1 250 €',
    'avant le 3 mai',
    ' ',
    '\n',
    ', ',
    '. ',
    '«',
    '|',
    'VC-2026-000123',
    'FR14',
    'é',
    '\u{1f600}',
    '\r\n',
    'Objet : ',
  );
  it('each place cuts the very text, in order, without overlap, and few are kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join('');
          const found = foundIn(text, { today });
          let at = 0;
          for (const { start, end } of found) {
            if (start < at || end <= start || end > text.length) return false;
            at = end;
          }
          return found.length <= 60 && masked(text).length === text.length;
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  }, 20_000);
  it('reads every message of the corpus in places that lie in it', () => {
    const rows = corpus(['mails-and-notes']);
    for (const { text, channel } of rows)
      for (const { start, end } of foundIn(text, { channel, today }))
        expect(text.slice(start, end)).toMatch(/\S/);
  });
  it.each(['a', 'A.', '\n', '12 rue ', '99100 A', 'a@', 'De : a\n', 'l\u2019'])(
    'a hundred thousand characters of %j cost no more than a blink',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const least = (read: () => unknown) =>
        Math.min(
          ...[1, 2].map(() => {
            const before = process.cpuUsage();
            read();
            const { user, system } = process.cpuUsage(before);
            return (user + system) / 1000;
          }),
        );
      expect(least(() => foundIn(text, { today }))).toBeLessThan(100);
      expect(least(() => senderIn(text))).toBeLessThan(50);
      expect(least(() => masked(text))).toBeLessThan(50);
    },
  );
});
