import type { kit as French } from './fr.ts';
import { kit as french } from './fr.ts';

const problems: Record<string, string> = {
  network: 'Internet ne marche pas. Rien n’est perdu. Essayez encore.',
  timeout: 'C’est trop long. Rien n’est perdu. Essayez encore.',
  unexpected: 'Il y a un problème. Rien n’est perdu. Essayez encore.',
  'invalid-input': 'Il y a une erreur dans vos réponses.',
  unauthenticated: 'Vous n’êtes plus dans votre compte. Entrez encore.',
  forbidden: 'Cette page n’est pas pour vous.',
  'not-in-mandate': 'Vous n’avez pas le droit de faire cela pour cette personne.',
  'other-person-now':
    'Dans un autre onglet, vous avez changé de personne. Rien n’est envoyé. Rechargez cette page.',
  'mandate-over': 'Vous ne pouvez plus agir pour cette personne. Revenez à votre compte.',
  'not-found': 'Nous ne trouvons pas ce que vous cherchez.',
  'wrong-tracking-code': 'Nous ne trouvons pas votre demande. Regardez encore le numéro et le code.',
  'wrong-code': 'Ce code ne marche pas.',
  conflict: 'Quelqu’un a changé cette page. Ouvrez-la encore.',
  'idempotency-key-reused': 'Vous avez déjà envoyé autre chose. Ouvrez encore la page.',
  'already-closed': 'Cette demande est finie.',
  'already-decided': 'Nous avons déjà répondu.',
  'not-allowed-in-state': 'Vous ne pouvez plus faire cela.',
  'unsupported-type': 'Ce fichier ne va pas.',
  'upload-missing': 'Nous n’avons plus votre fichier. Ajoutez-le encore.',
  'invalid-answers': 'Il faut changer des réponses.',
  'procedure-closed': 'Vous ne pouvez pas demander en ce moment.',
  'not-eligible': 'Cette demande n’est pas pour vous. Regardez vos réponses.',
  'payment-under-way': 'Vous êtes déjà en train de payer. Attendez quelques minutes.',
  'already-paid': 'C’est déjà payé. Vous n’avez rien à faire.',
  'payment-in-doubt': 'Nous regardons votre paiement. Ne payez pas encore une fois.',
  'amount-not-payable-online': 'Vous ne pouvez pas payer cela ici. Venez payer à l’accueil.',
  'payment-unavailable': 'PayFiP ne marche pas. Vous n’avez rien payé. Essayez dans quelques minutes.',
  'too-many-requests': 'Attendez une minute. Puis essayez encore.',
};
export const kit: typeof French = {
  ...french,
  skip: 'Aller au texte',
  demonstration: 'Cette ville n’existe pas. C’est un essai. Personne ne lira votre demande.',
  loading: 'Attendez un peu',
  retry: 'Essayer encore',
  errorSummary: (count: number) => (count === 1 ? 'Une réponse à changer' : `${count} réponses à changer`),
  problem: (code: string): string => problems[code] ?? french.problem(code),
};
