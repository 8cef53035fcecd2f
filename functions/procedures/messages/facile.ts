import type { RequiredDocument } from '../procedure.ts';
import type { documentWords as French } from './fr.ts';
import { documentWords as french } from './fr.ts';

export { answerWords } from './fr.ts';

export const documentWords: typeof French = {
  ...french,
  stepHint: 'Ajoutez vos documents. Il manque un document ? Envoyez la demande. Nous vous écrirons.',
  which: 'Quel document avez-vous ajouté ?',
  hints: ({ accepts, validMonths, requiredBy }: RequiredDocument): string[] => [
    ...(accepts.length > 0
      ? [`Ou un de ces documents : ${accepts.map(({ label }) => label).join(', ')}.`]
      : []),
    ...(validMonths ? [`Il doit avoir moins de ${validMonths}\u00a0mois.`] : []),
    ...(requiredBy ? [`La loi le demande : ${requiredBy}.`] : []),
  ],
};
