import { Button } from '../../ui/button.tsx';
import { reasons as t } from '../../ui/messages/backoffice-reasons-fr.ts';
import type { Contact } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { useShortcuts } from '../shell/shortcuts.ts';

/** What becomes of the other topic: opened along, left, or not said yet. */
export type SecondChoice = 'open' | 'leave' | null;
type Second = NonNullable<NonNullable<Contact['proposal']>['second']>;

/** Another matter in the same message: a request of its own by one gesture, or nothing. */
export function SecondTopic(props: {
  second: Second;
  choice: SecondChoice;
  onChoose(choice: SecondChoice): void;
}) {
  const { departmentName } = useSignedIn();
  const { second, choice, onChoose } = props;
  const name = departmentName(second.department);
  useShortcuts({ 2: () => onChoose(choice === 'open' ? null : 'open') });
  return (
    <section class="second-topic" aria-labelledby="second-title">
      <h2 id="second-title">
        {t.secondTitle} : {t.second(name, Math.round(second.confidence * 100))}
      </h2>
      {choice === null ? (
        <>
          {second.reasons.length > 0 && <p class="soft">{t.secondWords(second.reasons)}</p>}
          <div class="buttons">
            <Button look="secondary" onClick={() => onChoose('open')}>
              {t.secondOpen}
              <span aria-hidden="true" class="key">
                {t.secondKey}
              </span>
            </Button>
            <Button look="quiet" onClick={() => onChoose('leave')}>
              {t.secondLeave}
            </Button>
          </div>
        </>
      ) : (
        <p role="status">
          {choice === 'open' ? t.secondWill(name) : t.secondLeft(name)}{' '}
          <button type="button" class="link" onClick={() => onChoose(null)}>
            {t.secondChange}
          </button>
        </p>
      )}
    </section>
  );
}
