import { Button } from '../../ui/button.tsx';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { oneOf } from './address.ts';
import { appointmentsApi, type Line } from './appointments-api.ts';

export const tones = {
  booked: 'neutral',
  honoured: 'success',
  missed: 'warning',
  cancelled: 'danger',
} as const;
type Props = {
  line: Line;
  reason: string;
  now: string;
  busy: boolean;
  onAct: (run: () => Promise<string>) => void;
};

/** One appointment of the day, with the two gestures of the desk. */
export function DayLine({ line, reason, now, busy, onAct }: Props) {
  const name = `${line.givenName} ${line.familyName}`.trim();
  const about = t.about(name, line.from);
  const arrive = () =>
    onAct(async () => {
      const { appointment } = await appointmentsApi.arrive(line.id);
      return t.arriveDone(appointment.ticket ?? '');
    });
  const miss = () =>
    onAct(async () => {
      await appointmentsApi.mark(line.id, 'missed');
      return t.marked;
    });
  return (
    <li class="agenda-line">
      <span class="agenda-time">{t.time(line.from, line.to)}</span>
      <span class="agenda-who">
        <a href={oneOf(line.id)}>{name}</a>
        <span class="soft">{reason}</span>
        {line.note && <span class="agenda-note">{line.note}</span>}
      </span>
      <span class="agenda-state">
        <Tag kind={tones[line.state]}>{t.state[line.state]}</Tag>
        {line.ticket && <span class="soft">{t.ticket(line.ticket)}</span>}
      </span>
      <span class="agenda-acts no-print">
        {line.state === 'booked' && (
          <Button look="secondary" busy={busy} onClick={arrive} about={about}>
            {t.arrive}
          </Button>
        )}
        {line.state === 'booked' && line.from < now && (
          <Button look="quiet" busy={busy} onClick={miss} about={about}>
            {t.missed}
          </Button>
        )}
      </span>
    </li>
  );
}
