import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { mandates as t } from '../../ui/messages/backoffice-mandates-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useAct } from '../citizens/use-act.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { mandatesApi, type PersonMandates } from './mandates-api.ts';
import { RecordForm } from './record-form.tsx';

type Line = PersonMandates['mandates'][number];
const isLive = ({ state }: Line): boolean => state === 'active' || state === 'offered';
const open = async (id: string): Promise<void> => location.assign((await mandatesApi.act(id)).to);

/** Who may act for this person, helping them now, and ending it at their word. */
export function MandatesPanel({ person }: { person: string }) {
  const list = useQuery({
    queryKey: ['mandates', person],
    queryFn: () => mandatesApi.list(person),
    refetchOnWindowFocus: false,
  });
  const [asked, setAsked] = useState<'help' | 'record'>();
  const again = () => void queries.invalidateQueries({ queryKey: ['mandates', person] });
  const record = useAct(mandatesApi.record, asked === 'help' ? t.noted : t.offered, (made) => {
    setAsked(undefined);
    again();
    if (asked === 'help') void open(made.id);
  });
  const end = useAct(({ id }: { id: string }) => mandatesApi.end(id), t.ended, again);
  const act = useAct(({ id }: { id: string }) => open(id), t.noted, again);
  const failed = end.failed ?? act.failed;
  const known = list.data;
  const [live, past] = [
    known?.mandates.filter(isLive) ?? [],
    known?.mandates.filter((one) => !isLive(one)) ?? [],
  ];
  return (
    <section class="panel" aria-labelledby="mandates-title">
      <h2 id="mandates-title">{t.title}</h2>
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={2} />}
      {known && live.length === 0 && <p class="soft">{t.none}</p>}
      <ul class="household">
        {live.map((one) => (
          <MandateLine
            key={one.id}
            mandate={one}
            busy={act.busy || end.busy}
            onOpen={() => act.run(one)}
            onEnd={() => end.run(one)}
          />
        ))}
      </ul>
      {failed && (
        <Alert>
          <p class="field-error">{failed}</p>
        </Alert>
      )}
      {known?.mayRecord && (
        <div class="buttons">
          <Button look="secondary" onClick={() => setAsked('help')}>
            {t.help}
          </Button>
          <Button look="quiet" onClick={() => setAsked('record')}>
            {t.record}
          </Button>
        </div>
      )}
      {past.length > 0 && (
        <details>
          <summary>{t.past}</summary>
          <ul class="household">
            {past.map((one) => (
              <li key={one.id}>
                <span>
                  {one.helper.name}{' '}
                  <span class="soft">{one.overAt ? t.over(one.overAt) : t.states[one.state]}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Dialog
        id="mandate"
        open={asked !== undefined}
        title={asked === 'help' ? t.form.helpTitle : t.form.recordTitle}
        onClose={() => setAsked(undefined)}
      >
        {known && (
          <RecordForm
            {...{ person, known, act: record }}
            isHelp={asked === 'help'}
            onSend={(body) => record.run(body)}
          />
        )}
      </Dialog>
    </section>
  );
}

function MandateLine(props: { mandate: Line; busy: boolean; onOpen: () => void; onEnd: () => void }) {
  const { mandate, busy, onOpen, onEnd } = props;
  const { helper, scope, until, state, told, consent, isMine } = mandate;
  const what = scope.map((each) => t.scopes[each]).join(', ');
  return (
    <li>
      <span>
        {[helper.name, helper.organisation].filter(Boolean).join(', ')}{' '}
        <Tag kind={state === 'active' ? 'success' : 'warning'}>{t.states[state]}</Tag>
        <span class="soft">
          {' '}
          {what}, {t.until(until)}. {t.consents[consent]}. {state === 'active' && `${t.by[told]}.`}
        </span>
      </span>
      <span class="buttons">
        {isMine && state === 'active' && (
          <Button look="secondary" busy={busy} onClick={onOpen}>
            {t.continue}
          </Button>
        )}
        <Button look="quiet" about={helper.name} busy={busy} onClick={onEnd}>
          {t.end}
        </Button>
      </span>
    </li>
  );
}
