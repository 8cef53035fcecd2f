import type { Authority } from '../settings/authority.ts';
import type { FieldProblem } from '../shared/refusal.ts';
import type { Signed } from './answer.ts';
import { checkLetter, type LetterProblem } from './check-letter.ts';
import type { LetterOutcome } from './letter.ts';
import { legalMentions } from './mentions.ts';

/** A problem as the API answers it: the checker's own sentence goes with its code, for it names the very words. */
export const fieldProblem = ({ code, message, article, place }: LetterProblem): FieldProblem => ({
  field: 'text',
  code,
  params: { message, ...(article ? { article } : {}), ...(place ? { place } : {}) },
});

/** What keeps an answer from leaving without the signature book: the same as a letter, its drawing apart. */
export const answerProblems = (
  given: {
    subject: string;
    text: string;
    outcome: LetterOutcome;
    algorithm: boolean;
    procedureTitle: string | null;
  },
  { agent, department, authority }: Signed & { authority: Authority },
): FieldProblem[] => {
  const { subject, text, outcome, algorithm, procedureTitle } = given;
  const kind = 'decision';
  const mentions = legalMentions({ kind, outcome, algorithm, procedureTitle, authority });
  const { blocking } = checkLetter(
    {
      ...{
        authority,
        department,
        subject,
        text,
        mentions,
        reference: '',
        recipient: [],
        day: '',
        enclosures: [],
      },
      ...{ author: agent, signature: { mode: 'seal', signatory: agent, capacity: null } },
    },
    { kind, outcome, algorithm, court: authority.court, citizenName: null, mayBeUnsigned: true },
  );
  return blocking.map(fieldProblem);
};
