import { Button } from '../../ui/button.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { threading as t } from '../../ui/messages/backoffice-threading-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Contact } from '../data/agent-api.ts';
import { base } from '../routes.ts';
import { useShortcuts } from '../shell/shortcuts.ts';

type Suggestion = Contact['suggested'][number];

/** Requests it may belong to, with what speaks for each: the first joins at the press of one key. */
export function SuggestedRequests(props: {
  suggested: readonly Suggestion[];
  busy: boolean;
  onJoin(reference: string, quiet?: boolean): void;
}) {
  const first = props.suggested.find(({ mayJoin }) => mayJoin);
  useShortcuts(first ? { s: () => props.onJoin(first.reference) } : {});
  if (props.suggested.length === 0) return null;
  return (
    <section class="suggested" aria-labelledby="suggested-title">
      <h2 id="suggested-title">{t.title}</h2>
      <p class="soft">{t.intro}</p>
      <ul class="suggested-list">
        {props.suggested.map((one) => (
          <li key={one.reference}>
            <OneRequest {...props} one={one} isFirst={one === first} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRequest(props: {
  one: Suggestion;
  isFirst: boolean;
  busy: boolean;
  onJoin(reference: string, quiet?: boolean): void;
}) {
  const { one, isFirst } = props;
  const { reference, reasons, subject, sender, state, mayJoin } = one;
  const isHidden = subject === '' && sender === '';
  return (
    <>
      <p class="suggested-what">
        <a href={`${base}/demandes/${reference}`}>{reference}</a>{' '}
        {isHidden ? t.hidden : `${subject}, ${sender}`} <Tag>{shell.states[state] ?? state}</Tag>
      </p>
      <ul class="suggested-reasons" aria-label={t.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{t.reasonsOf[reason] ?? reason}</li>
        ))}
      </ul>
      {mayJoin ? (
        <Button look="secondary" busy={props.busy} about={reference} onClick={() => props.onJoin(reference)}>
          {t.join}
          {isFirst && (
            <span aria-hidden="true" class="key">
              {t.joinKey}
            </span>
          )}
        </Button>
      ) : (
        !isHidden && (
          <>
            <p>{t.followUp}</p>
            <Button
              look="secondary"
              busy={props.busy}
              about={reference}
              onClick={() => props.onJoin(reference, true)}
            >
              {t.file}
            </Button>
          </>
        )
      )}
    </>
  );
}
