import { ApiProblem } from '../../ui/api.ts';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { letterProblems } from '../../ui/messages/backoffice-letter-problems-fr.ts';
import { request } from '../../ui/messages/backoffice-request-fr.ts';
import { sentenceOf } from '../data/outcome.tsx';

/** Why it did not leave; for a letter, each legal mention that is missing and what to do. */
export function SendingFailure({ error }: { error: Error }) {
  const isLetter = error instanceof ApiProblem && error.code === 'letter-not-ready';
  const toSign = error instanceof ApiProblem && error.fields.find(({ code }) => code === 'signature-needed');
  const sentences = isLetter
    ? error.fields.map(({ code, params }) => letterProblems[code] ?? String(params?.message ?? code))
    : [];
  const said = [...new Set(sentences)];
  return (
    <div class="field-error" role="alert">
      <p>{toSign ? request.toSign : isLetter ? t.letterBlocked : sentenceOf(error)}</p>
      {said.length > 0 && (
        <ul>
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
