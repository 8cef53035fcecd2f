import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { LinkButton } from '../../ui/button.tsx';
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

/** Contacts that wait for a decision, oldest first. */
export default function QueuePage() {
  const search = new URLSearchParams(useSearch());
  const after = search.get('apres') ?? undefined;
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['contacts', 'waiting', after],
    queryFn: () => agentApi.contacts({ state: 'waiting', after }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const contacts = page.data?.contacts ?? [];
  const first = contacts[0];
  const finished = search.has('fini');
  const here = `${base}/qualification`;
  return (
    <AgentPage
      title={t.title}
      intro={page.data && contacts.length > 0 && <p>{t.intro(contacts.length, page.data.next !== null)}</p>}
    >
      {first && !after && (
        <p class="start">
          <LinkButton href={`${here}/${encodeURIComponent(first.contactId)}`}>{t.start}</LinkButton>
        </p>
      )}
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={8} />}
      <div ref={list}>
        {page.data && contacts.length === 0 && (
          <EmptyState title={finished ? t.doneTitle : t.emptyTitle}>
            <p>{finished ? t.doneText : t.emptyText}</p>
          </EmptyState>
        )}
        {page.data && contacts.length > 0 && (
          <ContactCards
            contacts={contacts}
            now={page.data.now}
            hrefOf={(id) => `${here}/${encodeURIComponent(id)}`}
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
