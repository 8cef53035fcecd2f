import { dayAndTime } from './dates.ts';
import type * as French from './safe-sharing-fr.ts';
import { shared as french } from './safe-sharing-fr.ts';

export { shares } from './safe-sharing-fr.ts';

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
