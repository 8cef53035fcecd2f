import { day, dayAndTime } from './dates.ts';
import type * as French from './safe-sharing-fr.ts';
import { shared as french, shares as frenchShares } from './safe-sharing-fr.ts';

export const shared: typeof French.shared = {
  ...french,
  title: 'Des documents pour vous',
  description: 'Une personne vous donne des documents. Vous pouvez les prendre ici.',
  opening: 'Nous ouvrons la page.',
  from: (name: string) =>
    name ? `${name} vous donne ces documents.` : 'Une personne vous donne ces documents.',
  until: (at: string) =>
    `Vous pouvez les prendre jusqu’au ${dayAndTime(at)}. La personne voit quand vous les prenez.`,
  save: 'Prendre',
  none: 'La personne a enlevé les documents.',
  gone: {
    title: 'Ce lien ne marche pas',
    text: 'La personne a fermé le lien. Ou la date est passée. Ou il manque un morceau du lien. Demandez un autre lien à la personne.',
  },
  tooMany: 'Vous avez essayé trop de fois. Essayez demain.',
  without: 'Vous avez reçu un lien. Appuyez dessus. Il ouvre cette page avec les documents.',
  warning: 'Ces documents ne sont pas à nous. Ils sont à la personne qui vous les donne.',
};

export const shares: typeof French.shares = {
  ...frenchShares,
  title: 'Donner des documents',
  intro:
    'Vous donnez un lien à une personne. Avec le lien, elle peut prendre vos documents. Vous pouvez fermer le lien.',
  documents: 'Quels documents ?',
  days: 'Combien de jours ?',
  labelHint: 'La personne va lire ce texte. Par exemple : pour la banque',
  make: 'Faire le lien',
  made: {
    ...frenchShares.made,
    text: (until: string) =>
      `Il marche jusqu’au ${dayAndTime(until)}. Copiez-le maintenant. Nous ne pourrons plus vous le donner.`,
  },
  empty: { title: 'Vous n’avez rien donné', text: 'Une banque veut un document ? Donnez-lui un lien.' },
  open: (until: string) => `Le lien marche jusqu’au ${day(until)}`,
  over: (until: string) => `Le lien ne marche plus depuis le ${day(until)}`,
  untitled: 'Un lien',
  uses: (opened: number, downloads: number) =>
    opened === 0 ? 'Personne ne l’a ouvert' : `Ouvert ${opened} fois. Documents pris : ${downloads}`,
  last: (at: string) => `la dernière fois le ${dayAndTime(at)}`,
  forget: 'Enlever de la liste',
  ended: 'Le lien est fermé.',
  new: 'Donner d’autres documents',
};
