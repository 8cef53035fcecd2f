/** Mails to the other parent of a shared child: that something is there to be read, never what, nor whose. */
type Words = { name: string | null; authority: string; url: string };
const hello = (name: string | null) => (name ? `Bonjour ${name},` : 'Bonjour,');
const why =
  'Vous recevez ce message parce que vous partagez le suivi d’un enfant avec son autre parent. Vous pouvez y mettre fin à tout moment depuis « Mon foyer ».';
const letter = ({ name, authority, url }: Words, ...said: string[]): string =>
  [hello(name), ...said, `Votre foyer : ${url}`, why, `Cordialement,\n${authority}`].join('\n\n');

export const parentMail = {
  open: 'Ouvrir mon foyer',
  foot: 'Message automatique : ne répondez pas à cette adresse.',
  joined: {
    subject: 'L’autre parent a accepté le partage',
    text: (words: Words) =>
      letter(
        words,
        'L’autre parent de votre enfant a accepté votre invitation. Son identité et les renseignements de sa vie quotidienne (école, cantine…) sont désormais les mêmes dans vos deux espaces. Vos adresses et vos autres données restent à chacun.',
      ),
  },
  changed: {
    subject: 'Un renseignement de votre enfant a changé',
    text: (words: Words) =>
      letter(
        words,
        'L’autre parent de votre enfant a corrigé un renseignement que vous partagez. Regardez s’il est exact.',
      ),
  },
  ended: {
    subject: 'Le partage de votre enfant a pris fin',
    text: (words: Words) =>
      letter(
        words,
        'L’autre parent de votre enfant a mis fin au partage. Vous gardez votre copie des renseignements ; ce que chacun corrigera désormais ne sera plus vu de l’autre.',
      ),
  },
  lodged: {
    subject: 'Une démarche a été faite pour votre enfant',
    text: (words: Words) =>
      letter(
        words,
        'L’autre parent de votre enfant vient de déposer une démarche à son sujet. Vous en êtes informé parce que vous exercez ensemble l’autorité parentale (article 372-2 du code civil). Pour en connaître le contenu, adressez-vous à lui ou à nos services.',
      ),
  },
};
