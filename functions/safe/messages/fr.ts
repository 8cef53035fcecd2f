import { dayInWords } from '../../letters/messages/fr.ts';

/** Words of the mails that warn of papers: kinds and days only, and nothing of whom. */
export const kindNames: Record<string, string> = {
  domicile: 'justificatif de domicile',
  'facture-energie': 'facture (eau, énergie, téléphone)',
  quittance: 'quittance de loyer',
  'attestation-assurance': 'attestation d’assurance du logement',
  'titre-propriete': 'titre de propriété',
  bail: 'bail',
  hebergement: 'attestation d’hébergement',
  'carte-identite': 'carte d’identité',
  passeport: 'passeport',
  'titre-sejour': 'titre de séjour',
  livret: 'livret de famille',
  'acte-naissance': 'acte de naissance',
  jugement: 'décision de justice',
  'avis-impot': 'avis d’impôt',
  'attestation-caf': 'attestation de la CAF ou de la MSA',
  'attestation-employeur': 'attestation de l’employeur',
  'certificat-scolarite': 'certificat de scolarité',
  radiation: 'certificat de radiation',
  vaccination: 'page de vaccination',
  rib: 'relevé d’identité bancaire',
  'carte-grise': 'carte grise',
  photo: 'photo d’identité',
};
type Line = { kind: 'expires' | 'expired' | 'season'; what: string; on: string; title: string };
const lineOf = ({ kind, what, on, title }: Line): string => {
  const day = dayInWords(on);
  if (kind === 'season') return `- ${title}, à partir du ${day} : ${what}, à préparer ou à renouveler.`;
  return kind === 'expired' ? `- ${what} : périmé depuis le ${day}.` : `- ${what} : valable jusqu’au ${day}.`;
};

export const warningMail = {
  subject: 'Des documents à renouveler dans votre coffre',
  open: 'Ouvrir mon coffre',
  foot: 'Vous avez demandé ces rappels. Vous pouvez les arrêter à tout moment depuis votre coffre. Message automatique : ne répondez pas à cette adresse.',
  text: (given: { name: string | null; lines: readonly Line[]; authority: string; url: string }): string =>
    [
      given.name ? `Bonjour ${given.name},` : 'Bonjour,',
      'Pour que vos prochaines démarches se passent bien :',
      given.lines.map(lineOf).join('\n'),
      `Votre coffre : ${given.url}`,
      `Cordialement,\n${given.authority}`,
    ].join('\n\n'),
};
export const otherKind = 'un document';
