import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { payments as t } from '../../ui/messages/backoffice-payments-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ForbiddenPage } from '../shell/dead-ends.tsx';
import { PaymentLine } from './payment-line.tsx';
import { paymentsApi } from './payments-api.ts';

export const lists = ['received', 'open', 'doubt', 'refunds', 'repaid'] as const;
type List = (typeof lists)[number];
const here = `${base}/paiements`;
const addressOf = (list: List, more: Record<string, string | null> = {}): string => {
  const params = new URLSearchParams({ liste: list });
  for (const [name, value] of Object.entries(more)) if (value) params.set(name, value);
  return `${here}?${params}`;
};

/** What finance looks at, one list at a time; the list, the day and the page are in the address. */
export default function PaymentsPage() {
  const search = new URLSearchParams(useSearch());
  const asked = search.get('liste') as List;
  const list = lists.includes(asked) ? asked : 'received';
  const [day, after] = [search.get('jour'), search.get('apres')];
  const [said, say] = useState('');
  const page = useQuery({
    queryKey: ['payments', list, day, after],
    queryFn: () => paymentsApi.list({ list, day: day ?? undefined, after: after ?? undefined }),
    placeholderData: keepPreviousData,
  });
  if (isCode(page.error, 'forbidden')) return <ForbiddenPage />;
  const { data } = page;
  const totals: Partial<Record<List, number>> = data?.totals ?? {};
  const [emptyTitle = '', emptyText] = t.empty[list] ?? [];
  return (
    <AgentPage title={t.title} context={t.lists[list]} intro={<p>{t.intro}</p>}>
      <nav aria-label={t.nav} class="switch pay-switch">
        <ul>
          {lists.map((one) => (
            <li key={one}>
              <a href={addressOf(one)} aria-current={one === list ? 'page' : undefined}>
                {t.lists[one]}
                {totals[one] ? ` (${t.counted(totals[one])})` : ''}
              </a>
            </li>
          ))}
          <li>
            <a href={`${here}/fichiers`}>{t.files}</a>
          </li>
        </ul>
      </nav>
      {list === 'received' && data && <DayChoice key={data.day} day={data.day} />}
      <Status>{said}</Status>
      <div aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={6} />}
        {data && data.lines.length === 0 && (
          <EmptyState title={emptyTitle}>
            <p>{emptyText}</p>
          </EmptyState>
        )}
        {data && data.lines.length > 0 && (
          <ul class="pay-lines">
            {data.lines.map((line) => (
              <PaymentLine
                key={`${line.id}-${line.refund?.id ?? line.received?.at ?? ''}`}
                line={line}
                onDone={() => {
                  say(t.saved);
                  void page.refetch();
                }}
              />
            ))}
          </ul>
        )}
      </div>
      {data && (
        <Pagination
          first={after ? addressOf(list, { jour: day }) : undefined}
          next={data.next ? addressOf(list, { jour: day, apres: data.next }) : undefined}
        />
      )}
    </AgentPage>
  );
}

/** The day of which receipts are shown. */
function DayChoice({ day }: { day: string }) {
  const [chosen, setChosen] = useState(day);
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen) navigate(addressOf('received', { jour: chosen }));
  };
  return (
    <form class="pay-day" onSubmit={submit}>
      <div class="field">
        <label for="jour">{t.day}</label>
        <input
          id="jour"
          type="date"
          class="input medium"
          value={chosen}
          onInput={(event) => setChosen(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" look="secondary">
        {t.show}
      </Button>
    </form>
  );
}
