import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { qualification } from '../../ui/messages/backoffice-qualification-fr.ts';
import { scanning as t } from '../../ui/messages/backoffice-scanning-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { type FoundLetters as Answer, clerkApi } from './clerk-api.ts';

type Letter = Answer['letters'][number];

/** Scanned letters that hold the words, newest first, each with where it went. */
export function FoundLetters({ words, onClear }: { words: string; onClear(): void }) {
  const found = useInfiniteQuery({
    queryKey: ['scanned-letters', words],
    queryFn: ({ pageParam }) => clerkApi.search(words, pageParam || undefined),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const letters = [
    ...new Map(
      (found.data?.pages ?? []).flatMap((page) => page.letters).map((one) => [one.contactId, one]),
    ).values(),
  ];
  const isOver = found.data && !found.hasNextPage;
  return (
    <section class="found-letters" aria-labelledby="found-title">
      <div class="card-head">
        <h2 id="found-title">{found.data ? t.found(letters.length) : t.search}</h2>
        <Button look="quiet" onClick={onClear}>
          {t.searchClear}
        </Button>
      </div>
      <Status hidden>{found.data ? t.found(letters.length) : ''}</Status>
      {found.error && <ErrorBox error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {found.data && letters.length === 0 && (
        <p class="soft">{isOver ? t.foundNothing : t.foundNothingYet}</p>
      )}
      <ul>
        {letters.map((letter) => (
          <FoundLetter key={letter.contactId} letter={letter} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button look="secondary" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t.foundMore}
        </Button>
      )}
    </section>
  );
}

const FoundLetter = ({ letter }: { letter: Letter }) => (
  <li class="row card">
    <p class="subject">
      <a href={`${base}/lots/${encodeURIComponent(letter.batchId)}`} data-row>
        {t.letterOf(letter.batchName, t.pagesFrom(letter.firstPage, letter.pages))}
      </a>
    </p>
    <p class="marks">
      <time dateTime={letter.receivedAt}>{day(letter.receivedAt)}</time>
      {letter.requestReference && <span class="reference">{letter.requestReference}</span>}
      {!letter.requestReference && letter.contactState && (
        <span>{qualification.contactStates[letter.contactState] ?? letter.contactState}</span>
      )}
    </p>
  </li>
);
