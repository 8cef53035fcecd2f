/** Words of the mails, texts and calendar files of appointments. */
export type Said = {
  reason: string;
  /** "mardi 24 novembre 2026 à 9 h 20". */
  when: string;
  place: string;
  address: string;
  access: string;
  documents: readonly string[];
  link: string;
  phone: string;
};
type Words = { subject: string; text: string };

const where = ({ place, address, access }: Said): string =>
  [`Lieu : ${place}, ${address}`, ...(access ? [access] : [])].join('\n');
const bring = ({ documents }: Said): string[] =>
  documents.length === 0 ? [] : ['## À apporter', documents.map((one) => `- ${one}`).join('\n')];
const whole = (first: string, said: Said, last: string): string =>
  [first, `Motif : ${said.reason}\nDate : ${said.when}`, where(said), ...bring(said), last, said.link].join(
    '\n\n',
  );
const change = 'Pour déplacer ou annuler ce rendez-vous, ouvrez cette page. Aucun compte n’est nécessaire.';

export const mails = {
  greeting: (name: string) => `Bonjour ${name},`,
  booked: (said: Said): Words => ({
    subject: `Votre rendez-vous du ${said.when}`,
    text: whole('Votre rendez-vous est confirmé.', said, change),
  }),
  moved: (said: Said): Words => ({
    subject: `Rendez-vous déplacé au ${said.when}`,
    text: whole('Votre rendez-vous a été déplacé. Voici la nouvelle date.', said, change),
  }),
  cancelled: (said: Said): Words => ({
    subject: `Rendez-vous du ${said.when} annulé`,
    text: [
      `Votre rendez-vous du ${said.when} (${said.reason}, ${said.place}) est annulé. La place est rendue à quelqu’un d’autre : merci de nous avoir prévenus.`,
      'Pour en prendre un autre, ouvrez cette page.',
      said.link,
    ].join('\n\n'),
  }),
  withdrawn: (said: Said, others: readonly string[]): Words => ({
    subject: `Nous devons changer votre rendez-vous du ${said.when}`,
    text: [
      `Nous ne pourrons pas vous recevoir le ${said.when} (${said.reason}, ${said.place}). Nous vous prions de nous en excuser.`,
      ...(others.length > 0
        ? ['## Créneaux libres les plus proches', others.map((one) => `- ${one}`).join('\n')]
        : []),
      'Choisissez un autre créneau sur cette page, en deux gestes : vos informations y sont déjà.',
      said.link,
      `Vous préférez le téléphone ? Appelez le ${said.phone}.`,
    ].join('\n\n'),
  }),
  reminder: (said: Said): Words => ({
    subject: `Rappel : rendez-vous ${said.when}`,
    text: whole(
      'Vous avez bientôt rendez-vous. Si vous ne pouvez plus venir, dites-le en un geste : quelqu’un attend peut-être cette place.',
      said,
      change,
    ),
  }),
  joined: (said: Omit<Said, 'when'>): Words => ({
    subject: `Liste d’attente : ${said.reason}`,
    text: [
      `Vous êtes sur la liste d’attente (${said.reason}, ${said.place}). Dès qu’un créneau se libère, nous vous le proposons dans l’ordre des inscriptions.`,
      'Pour voir votre rang ou quitter la liste, ouvrez cette page.',
      said.link,
    ].join('\n\n'),
  }),
  offered: (said: Said, until: string): Words => ({
    subject: `Un créneau se libère le ${said.when}`,
    text: [
      `Bonne nouvelle : un créneau se libère le ${said.when} (${said.reason}, ${said.place}).`,
      `Nous vous le gardons jusqu’au ${until}. Pour le prendre, ouvrez cette page et confirmez. Sans réponse, il sera proposé à la personne suivante.`,
      said.link,
    ].join('\n\n'),
  }),
  lapsed: (said: Omit<Said, 'when'>, isOut: boolean): Words => ({
    subject: `Liste d’attente : ${said.reason}`,
    text: [
      'Le créneau que nous vous gardions a été proposé à la personne suivante.',
      isOut
        ? 'C’est la seconde fois sans réponse : vous n’êtes plus sur la liste d’attente. Vous pouvez vous y inscrire de nouveau à tout moment.'
        : 'Vous gardez votre rang dans la liste d’attente : nous vous proposerons le prochain créneau qui se libère.',
      said.link,
    ].join('\n\n'),
  }),
  open: 'Ouvrir mon rendez-vous',
  openWaiting: 'Ouvrir ma place dans la liste',
  footer: (phone: string) =>
    `Une question ? Appelez le ${phone}. Ne transférez pas ce message : son lien ouvre votre rendez-vous.`,
  demonstration: 'Collectivité de démonstration, inventée.',
};

export const texts = {
  booked: (name: string, { reason, when, place, link }: Said) =>
    `${name} : rendez-vous confirmé ${when}, ${place} (${reason}). Déplacer ou annuler : ${link}`,
  moved: (name: string, { when, place, link }: Said) =>
    `${name} : votre rendez-vous est déplacé ${when}, ${place}. Détails : ${link}`,
  cancelled: (name: string, { when }: Said) => `${name} : votre rendez-vous ${when} est annulé.`,
  withdrawn: (name: string, { when, link }: Said) =>
    `${name} : nous ne pourrons pas vous recevoir ${when}. Choisissez un autre créneau : ${link}`,
  reminder: (name: string, { when, place, link }: Said) =>
    `${name} : rappel, rendez-vous ${when}, ${place}. Empêchement ? ${link}`,
  joined: (name: string, { reason, link }: Omit<Said, 'when'>) =>
    `${name} : vous êtes sur la liste d’attente (${reason}). Votre rang : ${link}`,
  offered: (name: string, { when, link }: Said, until: string) =>
    `${name} : un créneau se libère ${when}. Gardé pour vous jusqu’au ${until} : ${link}`,
  lapsed: (name: string, { link }: Omit<Said, 'when'>) =>
    `${name} : le créneau gardé pour vous a été proposé à la personne suivante. Liste d’attente : ${link}`,
};

export const calendar = {
  file: 'rendez-vous.ics',
  summary: (reason: string, authority: string) => `${reason} – ${authority}`,
  bring: (documents: readonly string[]) => `À apporter : ${documents.join(' ; ')}`,
  change: (link: string) => `Déplacer ou annuler : ${link}`,
};

/** "mardi 24 novembre 2026 à 9 h 20", as the clocks of the authority show it. */
export const whenWords = (instant: string, timeZone: string): string => {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { timeZone, ...options }).format(new Date(instant));
  const day = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const [hours = '0', minutes = '00'] = say({ hour: '2-digit', minute: '2-digit' }).split(':');
  return `${day.replace(/ 1 /, ' 1er ')} à ${Number(hours)} h ${minutes}`;
};
/** The same in fewer signs, for texts: "mardi 24/11 à 9 h 20". */
export const shortWhen = (instant: string, timeZone: string): string => {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { timeZone, ...options }).format(new Date(instant));
  const [hours = '0', minutes = '00'] = say({ hour: '2-digit', minute: '2-digit' }).split(':');
  return `${say({ weekday: 'long' })} ${say({ day: '2-digit', month: '2-digit' })} à ${Number(hours)} h ${minutes}`;
};
