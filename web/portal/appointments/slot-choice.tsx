import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { GroupFrame } from '../../ui/field.tsx';
import { slots as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { SlotDays, Soonest } from './slot-days.tsx';
import { useSlots, type Week } from './use-slots.ts';

type Slot = { from: string; to: string };
type Props = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  reason: string;
  place: string;
  chosen: string | null;
  onChoose: (slot: Slot) => void;
  /** Another reading of the slots is due, for instance since one was taken: any new value. */
  stamp?: unknown;
  /** What to propose when nothing is free at all. */
  whenFull?: ComponentChildren;
};
const sunday = (monday: string): string =>
  new Date(Date.parse(`${monday}T12:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);

/** Slots of a reason at a place, a week at a time: radio buttons by day, never a grid, and the soonest first. */
export function SlotChoice(props: Props) {
  const { id, label, hint, error, reason, place, chosen, onChoose } = props;
  const { week, problem, show, reload } = useSlots(reason, place);
  const [soonest, setSoonest] = useState<Slot>();
  const isFirst = useRef(true);
  useEffect(() => setSoonest(undefined), [reason, place]);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else reload();
  }, [props.stamp]);
  useEffect(() => {
    const first = week?.days[0]?.slots[0];
    if (week && (!week.previous || !soonest)) setSoonest(first);
  }, [week]);
  if (problem)
    return (
      <Alert>
        <Notice kind="danger" title={t.failed}>
          <p>{kit.problem(problem)}</p>
          <Button look="secondary" onClick={reload}>
            {kit.retry}
          </Button>
        </Notice>
      </Alert>
    );
  if (!week) return <Skeleton lines={6} />;
  if (week.isFull)
    return (
      <EmptyState title={t.full}>
        <p>{t.fullText}</p>
        {props.whenFull}
      </EmptyState>
    );
  const count = week.days.reduce((sum, { slots }) => sum + slots.length, 0);
  return (
    <GroupFrame id={id} label={label} hint={hint} error={error}>
      {soonest && soonest.from !== chosen && <Soonest slot={soonest} onChoose={onChoose} />}
      <p class="slots-week">{t.week(week.monday, sunday(week.monday))}</p>
      <Status hidden>{t.found(count)}</Status>
      {count > 0 ? (
        <SlotDays id={id} days={week.days} chosen={chosen} onChoose={onChoose} />
      ) : (
        <EmptyState title={t.emptyWeek} level={3}>
          <p>{t.emptyWeekText}</p>
        </EmptyState>
      )}
      <WeekTurn week={week} onShow={show} />
    </GroupFrame>
  );
}

const WeekTurn = ({ week, onShow }: { week: Week; onShow: (from: string) => void }) => (
  <div class="buttons week-turn">
    {week.previous && (
      <Button look="quiet" onClick={() => onShow(week.previous ?? '')}>
        {t.previous}
      </Button>
    )}
    {week.next && (
      <Button look="quiet" onClick={() => onShow(week.next ?? '')}>
        {t.next}
      </Button>
    )}
  </div>
);
