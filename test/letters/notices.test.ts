import { describe, expect, it } from 'vitest';
import {
  documentsRequestLetter,
  implicitLetter,
  receiptLetter,
  reminderLetter,
  transferLetter,
} from '../../functions/letters/notices.ts';
import { authority, education } from '../support/drawn-letters.ts';

if (!education) throw new Error('no department');
const common = {
  ...{ subject: 'Inscription', reference: 'VC-2026-000123-W', name: 'Jeanne Martin' },
  ...{ trackingUrl: 'https://demarches.val-clair.example/suivi', department: education, authority },
  signed: null,
};
const documents = [
  {
    label: 'Justificatif de domicile',
    accepts: ['attestation d’hébergement'],
    requiredBy: 'arrêté du 8 juin 2020',
  },
  { label: 'Certificat de radiation', hint: 'Demandez-le à l’ancienne école.' },
];
const asked = { ...common, documents, until: '2026-12-22' };

describe('a request for documents says what, by when, how, and what the law does meanwhile', () => {
  it('lists each with what will do as well', () => {
    const { subject, text } = documentsRequestLetter({ ...asked, silence: 'none', stopsClock: false });
    expect(subject).toContain('Inscription');
    expect(text).toContain(
      '- Justificatif de domicile (ou attestation d’hébergement) [document exigé par : arrêté du 8 juin 2020]',
    );
    expect(text).toContain('- Certificat de radiation. Demandez-le à l’ancienne école');
    for (const words of [
      '22 décembre 2026',
      common.trackingUrl,
      education?.postalAddress ?? '',
      'VC-2026-000123-W',
    ])
      expect(text).toContain(words);
  });

  it.each([
    ['sva', true, 'commencera le jour où nous les aurons tous reçus'],
    ['svr', true, 'suspendu jusqu’au 22 décembre 2026'],
    ['svr', false, 'ne change pas les délais'],
    ['none', true, 'ne change pas les délais'],
  ] as const)('under %s, clock stopped: %s (CRPA L114-5)', (silence, stopsClock, words) => {
    const { text } = documentsRequestLetter({ ...asked, silence, stopsClock });
    expect(text).toContain(words);
    expect(text.includes('L. 114-5')).toBe(stopsClock && silence !== 'none');
  });

  it('refuses to ask for nothing, or without a day', () => {
    expect(() =>
      documentsRequestLetter({ ...asked, documents: [], silence: 'svr', stopsClock: true }),
    ).toThrow('documents');
    expect(() => documentsRequestLetter({ ...asked, until: '', silence: 'svr', stopsClock: true })).toThrow(
      'until',
    );
  });

  it('is recalled with what is still missing', () => {
    const { text } = reminderLetter({ ...asked, askedOn: '2026-11-22' });
    for (const words of ['22 novembre 2026', '22 décembre 2026', 'Certificat de radiation'])
      expect(text).toContain(words);
  });

  it('is acknowledged, with what still lacks', () => {
    const given = { ...common, received: ['domicile.pdf'], on: '2026-12-01', until: '2026-12-22' };
    expect(receiptLetter({ ...given, missing: [] }).text).toContain('Votre dossier est complet');
    expect(receiptLetter({ ...given, missing: documents.slice(1) }).text).toContain(
      'au plus tard le 22 décembre 2026',
    );
  });
});

describe('a transfer tells where the request goes and which clock runs (CRPA L114-2, L114-3)', () => {
  const to = {
    name: 'Département des Trois-Vals',
    postalAddress: '2 rue de la Préfecture, 99000 Clermoulins',
  };
  const given = { ...common, on: '2026-11-25', receivedOn: '2026-11-22', to };
  it.each([
    ['svr', 'court depuis le 22 novembre 2026'],
    ['sva', 'court du jour où l’administration compétente reçoit'],
    ['none', 'L. 114-4'],
  ] as const)('%s', (silence, words) => {
    const { text } = transferLetter({ ...given, silence });
    for (const one of [words, to.name, to.postalAddress, '25 novembre 2026', 'L. 114-2'])
      expect(text).toContain(one);
  });
  it('refuses to send it nowhere', () => {
    expect(() => transferLetter({ ...given, to: { ...to, postalAddress: '' }, silence: 'svr' })).toThrow(
      'to.postalAddress',
    );
  });
});

describe('what silence decided is said whole', () => {
  const born = { ...common, receivedOn: '2026-04-02', on: '2026-06-02', appealUntil: '2026-08-03' };
  it('an acceptance is attested (CRPA L232-3), without remedies', () => {
    const { text } = implicitLetter({ ...born, effect: 'granted' });
    for (const words of ['2 juin 2026 à minuit', '2 avril 2026', 'L. 232-3', 'L. 231-1'])
      expect(text).toContain(words);
    expect(text).not.toContain('recours');
  });
  it('a rejection says reasons, remedies and their last day (CRPA L232-4, CJA R421-2)', () => {
    const { text } = implicitLetter({ ...born, effect: 'refused' });
    for (const words of [
      '2 juin 2026 à minuit',
      'L. 232-4',
      'L. 231-4',
      authority.court.address,
      'jusqu’au 3 août 2026 inclus',
      'telerecours',
    ])
      expect(text).toContain(words);
  });
  it('names no last day when the term cannot be opposed', () => {
    const { text } = implicitLetter({
      ...born,
      effect: 'refused',
      appealUntil: null,
      article: 'article R. 423-1',
    });
    expect(text).toContain('dans un délai de deux mois');
    expect(text).toContain('(article R. 423-1)');
  });
  it('refuses to reject without the address of the court', () => {
    const court = { name: 'TA', address: ' ' };
    expect(() => implicitLetter({ ...born, effect: 'refused', authority: { ...authority, court } })).toThrow(
      'court.address',
    );
  });
});
