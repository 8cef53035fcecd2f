import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { quarantine as t } from '../../ui/messages/backoffice-mail-fr.ts';
import { titles } from '../../ui/messages/backoffice-titles-fr.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { useAsideWords } from '../search/words.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { ContactCards } from './contact-cards.tsx';
import { release } from './decision.ts';
import { QuarantineSearch, quarantineAddress } from './quarantine-search.tsx';

/** What was set aside: always visible, searched by reason and words, always reversible. */
export default function QuarantinePage() {
  const search = useSearch();
  const query = new URLSearchParams(search);
  const after = query.get('apres') ?? undefined;
  const words = useAsideWords();
  const sought = { reason: query.get('motif') ?? undefined, words: words || undefined };
  const isSearch = Boolean(sought.reason || sought.words);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['contacts', 'quarantined', search, words],
    queryFn: () =>
      isSearch ? agentApi.aside({ ...sought, after }) : agentApi.contacts({ state: 'quarantined', after }),
    placeholderData: keepPreviousData,
  });
  const contacts = page.data?.contacts ?? [];
  return (
    <AgentPage
      title={t.title}
      intro={
        <p>
          {t.intro} {titles.seeAlso} <a href={`${base}/adresses`}>{titles.suppressions}</a>
        </p>
      }
    >
      <QuarantineSearch key={`${search} ${words}`} sought={sought} />
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data && contacts.length === 0 && (
        <EmptyState title={isSearch ? t.nothingFound : t.empty}>
          <p>{isSearch ? t.nothingFoundText : t.emptyText}</p>
        </EmptyState>
      )}
      <div ref={list}>
        {page.data && contacts.length > 0 && (
          <ContactCards
            contacts={contacts}
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
          first={after ? quarantineAddress(sought.reason) : undefined}
          next={page.data.next ? quarantineAddress(sought.reason, page.data.next) : undefined}
        />
      )}
    </AgentPage>
  );
}
