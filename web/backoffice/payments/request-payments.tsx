import { useQuery } from '@tanstack/react-query';
import { payments } from '../../ui/messages/backoffice-payments-fr.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { paymentsApi } from './payments-api.ts';

const t = payments.request;

/** What is owed for a request, above its file: whoever instructs it sees at once that it is not paid. Nothing when nothing is owed. */
export function RequestPayments({ reference }: { reference: string }) {
  const { data } = useQuery({
    queryKey: ['request-payments', reference],
    queryFn: () => paymentsApi.ofRequest(reference),
    retry: false,
    staleTime: 60_000,
  });
  const found = data?.payments ?? [];
  if (found.length === 0) return null;
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
