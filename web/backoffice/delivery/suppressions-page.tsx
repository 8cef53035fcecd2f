import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { suppressions as t } from '../../ui/messages/backoffice-suppressions-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { LiftDialog } from './lift-dialog.tsx';
import { OptOuts } from './opt-outs.tsx';
import { type Suppressions, suppressionsApi } from './suppressions-api.ts';

type Suppression = Suppressions['suppressions'][number];

/** Addresses that are written to no more: each may be taken back, with a reason. */
export default function SuppressionsPage() {
  const after = new URLSearchParams(useSearch()).get('apres') ?? undefined;
  const [chosen, setChosen] = useState<string | null>(null);
  const page = useQuery({
    queryKey: ['suppressions', after],
    queryFn: () => suppressionsApi.list(after),
    placeholderData: keepPreviousData,
  });
  const here = `${base}/adresses`;
  const found = page.data?.suppressions ?? [];
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data && found.length === 0 && (
        <EmptyState title={t.empty}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      {found.length > 0 && (
        <ul class="contact-cards">
          {found.map((one) => (
            <OneAddress key={one.address} one={one} onLift={() => setChosen(one.address)} />
          ))}
        </ul>
      )}
      {page.data && (
        <Pagination
          first={after ? here : undefined}
          next={page.data.next ? `${here}?apres=${encodeURIComponent(page.data.next)}` : undefined}
        />
      )}
      <OptOuts />
      <LiftDialog
        key={chosen ?? ''}
        address={chosen}
        onClose={() => setChosen(null)}
        onDone={() => {
          setChosen(null);
          void page.refetch();
        }}
      />
    </AgentPage>
  );
}

function OneAddress({ one, onLift }: { one: Suppression; onLift(): void }) {
  const { address, reason, at, reference, lifted } = one;
  return (
    <li class="row card">
      <p class="subject">{address}</p>
      <p class="sender">{t.reasonsOf[reason] ?? reason}</p>
      <p>
        {t.since(day(at))} <a href={`${base}/demandes/${reference}`}>{reference}</a>
      </p>
      {lifted ? (
        <p class="soft">{t.lifted(lifted.by.replace('agent:', ''), day(lifted.at), lifted.reason)}</p>
      ) : (
        <div class="card-action">
          <Button look="secondary" about={address} onClick={onLift}>
            {t.lift}
          </Button>
        </div>
      )}
    </li>
  );
}
