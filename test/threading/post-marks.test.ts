import { describe, expect, it } from 'vitest';
import { isBroughtBack, reasonOnSheet } from '../../functions/threading/post-marks.ts';

describe('what the post says on a letter that it brings back', () => {
  it.each([
    ['NPAI', 'unknown-address'],
    ["N'habite pas à l'adresse indiquée", 'unknown-address'],
    ["Retour à l'envoyeur", 'unknown-address'],
    ['Pli avisé et non réclamé', 'unclaimed'],
    ['Pli refusé par le destinataire', 'refused'],
    ["Défaut d'accès", 'inaccessible'],
  ])('%s: %s', (mark, reason) => {
    const sheet = `Madame, votre dossier est complet.\n${mark}\n22 11 2026`;
    expect([isBroughtBack(sheet), reasonOnSheet(sheet)]).toEqual([true, reason]);
  });

  it('says nothing certain on a sticker that lists every reason', () => {
    const sticker = "Destinataire inconnu à l'adresse\nPli avisé et non réclamé\nPli refusé\nDéfaut d'accès";
    expect(reasonOnSheet(sticker)).toBe('unknown-address');
  });

  it('is not what somebody answers of their own', () => {
    expect(
      isBroughtBack("Bonjour, je n'habite plus à l'adresse que vous avez, merci de m'écrire ailleurs."),
    ).toBe(false);
    expect(isBroughtBack("Je refuse votre offre et j'ai réclamé deux fois.")).toBe(false);
  });
});
