import type { formSpace as French } from './form-space-fr.ts';
import { formSpace as french } from './form-space-fr.ts';

const correct = 'Ce n’est plus vrai ? Changez.';
export const formSpace: typeof French = {
  ...french,
  saved: (at: string) => `Vos réponses sont gardées ici et dans votre compte. Il est ${at}.`,
  savedHere: 'Vos réponses sont gardées ici. Elles iront dans votre compte quand Internet marchera.',
  out: 'Vous êtes sorti de votre compte',
  outText:
    'Vos réponses restent ici. Entrez à nouveau dans votre compte pour y garder votre demande. Sinon, nous vous donnerons un numéro et un code.',
  signIn: 'Entrer dans mon compte',
  draftKept: 'Vos réponses restent 30 jours ici et dans votre compte.',
  merged: 'Vous avez répondu aussi sur un autre appareil. Nous avons ajouté ces réponses.',
  conflict: (at: string) => `Vous avez changé cette réponse sur un autre appareil, le ${at}`,
  conflictText: 'Il y a 2 réponses. Choisissez la bonne.',
  keepHere: 'Garder la réponse d’ici',
  keepThere: 'Garder la réponse de l’autre appareil',
  sentElsewhere: 'Votre demande est déjà partie',
  sentElsewhereText: (reference: string) =>
    `Elle est partie d’un autre appareil. Son numéro est ${reference}. Nous l’avons 1 seule fois.`,
  from: {
    household: (on?: string) => `Vous l’avez dit pour votre famille${on ? ` le ${on}` : ''}. ${correct}`,
    account: (_on?: string) => `C’est écrit dans votre compte. ${correct}`,
    franceconnect: (on?: string) => `FranceConnect nous l’a dit${on ? ` le ${on}` : ''}. C’est sûr.`,
    safe: (on?: string) => `C’est écrit dans un de vos documents${on ? ` du ${on}` : ''}. ${correct}`,
  },
  who: 'C’est pour qui\u00a0?',
  whoHint: 'Nous écrivons pour vous ce que nous savons déjà.',
  takeFromSafe: 'Vous avez déjà ce document dans votre compte',
  taking: 'Nous l’ajoutons',
  taken: (name: string) => `Nous avons ajouté ${name}.`,
  takeFailed: 'Cela n’a pas marché. Essayez encore. Ou envoyez un fichier.',
  kept: (on: string) => `mis là le ${on}`,
  validUntil: (on: string) => `bon jusqu’au ${on}`,
  inSafe: 'Il est dans votre compte',
  notInSafe: 'Il n’est pas dans votre compte',
  tooOldInSafe: 'Il est dans votre compte, mais il est trop vieux',
};
