import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { SlotDays } from '../../portal/appointments/slot-days.tsx';
import { Button } from '../../ui/button.tsx';
import { GroupFrame } from '../../ui/field.tsx';
import { slots as words } from '../../ui/messages/appointments-fr.ts';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { appointmentsApi } from './appointments-api.ts';

type Props = {
  id: string;
  reason: string;
  place: string;
  chosen: string | null;
  error?: string | undefined;
  onChoose: (from: string) => void;
};

/** Free slots as an agent may give them, a week at a time. */
export function AgentSlots({ id, reason, place, chosen, error, onChoose }: Props) {
  const [from, setFrom] = useState<string>();
  const page = useQuery({
    queryKey: ['agent-slots', reason, place, from],
    queryFn: () => appointmentsApi.slots({ reason, place, from }),
    staleTime: 0,
  });
  const { data } = page;
  if (page.error) return <ErrorBox error={page.error} onRetry={() => void page.refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <GroupFrame id={id} label={t.chooseSlot} error={error}>
      <p class="slots-week">{t.weekTitle(data.monday)}</p>
      {data.days.length === 0 ? (
        <EmptyState title={data.isFull ? words.full : words.emptyWeek} level={3} />
      ) : (
        <SlotDays id={id} days={data.days} chosen={chosen} onChoose={(slot) => onChoose(slot.from)} />
      )}
      <div class="agenda-turn">
        {data.previous && (
          <Button look="quiet" onClick={() => setFrom(data.previous ?? undefined)}>
            {words.previous}
          </Button>
        )}
        {data.next && (
          <Button look="quiet" onClick={() => setFrom(data.next ?? undefined)}>
            {words.next}
          </Button>
        )}
      </div>
    </GroupFrame>
  );
}
