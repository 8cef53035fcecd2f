import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gsmExtension, gsmLetters } from '../../functions/sms/messages/alphabet.ts';
import { partsOf, toGsm } from '../../functions/sms/parts.ts';

describe('what a text costs is known before it leaves', () => {
  it.each<[string, string, string, number, number]>([
    ['nothing', '', 'gsm-7', 0, 1],
    ['one full text', 'a'.repeat(160), 'gsm-7', 160, 1],
    ['one letter more', 'a'.repeat(161), 'gsm-7', 161, 2],
    ['two full texts', 'a'.repeat(306), 'gsm-7', 306, 2],
    ['a third', 'a'.repeat(307), 'gsm-7', 307, 3],
    ['the euro, which takes two', '€'.repeat(80), 'gsm-7', 160, 1],
    ['one euro too many', '€'.repeat(81), 'gsm-7', 162, 2],
    ['a euro that would be cut in two', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 306, 3],
    ['French of every day', 'é è à ù Ç É'.repeat(10), 'gsm-7', 110, 1],
    ['one letter outside the alphabet', `${'a'.repeat(69)}ê`, 'ucs-2', 70, 1],
    ['and one more', `${'a'.repeat(70)}ê`, 'ucs-2', 71, 2],
    ['two full ones', 'ê'.repeat(134), 'ucs-2', 134, 2],
    ['a face that would be cut in two', `${'ê'.repeat(66)}😀${'ê'.repeat(66)}`, 'ucs-2', 134, 3],
  ])('counts %s', (_what, text, alphabet, units, parts) => {
    expect(partsOf(text)).toEqual({ alphabet, units, parts });
  });

  it('never counts fewer texts for more letters, whatever they are', () => {
    const sign = fc.oneof(fc.constantFrom(...gsmLetters, ...gsmExtension), fc.string({ maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 400 }), sign, (signs, more) => {
        const text = signs.join('');
        const before = partsOf(text);
        const after = partsOf(text + more);
        expect(after.parts).toBeGreaterThanOrEqual(before.parts);
        const most = before.alphabet === 'gsm-7' ? 160 : 70;
        expect(before.parts === 1).toBe(before.units <= most);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe('a text keeps to the cheap alphabet without saying anything else', () => {
  it.each([
    ['L’accueil est ouvert « dès 8 h » – merci…', 'L\'accueil est ouvert "dès 8 h" - merci...'],
    ['Ça y est, votre reçu est prêt', 'Ça y est, votre recu est pret'],
    ['Œuvre n° 12, À bientôt', 'OEuvre no 12, A bientot'],
    ['Déjà écrit comme il faut : 12 €', 'Déjà écrit comme il faut : 12 €'],
  ])('%s', (written, sent) => {
    expect(toGsm(written)).toBe(sent);
    expect(partsOf(toGsm(written)).alphabet).toBe('gsm-7');
  });

  it.each(['Le montant dû est réglé', 'Votre tâche est finie', 'Du maïs', 'Merci 😀', 'مرحبا'])(
    'leaves %s as it is',
    (text) => {
      expect(toGsm(text)).toBe(text);
    },
  );

  it('says the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(toGsm(toGsm(text))).toBe(toGsm(text));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
