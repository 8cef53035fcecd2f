import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { hintsFor, type Outcome, type WrittenKind } from './writing-hints.ts';

/** Remarks on the draft; they never stop anybody. */
export function WritingHints(props: { text: string; kind: WrittenKind; outcome: Outcome | null }) {
  const hints = hintsFor(props.text, props.kind, props.outcome);
  if (hints.length === 0) return null;
  return (
    <div class="writing-hints">
      <p>{t.hints}</p>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{t.hintWords[hint]}</li>
        ))}
      </ul>
    </div>
  );
}
