/** Mails around a form that two people sign: what is asked is named, what was answered never is. */
type Words = { first: string; title: string; until: string; authority: string; url: string };
const letter = (...said: string[]): string => ['Bonjour,', ...said].join('\n\n');
const end = ({ authority }: Words) => `Cordialement,\n${authority}`;

export const cosignMails = {
  open: 'Relire et signer',
  follow: 'Suivre la signature',
  foot: 'Message automatique : ne répondez pas à cette adresse.',
  ask: {
    subject: (title: string) => `À relire et à signer : ${title}`,
    text: (words: Words) =>
      letter(
        `${words.first} a préparé la démarche « ${words.title} » et indique que vous devez la signer avec elle ou lui.`,
        `Relisez les réponses, puis signez ou refusez, avant le ${words.until} inclus : ${words.url}`,
        'Pour signer, vous recevrez un code à cette adresse. Ne le donnez à personne. Rien n’est déposé tant que vous n’avez pas signé.',
        'Vous ne connaissez pas cette personne ? Ne faites rien : la demande s’efface d’elle-même.',
        end(words),
      ),
  },
  remind: {
    subject: (title: string) => `Rappel : « ${title} » attend votre signature`,
    text: (words: Words) =>
      letter(
        `La démarche « ${words.title} », préparée par ${words.first}, attend votre signature jusqu’au ${words.until} inclus.`,
        `Pour la relire, puis signer ou refuser : ${words.url}`,
        end(words),
      ),
  },
  code: {
    subject: (code: string) => `${code} : votre code pour signer`,
    text: (code: string, words: Words) =>
      letter(
        `Votre code pour signer « ${words.title} » : ${code}`,
        'Il est valable 10 minutes. Ne le donnez à personne, même à nos agents.',
        end(words),
      ),
  },
  waiting: {
    subject: (title: string) => `« ${title} » : en attente de la seconde signature`,
    text: (second: string, words: Words) =>
      letter(
        `Vous avez signé la démarche « ${words.title} ». Nous avons écrit à ${second}, qui a jusqu’au ${words.until} inclus pour la relire et la signer.`,
        `Elle n’est pas encore déposée. Pour voir où elle en est, ou la retirer : ${words.url}`,
        end(words),
      ),
  },
  lodged: {
    subject: (title: string) => `« ${title} » : les deux signatures sont là`,
    text: (reference: string, words: Words) =>
      letter(
        `La seconde personne a signé. Votre demande « ${words.title} » est déposée sous le numéro ${reference}.`,
        `Son code de suivi est sur votre page : ${words.url}`,
        end(words),
      ),
  },
  refused: {
    subject: (title: string) => `« ${title} » : la seconde personne a refusé de signer`,
    text: (words: Words) =>
      letter(
        'La seconde personne a refusé de signer. Rien n’est déposé.',
        `Vous pouvez lire sa raison et reprendre vos réponses : ${words.url}`,
        end(words),
      ),
  },
  expired: {
    subject: (title: string) => `« ${title} » : la seconde signature n’est pas venue`,
    text: (words: Words) =>
      letter(
        `La seconde personne n’a pas signé avant le ${words.until} inclus. Rien n’est déposé.`,
        `Vos réponses sont gardées 30 jours : ${words.url}`,
        end(words),
      ),
  },
};

/** Said in the request, after the answers. */
export const signedBy = (name: string, email: string | null, on: string): string =>
  `Signé par ${name}${email ? ` (${email})` : ''}, le ${on}`;
export const signaturesTitle = 'Signatures';
