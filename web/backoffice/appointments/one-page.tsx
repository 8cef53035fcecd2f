import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, toast } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { pageOf, withPlace } from './address.ts';
import { appointmentsApi, type Day, type Detail } from './appointments-api.ts';
import { tones } from './day-line.tsx';
import { MoveAppointment } from './move-appointment.tsx';

/** One appointment with how to reach the person; looking at it is written down. */
export default function OnePage({ params }: { params: Record<string, string> }) {
  const id = params.id ?? '';
  const page = useQuery({ queryKey: ['appointment', id], queryFn: () => appointmentsApi.one(id) });
  const names = useQuery({
    queryKey: ['agenda-day', undefined, undefined],
    queryFn: () => appointmentsApi.day({}),
  });
  const found = page.data?.appointment;
  const name = found && `${found.givenName} ${found.familyName}`.trim();
  return (
    <AgentPage title={name ?? t.oneTitle} kicker={t.oneTitle} context={t.title}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {found && page.data && <One one={found} now={page.data.now} names={names.data} />}
    </AgentPage>
  );
}

function One({ one, now, names }: { one: Detail; now: string; names: Day | undefined }) {
  const [moving, setMoving] = useState(false);
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: async ({ run, words }: { run: () => Promise<unknown>; words: string }) => {
      await run();
      return words;
    },
    onSuccess: async (words) => {
      toast(words);
      setAsking(false);
      setMoving(false);
      await queries.invalidateQueries({ queryKey: ['appointment', one.id] });
      await queries.invalidateQueries({ queryKey: ['agenda-day'] });
    },
  });
  const isLive = one.state === 'booked' && one.to > now;
  const day = one.from.slice(0, 10);
  const nameOf = (list: Day['places'] | undefined, code: string) =>
    list?.find((each) => each.code === code)?.name ?? code;
  const facts: [string, string][] = [
    [t.facts.when, t.when(one.from, one.to)],
    [t.facts.reason, nameOf(names?.reasons, one.reason)],
    [t.facts.place, nameOf(names?.places, one.place)],
    [t.facts.phone, one.phone ?? t.unknown],
    [t.facts.email, one.email ?? t.unknown],
    [t.facts.texts, one.wantsTexts ? t.yes : t.no],
    ...(one.note ? [[t.facts.note, one.note] as [string, string]] : []),
    [t.facts.booked, t.bookedBy(one.bookedAt, one.bookedBy, one.helpers?.booked)],
    ...(one.helpers?.changed != null
      ? [[t.facts.changed, t.changedBy(one.helpers.changed)] as [string, string]]
      : []),
  ];
  const mark = (state: 'honoured' | 'missed' | 'booked') =>
    act.mutate({ run: () => appointmentsApi.mark(one.id, state), words: t.marked });
  return (
    <>
      <p>
        <Tag kind={tones[one.state]}>{t.state[one.state]}</Tag>
      </p>
      {one.isClosed && <Notice kind="warning" title={t.closed} />}
      {act.error && (
        <Alert>
          <p class="field-error">{sentenceOf(act.error)}</p>
        </Alert>
      )}
      <dl class="panel agenda-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {one.reference && (
          <div>
            <dt>{t.facts.reference}</dt>
            <dd>
              <a href={`${base}/demandes/${one.reference}`}>{one.reference}</a>
            </dd>
          </div>
        )}
      </dl>
      <div class="buttons no-print">
        {isLive && !moving && (
          <>
            <Button
              busy={act.isPending}
              onClick={() => act.mutate({ run: () => appointmentsApi.arrive(one.id), words: t.marked })}
            >
              {t.arrive}
            </Button>
            <Button look="secondary" onClick={() => setMoving(true)}>
              {t.move}
            </Button>
            <Button look="quiet" onClick={() => setAsking(true)}>
              {t.cancel}
            </Button>
          </>
        )}
        {one.state !== 'cancelled' &&
          one.from <= now &&
          (['honoured', 'missed', 'booked'] as const)
            .filter((state) => state !== one.state)
            .map((state) => (
              <Button key={state} look="quiet" busy={act.isPending} onClick={() => mark(state)}>
                {t.marks[state]}
              </Button>
            ))}
        <LinkButton look="quiet" href={withPlace(pageOf.day, one.place, day)}>
          {t.dayTitle(day)}
        </LinkButton>
      </div>
      {moving && (
        <MoveAppointment
          one={one}
          names={names}
          busy={act.isPending}
          onKeep={() => setMoving(false)}
          onMove={(run) => act.mutate({ run, words: t.moved })}
        />
      )}
      <p class="hint">{t.journaled}</p>
      <Dialog id="cancel-appointment" open={asking} title={t.cancelTitle} onClose={() => setAsking(false)}>
        <p>{t.when(one.from, one.to)}</p>
        <p>{t.cancelText}</p>
        <div class="buttons">
          <Button
            look="danger"
            busy={act.isPending}
            onClick={() => act.mutate({ run: () => appointmentsApi.cancel(one.id), words: t.cancelled })}
          >
            {t.cancel}
          </Button>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {t.keep}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
