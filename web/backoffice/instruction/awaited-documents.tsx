import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { list } from '../../ui/messages/numbers.ts';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Instruction, instructionApi } from '../data/instruction-api.ts';
import { type DeedProps, useDeed } from './use-deed.ts';

type Awaited = NonNullable<Instruction['awaited']>;

/** What the citizen was asked to send, what came, and the effect on the clock of the law. */
export function AwaitedDocuments(props: DeedProps) {
  const { awaited, may } = props.request.instruction;
  if (!awaited) return null;
  const missing = awaited.documents.filter(({ isProvided }) => !isProvided);
  return (
    <section class="awaited" aria-labelledby="awaited-title">
      <h3 id="awaited-title">{t.awaitedTitle}</h3>
      {awaited.isOverdue ? (
        <Notice kind="warning">
          <p>{t.overdue}</p>
        </Notice>
      ) : (
        <p>
          {t.awaitedUntil(day(awaited.until))} {awaited.clock ? t.clock[awaited.clock] : t.clockRuns}
        </p>
      )}
      <ul class="awaited-list">
        {awaited.documents.map((document) => (
          <li key={document.code}>
            <p>
              <strong>{document.label}</strong>{' '}
              <Tag kind={document.isProvided ? 'success' : 'warning'}>
                {document.isProvided ? t.provided : t.missing}
              </Tag>
            </p>
            {document.requiredBy && <p class="soft">{t.demandedBy(document.requiredBy)}</p>}
            {document.accepts.length > 0 && (
              <p class="soft">{t.accepted(list(document.accepts.map(({ label }) => label)))}</p>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && may.includes('receiveDocuments') && (
        <Received key={props.request.version} awaited={awaited} missing={missing} {...props} />
      )}
    </section>
  );
}

/** Documents that came by another way; or the rest is not needed any more. */
function Received({
  awaited,
  missing,
  ...props
}: DeedProps & { awaited: Awaited; missing: Awaited['documents'] }) {
  const [ticked, setTicked] = useState<string[]>([]);
  const [error, setError] = useState<string>();
  const receive = useDeed(
    props,
    (complete: boolean, key) =>
      instructionApi.receiveDocuments(
        props.request,
        awaited.askId,
        { documents: ticked.map((code) => ({ code })), complete },
        key,
      ),
    ticked.length === missing.length ? t.completed : t.received,
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setError(ticked.length > 0 ? undefined : t.receivedNone);
        if (ticked.length > 0) receive.run(false);
        else document.getElementById('received')?.focus();
      }}
    >
      <CheckboxGroup
        id="received"
        label={t.receivedTitle}
        error={error ?? receive.failed}
        options={missing.map(({ code, label }) => ({ value: code, label }))}
        value={ticked}
        onChange={setTicked}
      />
      <div class="buttons">
        <Button type="submit" look="secondary" busy={receive.busy}>
          {t.receivedGo}
        </Button>
        <Button look="quiet" busy={receive.busy} onClick={() => receive.run(true)}>
          {t.complete}
        </Button>
      </div>
    </form>
  );
}
