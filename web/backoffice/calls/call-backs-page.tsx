import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { calls, callBacks as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { type CallBackItem, callsApi, spoken } from './calls-api.ts';
import { CallsNav } from './calls-nav.tsx';

const address = (after: string | null) =>
  `${base}/rappels${after ? `?apres=${encodeURIComponent(after)}` : ''}`;

/** Everybody who was not answered, by the time until which they are called back. */
export default function CallBacksPage() {
  const after = new URLSearchParams(useSearch()).get('apres');
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['call-backs', after],
    queryFn: () => callsApi.callBacks(after),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <CallsNav current="callBacks" />
      <div ref={list} aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={6} />}
        {data && data.items.length === 0 && (
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <ul class="contact-cards call-backs">
            {data.items.map((item) => (
              <CallBackCard key={item.contactId} item={item} />
            ))}
          </ul>
        )}
      </div>
      {data && (
        <Pagination
          first={after ? address(null) : undefined}
          next={data.next ? address(data.next) : undefined}
        />
      )}
    </AgentPage>
  );
}

function CallBackCard({ item }: { item: CallBackItem }) {
  const { departmentName } = useSignedIn();
  return (
    <li class="row card">
      <p class="subject number">
        <a href={`${base}/rappels/${encodeURIComponent(item.contactId)}`} data-row>
          {spoken(item.number)}
        </a>
      </p>
      <p class="sender">{item.topic ? departmentName(item.topic) : calls.noTopic}</p>
      <p class="marks">
        {item.isLate && <Tag kind="danger">{t.late}</Tag>}
        <span>{t.missed(item.missed)}</span>
        {item.tries.length > 0 && <span>{t.tries(item.tries.length)}</span>}
        <time dateTime={item.since}>{dayAndTime(item.since)}</time>
      </p>
      <p class={item.isLate ? 'proposed due late' : 'proposed due'}>
        <span class="soft">{t.columns.due}</span> <time dateTime={item.due}>{dayAndTime(item.due)}</time>
      </p>
    </li>
  );
}
