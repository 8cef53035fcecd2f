import { reasons as t } from '../../ui/messages/backoffice-reasons-fr.ts';
import type { Contact } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';

type Signals = NonNullable<Contact['proposal']>['signals'];

/** What spoke beside the words of the document: it stands nowhere in it, and is told in a sentence each. */
export function SignalList({ signals }: { signals: Signals }) {
  const { departmentName } = useSignedIn();
  if (signals.length === 0) return null;
  return (
    <div class="reasons beside">
      <p id="signals-title">{t.signalsTitle}</p>
      <ul aria-labelledby="signals-title">
        {signals.map(({ kind, what, department, isFor }) => (
          <li key={`${kind} ${department}`}>
            {t.signal(
              kind,
              kind === 'habit' ? departmentName(what) : what,
              departmentName(department),
              isFor,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
