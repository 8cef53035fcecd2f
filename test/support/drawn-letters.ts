import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterGiven } from '../../functions/letters/letter.ts';
import { legalMentions } from '../../functions/letters/mentions.ts';
import { Authority } from '../../functions/settings/authority.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };

export const authority = Authority.parse(valClair);
const folder = join(import.meta.dirname, '../../infra/collectivities/val-clair/theme');
export const logo = readFileSync(join(folder, 'logo.svg'), 'utf8');
export const education = authority.departments.find(({ code }) => code === 'education');
export const longestAddress = [
  'Mme Zoé-Éléonore ŁĘCKA-DE SAINT-AUBIN',
  'APPARTEMENT 12 ESCALIER B ETAGE 04',
  'RESIDENCE LES GRANDS TILLEULS BATIMENT',
  '1234 BOULEVARD DE LA REPUBLIQUE DROITE',
  'LIEU DIT LES ORMES DU HAUT CHATEAUNEUF',
  '99160 VILLEBRUNE SUR CLAIRETTE CEDEX 1',
];
const reference = 'VC-2026-000123-W';
const plain: LetterGiven = {
  ...{ authority, reference, subject: 'Acte de naissance', day: '2026-04-01', enclosures: [] },
  recipient: ['Jeanne Martin', '3 RUE HAUTE', '99100 VAL CLAIR'],
  text: 'Bonjour,\n\nVoici votre acte.\n\nCordialement.',
};
const whole: LetterGiven = {
  ...plain,
  ...{ department: education ?? null, logo, recipient: longestAddress },
  author: { givenName: 'Inès', familyName: 'Delcourt', title: 'Instructrice des inscriptions' },
  qr: 'PARVIS:REQ:v1:letter:VC-2026-000123-W:3fa9c1d2:0123456789ab',
  short: '4827-1930-5562-K',
};
const slipCode = 'PARVIS:REQ:v1:slip:VC-2026-000123-W:aa99c1d2';
/** One part for each of so many documents. */
const partsFor = (documents: number) =>
  Array.from({ length: documents }, (_, index) => ({
    qr: `${slipCode}.${index + 1}:0123456789ab`,
    short: `4827-1930-${String(5500 + index)}-K`,
  }));

/** One letter of each kind that leaves the authority. */
export const letters: Record<string, LetterGiven> = {
  plain,
  'to nobody known': { ...plain, recipient: [] },
  refusal: {
    ...whole,
    subject: 'Dérogation de secteur scolaire & cantine <maternelle>',
    text: 'Madame,\n\n## Notre réponse\n\nNous ne pouvons pas donner une suite favorable.\n\nEn droit : article L. 212-8 du code de l’éducation.\n\nEn fait : l’école est pleine.\n\nVous pouvez :\n\n- attendre ;\n- voir https://demarches.val-clair.example/aide.\n\n1. Un\n2. Deux',
    signature: {
      mode: 'seal',
      capacity: 'Pour le président et par délégation',
      signatory: { givenName: 'Marc', familyName: 'Aubry', title: 'Directeur général adjoint' },
    },
    verification: { url: 'https://demarches.val-clair.example/verifier/8f3a91c07b' },
    mentions: legalMentions({
      ...{ kind: 'decision', outcome: 'refused', algorithm: true },
      ...{ procedureTitle: 'Inscription scolaire', authority },
    }),
    enclosures: ['reglement.pdf', 'deliberation.pdf'],
  },
  'request for documents': {
    ...whole,
    text: 'Bonjour,\n\nIl manque :\n\n- un justificatif\n- un certificat\n\nEnvoyez-les au plus tard le 22 décembre 2026.',
    slip: {
      documents: [
        'Justificatif de domicile de moins de trois mois (ou attestation)',
        'Certificat de radiation',
      ],
      ...{ until: '2026-12-22', address: ['Val-Clair', '1 place du Marché', '99100 VAL CLAIR'] },
      ...{ qr: `${slipCode}:0123456789ab`, short: '1111-2222-3333-K' },
      ...{ from: longestAddress, parts: partsFor(2) },
    },
  },
  'one document': {
    ...whole,
    slip: {
      documents: ['Justificatif de domicile'],
      ...{ until: '2026-12-22', address: ['Val-Clair'], from: ['Jeanne Martin'] },
      ...{ qr: `${slipCode}:0123456789ab`, short: '1111-2222-3333-K' },
    },
  },
  'many documents': {
    ...whole,
    text: Array.from({ length: 14 }, (_, index) => `Paragraphe ${index} de la lettre. `.repeat(5)).join(
      '\n\n',
    ),
    slip: {
      documents: Array.from(
        { length: 14 },
        (_, index) => `Document numéro ${index + 1} de la liste demandée`,
      ),
      ...{
        until: null,
        address: ['Val-Clair'],
        qr: `${slipCode}:0123456789ab`,
        parts: partsFor(14),
      },
    },
  },
  long: {
    ...whole,
    text: `${'Une très longue phrase sans fin. '.repeat(260)}\n\n${Array.from({ length: 60 }, (_, index) => `- point ${index} `.repeat(12)).join('\n')}`,
    signature: {
      mode: 'personal',
      capacity: null,
      signatory: { givenName: 'Marc', familyName: 'Aubry', title: 'Maire' },
    },
  },
  'names of Europe': {
    ...whole,
    recipient: ['Łukasz Ğürel-Nguyễn Ольга Παπαδόπουλος', '3 RUE HAUTE', '99100 VAL CLAIR'],
    text: 'Dzień dobry Łucja, Đorđe, İnci, Ștefan, Þóra, Ольга, Ελένη, l’œuvre : 12 € — « fin » ﬁ \u202e\u200b مرحبا.',
  },
};
