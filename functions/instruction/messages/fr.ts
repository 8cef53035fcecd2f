/** French of what the instruction writes to citizens by itself. Law: CRPA L114-2, L114-5, L231-1, L231-4, L232-3, L232-4; CJA R421-2. */
type Document = {
  label: string;
  hint: string | null;
  requiredBy: string | null;
  accepts: { label: string }[];
  validMonths: number | null;
};

/** One document that is asked for, as a line of a list. */
export const lineOf = ({ label, hint, requiredBy, accepts, validMonths }: Document): string =>
  [
    `- ${label}`,
    requiredBy ? ` (exigé par : ${requiredBy})` : '',
    validMonths ? `, de moins de ${validMonths} mois` : '',
    hint ? `. ${hint}` : '',
    accepts.length > 0 ? `. Nous acceptons aussi : ${accepts.map((one) => one.label).join(', ')}` : '',
  ].join('');

export const documents = {
  subject: (subject: string) => `Pièces à envoyer pour votre demande : ${subject}`,
  list: (asked: readonly Document[]) =>
    `Pour étudier votre demande, il nous manque :\n${asked.map(lineOf).join('\n')}`,
  until: (day: string, url: string) =>
    `Merci de nous les envoyer au plus tard le ${day}, depuis votre page de suivi (${url}), par courrier ou à l’accueil. Vous pouvez les envoyer en plusieurs fois. Une photo ou une photocopie lisible suffit.`,
  effect: {
    sva: 'Le délai au terme duquel votre demande sera acceptée sans réponse de notre part ne commencera à courir qu’à la réception de toutes ces pièces (article L. 114-5 du code des relations entre le public et l’administration).',
    svr: 'Le délai au terme duquel votre demande serait rejetée sans réponse de notre part est suspendu pendant le temps qui vous est donné. Si vous envoyez ces pièces avant, il reprend dès leur réception (article L. 114-5 du code des relations entre le public et l’administration).',
    none: 'Cette demande de pièces ne change pas les délais qui vous ont été annoncés.',
  },
  without:
    'Sans ces pièces à cette date, nous étudierons votre demande avec ce que nous avons, et elle pourra être refusée pour cette raison.',
};

export const unticked = {
  subject: (subject: string) => `Une pièce reçue ne convient pas : ${subject}`,
  wrong: (label: string) =>
    `Nous avons reçu un document pour « ${label} », mais ce n’est pas celui que nous attendions, ou nous n’arrivons pas à le lire.`,
  again: (day: string, url: string) =>
    `Merci de nous l’envoyer au plus tard le ${day}, depuis votre page de suivi (${url}), par courrier ou à l’accueil.`,
};

export const reminder = {
  subject: (subject: string) => `Rappel : des pièces manquent à votre demande : ${subject}`,
  ahead: (days: number, until: string) =>
    days === 0
      ? 'Aujourd’hui est le dernier jour pour nous envoyer les pièces demandées.'
      : `Il vous reste ${days === 1 ? 'un jour' : `${days} jours`}, jusqu’au ${until} inclus, pour nous envoyer les pièces demandées.`,
  missing: (labels: readonly string[]) => `Il manque encore :\n${labels.map((one) => `- ${one}`).join('\n')}`,
  send: (url: string) => `Envoyez-les depuis votre page de suivi : ${url}`,
  help: (phone: string) =>
    `Si vous ne parvenez pas à les réunir, appelez-nous au ${phone} : nous chercherons une solution avec vous.`,
};

export const overdue = {
  subject: (subject: string) => `Le temps donné pour vos pièces est passé : ${subject}`,
  text: (until: string) =>
    `Nous n’avons pas reçu toutes les pièces demandées avant la fin du ${until}. Le service reprend l’étude de votre demande avec ce qu’il a. Vous pouvez encore les envoyer : elles seront prises en compte tant qu’aucune décision n’est prise.`,
  clock:
    'Le délai au terme duquel votre demande serait rejetée sans réponse de notre part a repris (article L. 114-5 du code des relations entre le public et l’administration).',
};

export const implicit = {
  subject: {
    granted: (subject: string) => `Votre demande est acceptée : ${subject}`,
    refused: (subject: string) => `Votre demande est restée sans réponse : ${subject}`,
  },
  granted: (day: string, article: string) =>
    `Nous ne vous avons pas répondu avant la fin du ${day}. Votre demande est donc acceptée : c’est une décision implicite d’acceptation, née le ${day} à 24 heures (${article}).`,
  attestation:
    'Une attestation de cette acceptation vous est délivrée sur simple demande (article L. 232-3 du code des relations entre le public et l’administration).',
  refused: (day: string, article: string) =>
    `Nous ne vous avons pas répondu avant la fin du ${day}, et nous vous présentons nos excuses. La loi considère que ce silence est un refus : c’est une décision implicite de rejet, née le ${day} à 24 heures (${article}).`,
  reasons:
    'Vous pouvez nous demander les motifs de ce rejet dans le délai du recours : ils vous seront communiqués dans le mois qui suit votre demande, et le délai du recours sera prolongé d’autant (article L. 232-4 du même code).',
  remedies: (authority: string, court: { name: string; address: string }) =>
    `Vous pouvez contester cette décision dans un délai de deux mois à compter de sa naissance, par un recours gracieux auprès de ${authority}, ou par un recours contentieux devant le ${court.name} (${court.address}), y compris sur www.telerecours.fr.`,
  goesOn:
    'Votre demande n’est pas oubliée : le service l’étudie toujours et peut encore vous donner une réponse.',
  article: {
    sva: 'article L. 231-1 du code des relations entre le public et l’administration',
    svr: 'article L. 231-4 du code des relations entre le public et l’administration',
  },
};

export const transfer = {
  subject: (subject: string) => `Votre demande est transmise à l’administration compétente : ${subject}`,
  text: (authority: string) =>
    `${authority} n’est pas compétente pour répondre à votre demande. Comme la loi le prévoit, nous la transmettons ce jour à l’administration qui l’est (article L. 114-2 du code des relations entre le public et l’administration) :`,
  next: 'C’est elle qui vous répondra. Elle vous enverra un accusé de réception : vous n’avez rien à refaire.',
  toBody: {
    subject: (reference: string) => `Transmission d’une demande (article L. 114-2 du CRPA) : ${reference}`,
    text: (authority: string, receivedOn: string) =>
      `${authority} a reçu le ${receivedOn} la demande ci-dessous, qui relève de votre compétence. Nous vous la transmettons en application de l’article L. 114-2 du code des relations entre le public et l’administration, et en informons la personne.`,
    person: (lines: readonly string[]) => `Auteur de la demande :\n${lines.join('\n')}`,
    subjectLine: (subject: string) => `Objet : ${subject}`,
    answers: (lines: readonly string[]) => `Réponses données :\n${lines.join('\n')}`,
    files: (names: readonly string[]) => `Pièces jointes : ${names.join(', ')}`,
  },
};

export const group = {
  subject: (subject: string) => `Réponse à votre demande : ${subject}`,
  /** Where a letter names somebody whose name is not known. */
  nobody: 'Madame, Monsieur',
  tells: (place: string) =>
    `Cette réponse part à toutes les demandes regroupées : retirez « ${place} » du texte, ou écrivez à sa place {{name}} (le nom) ou {{reference}} (la référence), que chacun lira pour sa propre demande.`,
};

/** Words that every subject may hold: sharing one says nothing. Without accents. */
export const commonWords: ReadonlySet<string> = new Set(
  'avec dans pour votre notre mairie demande demander monsieur madame bonjour suite concernant sujet objet commune ville rue'.split(
    ' ',
  ),
);
