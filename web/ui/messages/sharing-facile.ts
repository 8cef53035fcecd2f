import { day } from './dates.ts';
import type { sharing as French } from './sharing-fr.ts';
import { sharing as french } from './sharing-fr.ts';

export const sharing: typeof French = {
  ...french,
  with: (name: string, since: string) => `Vous êtes 2 : vous et ${name}. C’est depuis le ${day(since)}`,
  withText:
    'Vous voyez la même chose sur votre enfant : son nom, son école, sa cantine. L’autre parent ne voit pas votre adresse. Il ne voit pas vos documents.',
  end: 'Ne plus partager',
  ended: 'C’est arrêté. Vous gardez ce que vous avez.',
  ending: {
    title: 'Ne plus partager ?',
    text: 'Chacun garde ce qu’il a. Vous changez quelque chose ? L’autre parent ne le voit plus. Nous lui écrivons.',
    yes: 'Ne plus partager',
    no: 'Continuer',
  },
  invitation: {
    ...french.invitation,
    title: 'Un lien pour l’autre parent',
    text: (until: string) =>
      `Envoyez ce lien à l’autre parent. Le lien marche 1 fois. Il marche jusqu’au ${day(until)}. L’autre parent doit savoir le jour de naissance de l’enfant.`,
    link: 'Le lien',
  },
  received: {
    ...french.received,
    title: 'L’autre parent vous écrit',
    text: (from: string) =>
      `${from} veut partager avec vous. Vous verrez le nom de l’enfant, son école, sa cantine. Vous ne verrez rien d’autre. Vous pourrez arrêter.`,
    own: 'Ce lien est pour l’autre parent. Envoyez-lui ce lien.',
    birth: 'Le jour de naissance de l’enfant',
    birthHint: 'Nous voulons savoir si vous êtes son parent. Par exemple : 4 5 2019',
    accept: 'Oui, je veux bien',
    accepted: 'C’est fait. L’enfant est dans votre famille.',
    gone: 'Ce lien ne marche plus. Demandez un autre lien à l’autre parent.',
    wrong: 'Ce n’est pas la bonne date. Ou le lien ne marche plus.',
    tooMany: 'Vous avez essayé trop de fois. Essayez demain.',
    missing: 'Écrivez le jour de naissance de l’enfant.',
  },
};
