import type { kit as French } from './fr.ts';
import { kit as french } from './fr.ts';

const problems: Record<string, string> = {
  network: 'Internet ne marche pas. Rien n’est perdu. Essayez encore.',
  timeout: 'C’est trop long. Rien n’est perdu. Essayez encore.',
  unexpected: 'Il y a un problème. Rien n’est perdu. Essayez encore.',
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
