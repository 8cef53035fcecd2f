import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { seemsSignedIn } from '../account/signed-in.ts';
import { writtenIn } from '../written.ts';
import { type Appointment, appointmentsApi } from './appointments-api.ts';

type Own = { secret: string; appointment: Appointment };

/** Appointments to come of whoever is signed in; nothing for others, nor when they cannot be read: the page goes on. */
export function OwnAppointments({ onOpen }: { onOpen: (secret: string) => void }) {
  const [own, setOwn] = useState<Own[]>([]);
  useEffect(() => {
    if (seemsSignedIn())
      appointmentsApi.own().then(
        ({ appointments }) => setOwn(appointments),
        () => undefined,
      );
  }, []);
  if (own.length === 0) return null;
  return (
    <section class="own-appointments">
      <h2>{t.own}</h2>
      <ul>
        {own.map(({ secret, appointment }) => (
          <li key={secret}>
            <p>
              <strong>{t.whenWords(appointment.from, appointment.to)}</strong>
              <br />
              <span lang={writtenIn(appointment)}>
                {appointment.reason.name}, {appointment.place.name}
              </span>
            </p>
            <Button
              look="secondary"
              onClick={() => onOpen(secret)}
              about={t.whenWords(appointment.from, appointment.to)}
            >
              {t.openOwn}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
