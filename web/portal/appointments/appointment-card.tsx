import { CalendarIcon, PinIcon } from '../../ui/icons.tsx';
import { mine, appointments as t } from '../../ui/messages/appointments-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { writtenIn } from '../written.ts';
import type { Appointment } from './appointments-api.ts';

const tones = { booked: 'success', cancelled: 'danger', honoured: 'neutral', missed: 'warning' } as const;

/** When, where, what for: as it would stand on a card that somebody holds. */
export function AppointmentCard({ appointment }: { appointment: Appointment }) {
  const { reason, place, from, to, state, isOver } = appointment;
  const lang = writtenIn(appointment);
  const shown = state === 'booked' && isOver ? 'honoured' : state;
  return (
    <section class="appointment-card" aria-labelledby="rendez-vous-quand">
      <Tag kind={tones[shown]}>{mine.state[shown]}</Tag>
      <h2 id="rendez-vous-quand" class="appointment-when">
        <CalendarIcon />
        <time dateTime={from}>{t.whenWords(from, to)}</time>
      </h2>
      <p lang={lang}>{reason.name}</p>
      <p class="appointment-where">
        <PinIcon />
        <span>
          <strong lang={lang}>{place.name}</strong>
          <br />
          {place.address}
          {place.access && (
            <>
              <br />
              <span lang={lang}>{place.access}</span>
            </>
          )}
        </span>
      </p>
    </section>
  );
}
