import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { ackDebt as t } from '../../ui/messages/backoffice-ack-debt-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ChannelMark } from '../shell/channel-mark.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { type AckDebt, ackDebtApi, address } from './ack-debt-api.ts';
import { AckDebtFigures } from './ack-debt-figures.tsx';

/** Requests whose acknowledgement is missing or incomplete, the oldest first, with the figures of each department. */
export default function AckDebtPage() {
  const search = new URLSearchParams(useSearch());
  const department = search.get('direction');
  const after = search.get('apres');
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['ack-debt', department, after],
    queryFn: () => ackDebtApi({ department: department ?? undefined, after: after ?? undefined }),
    placeholderData: keepPreviousData,
  });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <p class="ack-debt-link">
        <a href={base}>{t.back}</a>
      </p>
      {data && data.counts.length > 0 && <AckDebtFigures counts={data.counts} department={department} />}
      <div ref={list} aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={6} />}
        {data && data.items.length === 0 && (
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <table class="board-table">
            <caption class="visually-hidden">{t.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.subject}</th>
                <th scope="col">{t.columns.reason}</th>
                <th scope="col">{t.columns.due}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <DebtRow key={item.reference} item={item} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {data && (
        <Pagination
          first={after ? address(base, department) : undefined}
          next={data.next ? address(base, department, data.next) : undefined}
        />
      )}
    </AgentPage>
  );
}

function DebtRow({ item }: { item: AckDebt['items'][number] }) {
  return (
    <tr class="row">
      <td>
        <p class="subject">
          <a href={`${base}/demandes/${encodeURIComponent(item.reference)}`} data-row>
            {item.subject || shell.untitled}
            <span class="visually-hidden"> {item.reference}</span>
          </a>
        </p>
        <p class="marks">
          <ChannelMark channel={item.channel} />
          <span class="reference">{item.reference}</span>
          <time dateTime={item.receivedOn}>{t.receivedOn(day(item.receivedOn))}</time>
        </p>
      </td>
      <td>{t.reasons[item.reason] ?? item.reason}</td>
      <td>
        {item.isLate && <Tag kind="danger">{t.late}</Tag>} {item.due ? day(item.due) : t.noDue}
      </td>
    </tr>
  );
}
