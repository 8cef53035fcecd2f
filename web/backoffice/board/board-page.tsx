import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RefreshIcon } from '../../ui/icons.tsx';
import { board as t } from '../../ui/messages/backoffice-board-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { time } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { AckDebtLink } from '../ack-debt/ack-debt-link.tsx';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import { BoardWaves } from '../similar/wave-line.tsx';
import { readAddress, writeAddress } from './board-address.ts';
import { BoardEmpty } from './board-empty.tsx';
import { BoardFilters } from './board-filters.tsx';
import { BoardGroups } from './board-groups.tsx';
import { GroupCounts } from './group-counts.tsx';

/** The task board: one page of it at a time, read again each minute without losing the place. */
export default function BoardPage() {
  const address = readAddress(useSearch());
  const { departments, me } = useSignedIn();
  const list = useRef<HTMLDivElement>(null);
  const page = useQuery({
    queryKey: ['board', address],
    queryFn: () =>
      agentApi.board({
        view: address.view,
        department: address.department ?? undefined,
        after: address.after ?? undefined,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  useRowKeys(list);
  useShortcuts({ g: () => void page.refetch() });
  const { data } = page;
  const total = Object.values(data?.counts ?? {}).reduce((sum, each) => sum + each, 0);
  const to = (after: string | null) => base + writeAddress({ ...address, after });
  return (
    <AgentPage title={t.title} intro={data && <p>{t.intro(total)}</p>}>
      <div class="board-head">
        <BoardFilters
          address={address}
          departments={
            me.departments.length
              ? departments.filter(({ code }) => me.departments.includes(code))
              : departments
          }
        />
        <div class="refresh">
          <Status>{data ? shell.refreshed(time(data.now)) : ''}</Status>
          <Button look="secondary" busy={page.isFetching} onClick={() => void page.refetch()}>
            <RefreshIcon />
            {shell.refresh}
          </Button>
        </div>
      </div>
      {data && <GroupCounts counts={data.counts} />}
      <AckDebtLink department={address.department} />
      <BoardWaves department={address.department} />
      <div ref={list} aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={9} />}
        {data && data.items.length === 0 && <BoardEmpty address={address} />}
        {data && data.items.length > 0 && (
          <BoardGroups items={data.items} counts={data.counts} now={data.now} />
        )}
      </div>
      {data && (
        <Pagination
          first={address.after ? to(null) : undefined}
          next={data.next ? to(data.next) : undefined}
        />
      )}
    </AgentPage>
  );
}
