import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';

/** A list that is read page by page: what is shown is all that was read. */
export function Paged<Page extends { next: string | null }, Item>(props: {
  id: string;
  queryKey: readonly unknown[];
  read(after: string | undefined): Promise<Page>;
  itemsOf(page: Page): readonly Item[];
  empty: string;
  /** What the button leads on to, for who does not see the title above it. */
  about: string;
  children(items: Item[], pages: Page[]): ComponentChildren;
}) {
  const { id, queryKey, read, itemsOf, empty, about, children } = props;
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Page) => next ?? undefined,
    staleTime: 240_000,
    refetchOnWindowFocus: false,
  });
  const pages = list.data?.pages ?? [];
  const items = pages.flatMap(itemsOf);
  return (
    <div aria-busy={list.isFetching} id={id}>
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={3} />}
      {list.data && items.length === 0 && !list.hasNextPage && <p class="soft">{empty}</p>}
      {items.length > 0 && children(items, pages)}
      {list.hasNextPage && (
        <Button
          look="secondary"
          about={about}
          busy={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </div>
  );
}
