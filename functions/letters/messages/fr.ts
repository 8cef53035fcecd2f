/** French of what leaves the authority. Law between the lines: CRPA R112-5, R112-11-1, L111-2, L232-3; CJA R421-1, R421-5. */
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `2026-04-01` → `1er avril 2026`. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date === 1 ? '1er' : date} ${months[(month ?? 1) - 1]} ${year}`;
};

type Office = { name: string; postalAddress: string; email: string; phone: string };
type Court = { name: string; address: string };

export const greeting = (name: string | null): string => (name ? `Bonjour ${name},` : 'Bonjour,');
export const closing = 'Cordialement,';

export const subjects = {
  aee: (subject: string) => `Nous avons bien reçu votre demande : ${subject}`,
  are: (subject: string) => `Accusé de réception de votre demande : ${subject}`,
  ar: (subject: string) => `Accusé de réception de votre demande : ${subject}`,
  message: (subject: string) => `Un message sur votre demande : ${subject}`,
  answer: (subject: string) => `Réponse à votre demande : ${subject}`,
};

/** For an address that nobody proved to be theirs: nothing of what was written. */
export const subjectless = {
  aee: 'Nous avons bien reçu votre demande',
  are: 'Accusé de réception de votre demande',
  ar: 'Accusé de réception de votre demande',
};

export const received = {
  electronic: (day: string, time: string, reference: string) =>
    `Votre demande nous est parvenue le ${day} à ${time}. Elle porte la référence ${reference} : rappelez-la si vous nous contactez.`,
  post: (day: string, reference: string) =>
    `Votre demande a été reçue le ${day}. Elle porte la référence ${reference} : rappelez-la si vous nous contactez.`,
};
export const beingRouted = (authority: string): string =>
  `Nous recherchons le service compétent. Un accusé de réception complet vous sera envoyé dès qu’il sera désigné. D’ici là, ${authority} répond à vos questions :`;
export const inCharge = (name: string): string => `Le service chargé de votre demande est : ${name}.`;
export const office = ({ postalAddress, email, phone }: Office): string =>
  [postalAddress, `Courriel : ${email}`, `Téléphone : ${phone}`].join('\n');
export const promise = (day: string): string => `Nous nous engageons à vous répondre au plus tard le ${day}.`;

/** Silence, its date and its effect, always under the reserve of a complete request. */
export const silence = {
  svr: (day: string) =>
    `Sous réserve que votre demande soit complète, si aucune réponse ne vous est parvenue le ${day}, ce silence vaudra décision implicite de rejet.`,
  sva: (day: string) =>
    `Sous réserve que votre demande soit complète, si aucune réponse ne vous est parvenue le ${day}, ce silence vaudra décision implicite d’acceptation. Une attestation vous sera alors délivrée sur simple demande (article L. 232-3 du code des relations entre le public et l’administration).`,
};
/** Remedies against an implicit rejection. */
export const implicitRemedies = (authority: string, { name, address }: Court): string =>
  `Vous pourriez alors, dans un délai de deux mois, former un recours gracieux auprès de ${authority}, ou un recours contentieux devant le ${name} (${address}), y compris sur www.telerecours.fr.`;
export const tracking = {
  withCode: (url: string, code: string) =>
    `Suivez votre demande à tout moment : ${url}\nVotre code de suivi : ${code}`,
  unproven: (url: string) =>
    `Pour protéger vos données, ce message ne rappelle ni votre nom ni votre demande. Pour la suivre sur ${url}, demandez votre code au service indiqué ci-dessus. Si vous n’avez rien demandé, quelqu’un a utilisé votre adresse : dites-le-nous.`,
  withoutCode: (url: string) =>
    `Suivez votre demande à tout moment, avec le code de suivi qui vous a été remis à l’envoi : ${url}`,
};
export const automatic = 'Ce message est envoyé automatiquement.';

export const attachmentsTooLarge = (names: string[], url: string): string =>
  `Documents joints, trop volumineux pour un courriel, à télécharger sur votre page de suivi : ${names.join(', ')}\n${url}`;

export const mail = {
  reference: (reference: string) => `Référence de votre demande : ${reference}`,
  code: (code: string) => `Code de ce message : ${code}`,
  track: 'Suivre ma demande',
  reply: (phone: string) =>
    `Pour nous répondre, répondez simplement à ce message, écrivez depuis votre page de suivi, ou appelez le ${phone}.`,
  demonstration: 'Collectivité de démonstration : ce message est fictif.',
};

export const receipt = {
  title: 'Récapitulatif de votre demande',
  reference: (reference: string) => `Référence ${reference}`,
  receivedOn: (day: string) => `Reçue le ${day}`,
  whatYouSent: 'Ce que vous avez envoyé',
  deskTitle: 'Récépissé de votre demande',
  whatYouAsked: 'Ce que vous avez demandé',
  documents: 'Documents joints',
  none: 'Aucun document',
  next: 'Et maintenant',
  steps: (department: string | null, promised: string | null): string[] => [
    'Un accusé de réception vous est envoyé.',
    department
      ? `Votre demande est traitée par : ${department}.`
      : 'Votre demande est confiée au service compétent.',
    ...(promised ? [`Nous nous engageons à vous répondre au plus tard le ${promised}.`] : []),
    'Vous suivez son avancement avec sa référence et votre code de suivi.',
  ],
  follow: 'Suivre votre demande',
  yourCode: 'Votre code de suivi, à garder pour vous :',
  followAt: (url: string) =>
    `Avec la référence ci-dessus : ${url} ou avec le code à photographier. Sans internet, présentez cette feuille à l’accueil.`,
  followCodeAlt: (reference: string) => `Code à photographier pour suivre la demande ${reference}`,
  bringBack: 'Vous revenez ou vous nous écrivez ? Joignez cette feuille : ce code nous mène à votre demande.',
  ownCodeAlt: (reference: string) => `Code de nos services pour la demande ${reference}`,
  fileName: (reference: string) => `recapitulatif-${reference}.pdf`,
};

/** Under a grant that leaves beside the signature book (CRPA L212-2). */
export const unsignedGrant = (authority: string): string =>
  `Décision notifiée par le téléservice de ${authority}, dispensée de signature (article L. 212-2, 1° du code des relations entre le public et l’administration).`;
