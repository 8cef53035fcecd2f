import type { decision as French } from './track-decision-fr.ts';
import { decision as french } from './track-decision-fr.ts';

export const decision: typeof French = {
  ...french,
  refusedTitle: 'Pourquoi c’est non',
  contestTitle: 'Vous n’êtes pas d’accord ?',
  refusedOn: (day: string) => `Nous avons dit non à votre demande. C’était le ${day}.`,
  bySilence: (day: string) =>
    `Nous devions répondre avant le ${day}. Nous n’avons pas répondu. La loi dit : cela veut dire non.`,
  text: 'La loi que nous avons suivie :',
  inLetter: 'Nous expliquons pourquoi dans notre lettre. La lettre est plus bas.',
  can: 'Ce que vous pouvez faire',
  askReasons: 'Vous pouvez demander : pourquoi non ? Écrivez-nous. Nous avons 1 mois pour répondre.',
  gracious: (authority: string) =>
    `Vous pouvez demander à ${authority} de changer d’avis. Cela s’appelle un recours gracieux.`,
  hierarchical:
    'Vous pouvez demander au chef de la personne qui a dit non. Cela s’appelle un recours hiérarchique.',
  court: (name: string, address: string) =>
    `Vous pouvez demander à un juge. Le juge est ici : ${name}, ${address}. Vous pouvez écrire par la poste ou par Internet :`,
  mediator: 'Le médiateur aide à trouver un accord. C’est gratuit :',
  defender:
    'Le Défenseur des droits protège vos droits. C’est gratuit. Attention : la date pour écrire au juge ne change pas :',
  until: 'Jusqu’à quand ?',
  before: (day: string) =>
    `Vous avez jusqu’au ${day}. Écrivez-nous avant ce jour. Nous répondons. Puis vous avez encore 2 mois pour écrire au juge.`,
  over: (day: string) =>
    `La date est passée. C’était le ${day}. Vous pouvez écrire. Mais nous pouvons répondre : c’est trop tard.`,
  interrupted: 'Vous avez écrit à temps. Nous allons répondre. Après, vous avez 2 mois pour écrire au juge.',
  noDelay: 'Il n’y a pas de date limite pour le moment. Mais n’attendez pas trop.',
  kinds: { gracious: 'La même équipe', hierarchical: 'Le chef' },
  kindHints: {
    gracious: 'La même équipe lit encore votre demande. C’est le recours gracieux.',
    hierarchical: 'Le chef lit votre demande. C’est le recours hiérarchique.',
  },
  lodged: (kind: string, day: string) => `Vous avez écrit le ${day}. Qui va lire : ${kind.toLowerCase()}.`,
  contest: 'Dire que je ne suis pas d’accord',
  effect:
    'Nous allons lire votre demande encore une fois. Nous avons 2 mois. Après 2 mois, pas de réponse veut dire non. Alors vous avez 2 mois pour écrire au juge.',
  late: (day: string) => `La date est passée. C’était le ${day}. Nous pouvons répondre : c’est trop tard.`,
  which: 'Qui doit lire encore ?',
  reasons: 'Pourquoi n’êtes-vous pas d’accord ?',
  reasonsHint: 'Dites ce qui n’est pas juste. Dites ce que vous voulez. Une phrase suffit.',
  reasonsMissing: 'Dites pourquoi vous n’êtes pas d’accord',
  files: 'Des documents pour nous aider à comprendre',
  send: 'Envoyer',
  sending: 'Nous envoyons',
  cancel: 'Ne rien envoyer',
  done: 'C’est envoyé',
  doneText: (reference: string, day: string) =>
    `Le numéro est ${reference}. Nous répondons avant le ${day}. Après ce jour, pas de réponse veut dire non.`,
  code: (code: string) => `Le code est ${code}. Gardez-le.`,
  openAppeal: 'Suivre cette demande',
};
