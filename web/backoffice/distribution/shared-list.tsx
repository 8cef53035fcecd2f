import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { whyWords } from '../../ui/messages/distribution-why-fr.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { useRowKeys } from '../shell/row-keys.ts';
import { addressOf } from './address.ts';
import { type Distribution, distributionApi, type Shared, type Worker } from './distribution-api.ts';
import { MoveBar } from './move-bar.tsx';

/** Requests of somebody, or of nobody, a page at a time; those that are chosen go to somebody else. */
export function SharedList(props: { data: Distribution; worker: Worker | null; after: string | null }) {
  const { data, worker, after } = props;
  const { department } = data;
  const [picked, setPicked] = useState<readonly string[]>([]);
  const rows = useRef<HTMLUListElement>(null);
  useRowKeys(rows);
  const agent = worker?.login;
  // The list opens below the team: whoever asked for it is led there.
  useEffect(() => document.getElementById('shared-title')?.focus(), []);
  const page = useQuery({
    queryKey: ['shared', department, agent ?? null, after],
    queryFn: () => distributionApi.list({ department, agent, after: after ?? undefined }),
    placeholderData: keepPreviousData,
  });
  const items = page.data?.items ?? [];
  const chosen = picked.filter((reference) => items.some((one) => one.reference === reference));
  const here = { agent: agent ?? null, basket: !agent };
  const toggle = (reference: string, isPicked: boolean) =>
    setPicked(isPicked ? [...chosen, reference] : chosen.filter((one) => one !== reference));
  return (
    <section class="panel shared" aria-labelledby="shared-title">
      <div class="card-head">
        <h2 id="shared-title" tabIndex={-1}>
          {worker ? t.listOf(worker.name) : t.listBasket}
        </h2>
        <a href={addressOf(department)}>{t.close}</a>
      </div>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data && items.length === 0 && (
        <EmptyState title={worker ? t.listEmpty : t.listEmptyBasket} level={3}>
          <p>{worker ? t.listEmptyAgent : t.listEmptyText}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <MoveBar data={data} worker={worker} picked={chosen} onMoved={() => setPicked([])} />
          <div class="choice pick-all">
            <input
              type="checkbox"
              id="pick-all"
              checked={chosen.length === items.length}
              onChange={({ currentTarget }) =>
                setPicked(currentTarget.checked ? items.map(({ reference }) => reference) : [])
              }
            />
            <label for="pick-all">
              <span>{t.pickAll}</span>
            </label>
          </div>
          <ul class="shared-list" ref={rows} aria-busy={page.isFetching}>
            {items.map((item) => (
              <SharedRow
                key={item.reference}
                item={item}
                today={data.today}
                isPicked={chosen.includes(item.reference)}
                onPick={(isPicked) => toggle(item.reference, isPicked)}
              />
            ))}
          </ul>
        </>
      )}
      {page.data && (
        <Pagination
          first={after ? addressOf(department, here) : undefined}
          next={page.data.next ? addressOf(department, { ...here, after: page.data.next }) : undefined}
        />
      )}
    </section>
  );
}

function SharedRow(props: {
  item: Shared;
  today: string;
  isPicked: boolean;
  onPick(isPicked: boolean): void;
}) {
  const { item, today, isPicked, onPick } = props;
  const subject = item.subject || shell.untitled;
  return (
    <li class={isPicked ? 'shared-row picked-row' : 'shared-row'}>
      <span class="choice">
        <input
          type="checkbox"
          id={`pick-${item.reference}`}
          checked={isPicked}
          onChange={({ currentTarget }) => onPick(currentTarget.checked)}
        />
        <label for={`pick-${item.reference}`}>
          <span class="visually-hidden">{t.pick(`${subject} ${item.reference}`)}</span>
        </label>
      </span>
      <div>
        <p class="subject">
          <a href={`${base}/demandes/${encodeURIComponent(item.reference)}`} data-row>
            {subject}
            <span class="visually-hidden"> {item.reference}</span>
          </a>
        </p>
        <p class="marks">
          {item.urgency === 'high' && <Tag kind="danger">{t.urgent}</Tag>}
          <span>{item.sender || shell.unknownSender}</span>
          <span class="reference">{item.reference}</span>
          <span>{t.received(item.receivedAt)}</span>
          {item.given.length > 0 && <span>{whyWords(item.given)}</span>}
          <span class={item.due < today ? 'load-late' : ''}>{t.due(item.due)}</span>
        </p>
      </div>
    </li>
  );
}
