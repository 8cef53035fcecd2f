import { describe, expect, it } from 'vitest';
import { referenceIn, senderIn, subjectIn } from '../../../functions/qualification/extraction/extract.ts';
import { corpus } from '../../../infra/train.ts';

describe('who writes is read from the letter', () => {
  it('reads name, address, phone and mail of a private letter', () => {
    const letter =
      'Jeanne Aubry\n12 rue des Primevères\n99180 Marsignolles\n06 39 98 07 72\njeanne.aubry@courriel.example\n\nMadame la Maire,\nLe trottoir est cassé.\nJeanne Aubry';
    expect(senderIn(letter)).toEqual({
      name: 'Jeanne Aubry',
      email: 'jeanne.aubry@courriel.example',
      phone: '06 39 98 07 72',
      address: '12 rue des Primevères, 99180 Marsignolles',
    });
  });
  it('trusts what the channel already knows', () => {
    expect(senderIn('Cordialement, Luc', { email: 'luc@courriel.example' }).email).toBe(
      'luc@courriel.example',
    );
  });
  it('finds every phone and mail of the corpus and invents none', () => {
    type Row = { text: string; channel: string; sender: { phone: string | null; email: string | null } };
    const rows = corpus() as unknown as Row[];
    const wrong = rows.filter(({ text, channel, sender }) => {
      const read = senderIn(text, {}, channel);
      return read.phone !== sender.phone || read.email !== sender.email;
    });
    expect(wrong.map(({ text }) => text.slice(0, 60))).toEqual([]);
  });
});

describe('the subject and the reference are returned as written', () => {
  it.each([
    ['Objet : demande de place\nMadame, ...', 'demande de place'],
    ['Madame,\nLe lampadaire est éteint. Merci.', 'Le lampadaire est éteint.'],
  ])('%s', (text, subject) => expect(subjectIn(text)).toBe(subject));
  it.each([
    ['ma demande VC-2026-000123-W du 3 mai', 'VC-2026-000123-W'],
    ['dossier VC 2026 000123 svp', 'VC 2026 000123'],
    ['facture 2026-000123', null],
  ])('%s', (text, reference) => expect(referenceIn(text)).toBe(reference));
});
