import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { offline, signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { type Book, bookApi, type View } from './book-api.ts';
import { BookRow } from './book-row.tsx';
import { keepBook, keepSession, keptBook } from './device.ts';
import { KeptDecisions } from './kept-decisions.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { keepShell } from './offline-shell.ts';
import { WaitingBook } from './waiting-book.tsx';
import { isOffline, useDecisions } from './waiting-decisions.ts';

const views = ['waiting', 'done', 'sent'] as const;
const viewOf = (search: string): View => {
  const wanted = new URLSearchParams(search).get('vue');
  return views.find((view) => view === wanted) ?? 'waiting';
};

/** The waiting letters come from the device when the network does not answer. */
async function read(view: View, after: string | undefined): Promise<Book & { isKept?: boolean }> {
  try {
    const book = await bookApi.list(view, after);
    if (view === 'waiting' && !after) void keepBook(book);
    return book;
  } catch (error) {
    const kept = view === 'waiting' && isOffline(error) ? await keptBook() : undefined;
    if (!kept) throw error;
    return { ...kept, next: null, isKept: true };
  }
}

/** The signature book: what waits, urgent first; what I acted on; what I sent. */
export default function BookPage() {
  const search = useSearch();
  const view = viewOf(search);
  const decisions = useDecisions();
  const { me, departments, now } = useSignedIn();
  useEffect(() => {
    void keepSession({ me, departments, now });
    keepShell().catch(() => undefined);
  }, []);
  const book = useInfiniteQuery({
    queryKey: ['book', view],
    networkMode: 'always',
    queryFn: ({ pageParam }) => read(view, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const items = book.data?.pages.flatMap((page) => page.items) ?? [];
  const [first] = book.data?.pages ?? [];
  const [emptyTitle = '', emptyText = ''] = t.none[view] ?? [];
  const acted = new Set(decisions.map(({ letterId }) => letterId));
  return (
    <AgentPage title={t.title} context={t.views[view]}>
      <nav class="book-views" aria-label={t.viewsLabel}>
        <ul>
          {views.map((one) => (
            <li key={one}>
              <a
                href={`${base}/parapheur${one === 'waiting' ? '' : `?vue=${one}`}`}
                aria-current={one === view ? 'page' : undefined}
              >
                {t.views[one]}
              </a>
            </li>
          ))}
          <li class="book-people">
            <a href={`${base}/presences`}>{t.presences}</a>
          </li>
        </ul>
      </nav>
      {first?.isKept && <OfflineNotice />}
      <KeptDecisions decisions={decisions} />
      {book.isPending && <Skeleton lines={8} />}
      {book.error && <ErrorBox error={book.error} onRetry={() => void book.refetch()} />}
      {first && items.length === 0 && (
        <EmptyState title={emptyTitle}>
          <p>{emptyText}</p>
        </EmptyState>
      )}
      {first && items.length > 0 && view === 'waiting' && (
        <WaitingBook items={items} acted={acted} now={first.now} search={search} />
      )}
      {first && items.length > 0 && view !== 'waiting' && (
        <ul class="book-list">
          {items.map((item) => (
            <BookRow key={`${item.letterId} ${item.step}`} item={item} now={first.now} />
          ))}
        </ul>
      )}
      <Status hidden>{first && view === 'waiting' ? t.count(items.length) : ''}</Status>
      {book.hasNextPage && (
        <div class="buttons">
          <Button look="secondary" busy={book.isFetchingNextPage} onClick={() => void book.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
      {decisions.length > 0 && <span class="visually-hidden">{offline.queued(decisions.length)}</span>}
    </AgentPage>
  );
}
