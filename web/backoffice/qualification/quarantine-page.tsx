import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { ContactCards } from './contact-cards.tsx';
import { release } from './decision.ts';

/** What was set aside: always visible, always reversible. */
export default function QuarantinePage() {
  const after = new URLSearchParams(useSearch()).get('apres') ?? undefined;
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['contacts', 'quarantined', after],
    queryFn: () => agentApi.contacts({ state: 'quarantined', after }),
    placeholderData: keepPreviousData,
  });
  const here = `${base}/quarantaine`;
  return (
    <AgentPage title={t.quarantineTitle} intro={<p>{t.quarantineIntro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data?.contacts.length === 0 && (
        <EmptyState title={t.quarantineEmpty}>
          <p>{t.quarantineEmptyText}</p>
        </EmptyState>
      )}
      <div ref={list}>
        {page.data && page.data.contacts.length > 0 && (
          <ContactCards
            contacts={page.data.contacts}
            now={page.data.now}
            hrefOf={(id) => `${base}/qualification/${encodeURIComponent(id)}`}
            action={(contact) => (
              <Button look="secondary" about={contact.subject} onClick={() => release(contact.contactId)}>
                {t.release}
              </Button>
            )}
          />
        )}
      </div>
      {page.data && (
        <Pagination
          first={after ? here : undefined}
          next={page.data.next ? `${here}?apres=${encodeURIComponent(page.data.next)}` : undefined}
        />
      )}
    </AgentPage>
  );
}
