import { payments } from '../../ui/messages/backoffice-payments-fr.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import type { paymentsApi } from './payments-api.ts';

const t = payments.request;
type Found = Awaited<ReturnType<typeof paymentsApi.ofRequest>>['payments'];

/** What is owed or was paid for a request, line by line. */
export function OwedNotice({ found }: { found: Found }) {
  const isUnpaid = found.some(({ state }) => state === 'due' || state === 'paying');
  return (
    <Notice kind={isUnpaid ? 'warning' : 'info'} title={t.title}>
      <ul class="plain">
        {found.map(({ id, state, cents, paid, label }) => (
          <li key={id}>
            {label} :{' '}
            {state === 'paid' && paid ? t.paid(cents, day(calendarDay(paid.at))) : t[state](cents, '')}
          </li>
        ))}
      </ul>
      {isUnpaid && <p>{t.unpaid}</p>}
    </Notice>
  );
}
