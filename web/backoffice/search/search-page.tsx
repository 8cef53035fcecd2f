import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { search as t } from '../../ui/messages/backoffice-search-fr.ts';
import { suggestions } from '../../ui/messages/backoffice-suggestions-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { FoundAnswers } from '../knowledge/found-answers.tsx';
import { FoundKnowledge } from '../knowledge/found-knowledge.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { NothingFound } from './nothing-found.tsx';
import { Results } from './results.tsx';
import { type Kind, searchApi } from './search-api.ts';
import { useWords } from './words.ts';

const most = 40;
const kinds: readonly (Kind | null)[] = [null, 'person', 'request'];
const label = (kind: Kind | null) =>
  kind === null ? t.all : kind === 'person' ? suggestions.people : suggestions.requests;

/** All that answers what was typed in the bar, people and requests apart. */
export default function SearchPage() {
  const words = useWords();
  const [kind, setKind] = useState<Kind | null>(null);
  const found = useQuery({
    queryKey: ['search', words, kind],
    queryFn: () => searchApi(words, most, kind ?? undefined),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const results = found.data?.results;
  const of = (one: Kind) => (results ?? []).filter((result) => result.kind === one);
  if (!words)
    return (
      <AgentPage title={t.title}>
        <EmptyState title={t.noWords}>
          <p>{t.noWordsText}</p>
          <Ways />
        </EmptyState>
      </AgentPage>
    );
  return (
    <AgentPage title={t.title} intro={<p>{t.answers(words)}</p>}>
      <div class="search-head">
        <fieldset class="search-kinds">
          <legend class="visually-hidden">{t.kinds}</legend>
          {kinds.map((one) => (
            <label key={one ?? 'all'} class="search-kind">
              <input type="radio" name="search-kind" checked={kind === one} onChange={() => setKind(one)} />
              <span>{label(one)}</span>
            </label>
          ))}
        </fieldset>
        <Status>
          {found.isFetching
            ? t.searching
            : results
              ? suggestions.counted(of('person').length, of('request').length)
              : ''}
        </Status>
      </div>
      <div aria-busy={found.isFetching}>
        {found.error && <ErrorBox error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton lines={6} />}
        <Results people={of('person')} requests={of('request')} />
        {kind === null && <FoundAnswers words={words} />}
        {kind === null && <FoundKnowledge words={words} />}
        {results?.length === 0 && <NothingFound words={words} />}
        {results && results.length >= most / 2 && <p class="hint search-limited">{t.limited}</p>}
      </div>
    </AgentPage>
  );
}

export const Ways = () => (
  <>
    <p>{t.waysTitle}</p>
    <ul>
      {t.ways.map((way) => (
        <li key={way}>{way}</li>
      ))}
    </ul>
  </>
);
