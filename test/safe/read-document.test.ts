import { describe, expect, it } from 'vitest';
import { validityOn, validUntilOf } from '../../functions/safe/kinds.ts';
import { readDocument } from '../../functions/safe/read-document.ts';

const today = '2026-11-22';
const bill = `Énergie du Clain
Madame Inès Marchetti
12 rue des Tanneurs
86000 Val-Clair

Facture d'électricité du 14 octobre 2026
Abonnement et consommation : 62,40 €`;
const tax = `Direction générale des finances publiques
AVIS D'IMPÔT 2026 sur les revenus de l'année 2025
Numéro fiscal du déclarant 1 : 12 34 567 890 123
Référence de l'avis : 26 86 A123456 78
Monsieur Paul Lemoine
3 allée des Tilleuls
86000 Val-Clair
Revenu fiscal de référence : 24 318`;

describe('a document says itself what it is', () => {
  it.each([
    ['facture-energie', bill],
    ['avis-impot', tax],
    ['acte-naissance', 'Extrait d’acte de naissance\nNom MARCHETTI\nL’officier de l’état civil'],
    ['carte-identite', 'RÉPUBLIQUE FRANÇAISE\nCARTE NATIONALE D’IDENTITÉ / IDENTITY CARD'],
    ['quittance', 'Quittance de loyer du mois de mars 2026'],
    [null, 'Bonjour, voici ma photo de vacances'],
  ])('takes it for %s', (type, text) => {
    expect(readDocument(text, today).type).toBe(type);
  });

  it('reads its day, whose it is and where, for its owner to correct', () => {
    expect(readDocument(bill, today)).toEqual({
      type: 'facture-energie',
      issuedOn: '2026-10-14',
      validUntil: null,
      read: [
        { code: 'name', value: 'Inès Marchetti' },
        { code: 'address', value: '12 rue des Tanneurs, 86000 Val-Clair' },
      ],
    });
  });

  it('reads the year, the number and the income of a tax notice', () => {
    const { read } = readDocument(tax, today);
    expect(Object.fromEntries(read.map(({ code, value }) => [code, value]))).toMatchObject({
      taxYear: '2025',
      taxNumber: '1234567890123',
      taxReference: '2686A12345678',
      income: '24318',
    });
  });

  it('takes the day a title ends for its end, never for its day', () => {
    const card =
      'CARTE NATIONALE D’IDENTITÉ\nNée le 12/05/1990\nDélivrée le 03/06/2022\nDate d’expiration 02/06/2032';
    expect(readDocument(card, today)).toMatchObject({ issuedOn: '2022-06-03', validUntil: '2032-06-02' });
  });

  it('says nothing of what was not read', () => {
    expect(readDocument('', today)).toEqual({ type: null, issuedOn: null, validUntil: null, read: [] });
  });
});

describe('a document is good for as long as its kind is taken', () => {
  it.each([
    ['facture-energie', '2026-11-30', '2027-02-28'],
    ['livret', '2020-01-01', null],
    ['avis-impot', '2026-08-01', '2027-08-01'],
  ])('%s of %s until %s', (type, issued, until) => {
    expect(validUntilOf(type, issued, '2026-12-01')).toBe(until);
  });
  it('counts from the day it was stored when it says none', () => {
    expect(validUntilOf('quittance', null, '2026-11-22')).toBe('2027-02-22');
  });
  it.each([
    ['2026-11-21', 'expired'],
    ['2026-11-22', 'soon'],
    ['2026-12-22', 'soon'],
    ['2026-12-23', 'valid'],
  ])('until %s is %s', (until, state) => expect(validityOn(until, today)).toBe(state));
});
