import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ForbiddenPage } from '../shell/dead-ends.tsx';
import { citizensApi } from './citizens-api.ts';
import { DifferentDialog, MergeDialog, type Pair } from './merge-dialogs.tsx';
import { PersonCard } from './person-card.tsx';

/** Sheets that look alike, the likeliest first: one decision a line. */
export default function DuplicatesPage() {
  const after = new URLSearchParams(useSearch()).get('apres') ?? undefined;
  const [merging, setMerging] = useState<Pair | null>(null);
  const [differing, setDiffering] = useState<Pair | null>(null);
  const page = useQuery({
    queryKey: ['citizens', 'duplicates', after],
    queryFn: () => citizensApi.duplicates(after),
    placeholderData: keepPreviousData,
  });
  if (isCode(page.error, 'forbidden')) return <ForbiddenPage />;
  const here = `${base}/doublons`;
  const duplicates = page.data?.duplicates ?? [];
  return (
    <AgentPage title={t.duplicatesTitle} intro={<p>{t.duplicatesIntro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data && duplicates.length === 0 && !page.data.next && (
        <EmptyState title={t.duplicatesEmpty}>
          <p>{t.duplicatesEmptyText}</p>
        </EmptyState>
      )}
      <ul class="person-cards">
        {duplicates.map(({ one, other, confidence, reasons, at }) => (
          <li key={`${one.personId} ${other.personId}`} class="card">
            <div class="person-pair">
              <PersonCard person={one} isLink />
              <PersonCard person={other} isLink />
            </div>
            <p class="reasons">
              {t.confidence(confidence)} · {reasons.map((each) => t.matchReasons[each] ?? each).join(', ')} ·{' '}
              {t.since(at)}
            </p>
            <div class="buttons">
              <Button look="secondary" about={one.name} onClick={() => setMerging({ one, other })}>
                {t.same}
              </Button>
              <Button look="quiet" about={one.name} onClick={() => setDiffering({ one, other })}>
                {t.different}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {page.data && (
        <Pagination
          first={after ? here : undefined}
          next={page.data.next ? `${here}?apres=${encodeURIComponent(page.data.next)}` : undefined}
        />
      )}
      <MergeDialog pair={merging} onClose={() => setMerging(null)} onMerged={() => undefined} />
      <DifferentDialog pair={differing} onClose={() => setDiffering(null)} onSaid={() => undefined} />
    </AgentPage>
  );
}
