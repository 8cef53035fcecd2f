import { remedyOf } from './remedies-fr.ts';

/** French of the letters that the instruction sends. Law between the lines: CRPA L114-2, L114-3, L114-5, L232-3, L232-4, R112-11-4. */
type Office = { name: string; postalAddress: string; email?: string | null; phone?: string | null };
type Awaited = {
  label: string;
  hint?: string | null;
  requiredBy?: string | null;
  accepts?: readonly string[];
};
type Mode = 'sva' | 'svr' | 'none';

const code = 'du code des relations entre le public et l’administration';
const lines = ({ name, postalAddress, email, phone }: Office): string =>
  [name, postalAddress, email && `Courriel : ${email}`, phone && `Téléphone : ${phone}`]
    .filter(Boolean)
    .join('\n');
const alternatives = new Intl.ListFormat('fr', { type: 'disjunction' });

export const receipt = {
  greeting: (name: string | null) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  office: lines,
  subject: (subject: string) => `Documents reçus pour votre demande : ${subject}`,
  opening: (reference: string, on: string) =>
    `Le ${on}, nous avons reçu ces documents pour votre demande ${reference} :`,
  item: (name: string) => `- ${name}`,
  complete: 'Votre dossier est complet. Vous n’avez plus rien à envoyer : nous l’étudions.',
  missing: (until: string | null) =>
    until
      ? `Votre dossier n’est pas encore complet. Il manque, à envoyer au plus tard le ${until} :`
      : 'Votre dossier n’est pas encore complet. Il manque :',
};

export const documentsRequest = {
  subject: (subject: string) => `Documents à envoyer pour votre demande : ${subject}`,
  opening: (reference: string) =>
    `Votre demande ${reference} est en cours d’étude. Pour la poursuivre, nous avons besoin de ces documents :`,
  item: ({ label, hint, requiredBy, accepts = [] }: Awaited) =>
    [
      `- ${label}`,
      accepts.length > 0 && ` (ou ${alternatives.format(accepts)})`,
      hint && `. ${hint.replace(/\.$/, '')}`,
      requiredBy && ` [document exigé par : ${requiredBy}]`,
    ]
      .filter(Boolean)
      .join(''),
  until: (until: string) => `Envoyez-les au plus tard le ${until}.`,
  effect: (mode: Mode, until: string): string => {
    if (mode === 'sva')
      return 'Le délai au terme duquel notre silence vaut acceptation ne court pas tant que ces documents manquent : il commencera le jour où nous les aurons tous reçus (article L. 114-5 du code des relations entre le public et l’administration).';
    if (mode === 'svr')
      return `Le délai au terme duquel notre silence vaut rejet est suspendu jusqu’au ${until}. Si nous recevons tous les documents avant cette date, il reprend aussitôt (article L. 114-5 du code des relations entre le public et l’administration).`;
    return 'Cette demande de documents ne change pas les délais qui vous ont été indiqués.';
  },
  how: (url: string, reference: string, { postalAddress }: Office) =>
    `Vous pouvez les déposer sur votre page de suivi : ${url}\nou les envoyer par courrier, avec la référence ${reference}, à : ${postalAddress}.`,
  copies: 'Des photocopies lisibles suffisent. Ne nous envoyez pas vos originaux.',
};

export const reminder = {
  subject: (subject: string) => `Rappel : documents attendus pour votre demande : ${subject}`,
  opening: (reference: string, askedOn: string) =>
    `Le ${askedOn}, nous vous avons demandé des documents pour votre demande ${reference}. Nous n’avons pas encore reçu :`,
  until: (until: string) =>
    `Envoyez-les au plus tard le ${until}. Si vous ne pouvez pas les obtenir à temps, dites-le-nous : nous chercherons une solution avec vous.`,
};

export const transfer = {
  subject: (subject: string) => `Votre demande est transmise au service compétent : ${subject}`,
  opening: (reference: string, receivedOn: string) =>
    `Nous avons reçu votre demande ${reference} le ${receivedOn}. Elle ne relève pas de notre compétence.`,
  to: (name: string, on: string) =>
    `Nous la transmettons le ${on} à l’administration compétente : ${name}, qui vous répondra (article L. 114-2 du code des relations entre le public et l’administration).`,
  office: lines,
  effect: (mode: Mode, receivedOn: string): string | null => {
    if (mode === 'svr')
      return `Le délai au terme duquel le silence vaut rejet court depuis le ${receivedOn}, jour où nous avons reçu votre demande. L’accusé de réception vous sera envoyé par l’administration compétente (articles L. 114-3 et L. 114-4 du même code).`;
    if (mode === 'sva')
      return 'Le délai au terme duquel le silence vaut acceptation court du jour où l’administration compétente reçoit votre demande complète. L’accusé de réception vous sera envoyé par elle (articles L. 114-3 et L. 114-4 du même code).';
    return 'L’accusé de réception vous sera envoyé par l’administration compétente (article L. 114-4 du même code).';
  },
  nothingToDo: 'Vous n’avez rien à faire. Gardez cette lettre : elle prouve la date de votre demande.',
};

/** What silence means, in a sentence: « ce silence vaut … ». */
export const silenceWords = { sva: 'acceptation', svr: 'rejet' };

const born = (on: string, article: string, effect: string) =>
  `Aucune réponse ne vous a été notifiée au terme du délai prévu. Une décision implicite ${effect} est donc née le ${on} à minuit (${article}).`;
export const implicit = {
  granted: {
    subject: (subject: string) => `Attestation de décision implicite d’acceptation : ${subject}`,
    opening: (authority: string, subject: string, reference: string, receivedOn: string) =>
      `${authority} atteste avoir reçu le ${receivedOn} votre demande ${reference}, complète, dont l’objet est : ${subject}.`,
    born: (on: string, article: string | null) =>
      born(on, article ?? `article L. 231-1 ${code}`, 'd’acceptation'),
    attestation:
      'La présente lettre vaut attestation de cette décision (article L. 232-3 du code des relations entre le public et l’administration). Vous pouvez la présenter à toute personne qui vous demande d’en justifier.',
  },
  refused: {
    subject: (subject: string) => `Décision implicite de rejet : ${subject}`,
    opening: (subject: string, reference: string, receivedOn: string) =>
      `Vous avez envoyé le ${receivedOn} la demande ${reference}, dont l’objet est : ${subject}.`,
    born: (on: string, article: string | null) => born(on, article ?? `article L. 231-4 ${code}`, 'de rejet'),
    reasons:
      'Vous pouvez nous demander les motifs de ce rejet avant la fin du délai de recours. Nous devons vous les communiquer dans le mois. Le délai de recours est alors prolongé jusqu’à la fin d’un délai de deux mois suivant le jour où ils vous auront été communiqués (article L. 232-4 du code des relations entre le public et l’administration).',
    remedies: remedyOf.implicit,
    stillPossible: ({ name, phone }: Office) =>
      `Ce rejet ne nous empêche pas de vous répondre. Votre demande reste suivie par le service ${name}${phone ? `, au ${phone}` : ''}.`,
  },
};
