import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { revisions as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { proceduresApi } from '../data/procedures-api.ts';
import { base } from '../routes.ts';
import { ChangeList } from './changes.tsx';

type MoveProps = { id: string; older: readonly number[]; newest: number };

/** Requests that are open on an older revision: they stay there, unless somebody who saw what changes moves them. */
export function MoveRequests({ id, older, newest }: MoveProps) {
  const [from, setFrom] = useState(older[0] ?? 1);
  const [busy, setBusy] = useState(false);
  const seen = useQuery({
    queryKey: ['procedure-open-requests', id, from],
    queryFn: () => proceduresApi.openRequests(id, from),
  });
  const requests = seen.data?.requests ?? [];
  const move = async () => {
    setBusy(true);
    try {
      await proceduresApi.moveRequests(id, from, seen.data?.to ?? newest);
      toast(t.moving);
      await seen.refetch();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="panel" aria-labelledby="open-requests">
      <h2 id="open-requests">{t.openTitle}</h2>
      <p>{t.openText}</p>
      <Select
        id="from-revision"
        label={t.from}
        empty={null}
        options={older.map((revision) => ({ value: String(revision), label: t.revision(revision) }))}
        value={String(from)}
        onChange={(chosen) => setFrom(Number(chosen))}
      />
      {seen.error && <ErrorBox error={seen.error} onRetry={() => void seen.refetch()} />}
      {seen.isPending && <Skeleton lines={3} />}
      {seen.data && (
        <>
          <h3>{t.changes(from, seen.data.to)}</h3>
          <ChangeList changes={seen.data.changes} />
          <h3>{requests.length > 0 ? t.requests(requests.length, seen.data.next !== null) : t.noRequests}</h3>
          <ul class="open-requests">
            {requests.map(({ reference, state, openedOn }) => (
              <li key={reference}>
                <a href={`${base}/demandes/${reference}`}>{reference}</a>
                <span class="soft">
                  {shell.states[state] ?? state}, {t.since(day(openedOn))}
                </span>
              </li>
            ))}
          </ul>
          {requests.length > 0 && (
            <Button look="secondary" busy={busy} onClick={() => void move()}>
              {t.move(seen.data.to)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
