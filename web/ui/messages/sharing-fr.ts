import { day } from './dates.ts';

/** Words of a child kept together by two parents who live apart. */
export const sharing = {
  with: (name: string, since: string) => `Suivi avec ${name} depuis le ${day(since)}`,
  withText:
    'Son identité et ses renseignements (école, cantine…) sont les mêmes pour vous deux. Vos adresses, vos documents et vos demandes ne sont pas partagés.',
  end: 'Mettre fin au partage',
  ended: 'Le partage a pris fin. Vous gardez votre copie.',
  ending: {
    title: 'Mettre fin au partage ?',
    text: 'Chacun garde sa copie des renseignements. Ce que l’un corrigera ne sera plus vu de l’autre. L’autre parent est prévenu.',
    yes: 'Mettre fin au partage',
    no: 'Continuer à partager',
  },
  invite: 'Inviter l’autre parent',
  invitation: {
    title: 'Invitation pour l’autre parent',
    text: (until: string) =>
      `Envoyez ce lien à l’autre parent, par le moyen de votre choix. Il est valable jusqu’au ${day(until)} et ne sert qu’une fois. Il ne dit rien de l’enfant : l’autre parent devra donner sa date de naissance.`,
    link: 'Lien d’invitation',
    copy: 'Copier le lien',
    copied: 'Le lien est copié.',
    done: 'J’ai copié le lien',
  },
  received: {
    title: 'Un parent vous invite',
    text: (from: string) =>
      `${from} vous propose de suivre ensemble les renseignements de votre enfant. Vous verrez son identité et ce qui concerne sa vie quotidienne (école, cantine…), et rien d’autre. Chacun peut y mettre fin à tout moment.`,
    own: 'Cette invitation est la vôtre : c’est à l’autre parent de l’ouvrir.',
    birth: 'Date de naissance de l’enfant',
    birthHint: 'Pour prouver que vous êtes bien son parent. Par exemple 4 5 2019',
    accept: 'Accepter',
    later: 'Plus tard',
    accepted: 'C’est fait : l’enfant est dans votre foyer.',
    gone: 'Cette invitation n’est plus valable. Demandez-en une autre à l’autre parent.',
    wrong: 'Cette date n’est pas celle de l’enfant, ou l’invitation n’est plus valable.',
    tooMany: 'Trop d’essais. Recommencez demain, ou demandez une autre invitation.',
    missing: 'Écrivez la date de naissance de l’enfant.',
  },
};
