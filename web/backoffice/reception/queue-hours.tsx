import { queue as t } from '../../ui/messages/backoffice-queue-fr.ts';
import type { Tickets } from './reception-api.ts';

/** How the day went in the hall, hour by hour. */
export const QueueHours = ({ hours }: { hours: Tickets['hours'] }) => (
  <details class="queue-hours">
    <summary>{t.stats}</summary>
    <table>
      <caption class="visually-hidden">{t.stats}</caption>
      <thead>
        <tr>
          <th scope="col">{t.hour}</th>
          <th scope="col">{t.handedCount}</th>
          <th scope="col">{t.calledCount}</th>
          <th scope="col">{t.absentCount}</th>
          <th scope="col">{t.meanWait}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, handed, called, absent, meanWait }) => (
          <tr key={hour}>
            <th scope="row">{t.from(hour)}</th>
            <td>{handed}</td>
            <td>{called}</td>
            <td>{absent}</td>
            <td>{t.seconds(meanWait)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
