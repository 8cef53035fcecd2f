import type { letterCode as French } from './track-letter-fr.ts';
import { letterCode as french } from './track-letter-fr.ts';

export const letterCode: typeof French = {
  ...french,
  title: 'J’ai reçu une lettre avec un code',
  text: 'Chaque lettre a un code. Le code a 12 chiffres et 1 lettre. Avec ce code, vous voyez votre demande.',
  open: 'Écrire le code de ma lettre',
  code: 'Le code de la lettre',
  codeHint: 'Par exemple : 4827-1930-5562-A. Regardez en haut de la lettre, à droite.',
  codeMissing: 'Écrivez le code de la lettre',
  codeWrong: 'Il y a une erreur dans le code. Regardez encore la lettre.',
  proofText:
    'Quelqu’un d’autre peut lire votre lettre. Alors nous voulons une preuve. Donnez une de ces 2 choses.',
  birth: 'Le jour où vous êtes né',
  birthHint: 'Par exemple : 6 5 1984',
  birthWrong: 'Écrivez le jour, le mois et l’année',
  tracking: 'Le code de votre demande, si vous l’avez',
  trackingHint: 'Il est dans le message « bien reçu ».',
  proofMissing: 'Écrivez le jour où vous êtes né, ou le code de votre demande',
  submit: 'Voir ma demande',
  refused: 'Nous ne trouvons pas votre demande. Regardez encore la lettre. Ou téléphonez-nous.',
  tooMany: 'Vous avez essayé trop de fois. Essayez demain. Ou téléphonez-nous.',
  back: 'J’ai le numéro et le code de ma demande',
};
