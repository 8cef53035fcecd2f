import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { queue as t } from '../../ui/messages/backoffice-queue-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { HandTicket } from './hand-ticket.tsx';
import { keepDesk, keptDesk } from './own-desk.ts';
import { QueueHours } from './queue-hours.tsx';
import { receptionApi, type Ticket } from './reception-api.ts';

const every = 10_000;
const shown = 6;
export const ticketsKey = ['tickets'] as const;
export const useTickets = () =>
  useQuery({ queryKey: ticketsKey, queryFn: receptionApi.tickets, refetchInterval: every, staleTime: 0 });

/** Who waits in the hall, and whose turn it is at this desk. */
export function Queue() {
  const { departmentName } = useSignedIn();
  const tickets = useTickets();
  const [desk, setDesk] = useState(keptDesk);
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  const act = async (run: () => Promise<string>) => {
    setBusy(true);
    try {
      say(await run());
    } catch (error) {
      say(sentenceOf(error));
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ticketsKey });
    }
  };
  const call = () =>
    act(async () => {
      const { ticket } = await receptionApi.next(desk.trim() || '1');
      return ticket ? `${t.mine} ${ticket.id}, ${departmentName(ticket.topic)}` : t.nobody;
    });
  const end = ({ id }: Ticket, outcome: 'served' | 'absent') =>
    act(async () => {
      await receptionApi.end(id, outcome);
      return `${id} : ${outcome === 'served' ? t.served : t.absent}`;
    });
  const { data } = tickets;
  return (
    <section class="panel queue" aria-labelledby="queue-title">
      <h2 id="queue-title">{t.title}</h2>
      {tickets.error && <ErrorBox error={tickets.error} onRetry={() => void tickets.refetch()} />}
      {tickets.isPending && <Skeleton lines={2} />}
      {data?.mine && (
        <div class="my-ticket">
          <p>
            <span class="soft">{t.mine}</span>
            <strong>{data.mine.id}</strong>
            <span>{departmentName(data.mine.topic)}</span>
          </p>
          <div class="buttons">
            <Button look="secondary" busy={busy} onClick={() => data.mine && void end(data.mine, 'served')}>
              {t.served}
            </Button>
            <Button look="quiet" busy={busy} onClick={() => data.mine && void end(data.mine, 'absent')}>
              {t.absent}
            </Button>
          </div>
        </div>
      )}
      {data && !data.mine && (
        <div class="call-next">
          <TextField
            id="own-desk"
            label={t.desk}
            width="short"
            value={desk}
            onChange={(value) => {
              setDesk(value);
              keepDesk(value);
            }}
          />
          <Button look="secondary" busy={busy} onClick={() => void call()}>
            {t.call}
          </Button>
        </div>
      )}
      <Status>{said}</Status>
      {data && <p class="waiting-count">{t.waiting(data.waiting.length)}</p>}
      {data && data.waiting.length > 0 && <Waiting tickets={data.waiting} />}
      <HandTicket onHanded={() => void queries.invalidateQueries({ queryKey: ticketsKey })} />
      {data && data.hours.length > 0 && <QueueHours hours={data.hours} />}
    </section>
  );
}

function Waiting({ tickets }: { tickets: Ticket[] }) {
  const { departmentName } = useSignedIn();
  const now = Date.parse(lastNow());
  return (
    <>
      <ol class="waiting-tickets">
        {tickets.slice(0, shown).map(({ id, topic, handedAt, isPriority, appointmentAt }) => (
          <li key={id}>
            <strong>{id}</strong>
            <span>{departmentName(topic)}</span>
            {isPriority && <Tag kind="warning">{t.priority}</Tag>}
            {appointmentAt && <Tag kind="brand">{t.appointment(appointmentAt)}</Tag>}
            <span class="soft">{t.since(Math.floor((now - Date.parse(handedAt)) / 60_000))}</span>
          </li>
        ))}
      </ol>
      {tickets.length > shown && <p class="soft">{t.more(tickets.length - shown)}</p>}
    </>
  );
}
