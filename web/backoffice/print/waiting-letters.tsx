import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { receivedWords } from '../../ui/messages/backoffice-board-fr.ts';
import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import { day, daysBetween, time } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { agentApi, type Letters } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import { LetterList } from './letter-list.tsx';

/** Letters in no batch yet, oldest first; several are marked in one go. */
export function WaitingLetters() {
  const after = new URLSearchParams(useSearch()).get('apres') ?? undefined;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState('');
  const page = useQuery({
    queryKey: ['letters', after],
    queryFn: () => agentApi.letters(after),
    placeholderData: keepPreviousData,
  });
  const letters = page.data?.letters ?? [];
  const picked = letters.filter(({ messageId }) => chosen.has(messageId));
  const mark = useMutation({
    mutationFn: (list: Letters['letters']) =>
      Promise.allSettled(list.map(({ messageId, reference }) => agentApi.printed(messageId, reference))),
    onSuccess: (results) => {
      const failed = results.filter(({ status }) => status === 'rejected').length;
      if (results.length > failed) toast(t.marked(results.length - failed), undefined, 6);
      setProblem(failed ? t.notMarked(failed) : '');
      setChosen(new Set());
      void queries.invalidateQueries({ queryKey: ['letters'] });
    },
  });
  const go = () => {
    setProblem(picked.length === 0 ? t.chooseFirst : '');
    if (picked.length > 0) mark.mutate(picked);
  };
  return (
    <section aria-labelledby="waiting-letters" class="batch-day">
      <h2 id="waiting-letters">{t.waitingTitle}</h2>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data && letters.length === 0 && (
        <EmptyState title={t.emptyTitle} level={3}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      {letters.length > 0 && (
        <>
          <LetterList
            letters={letters}
            chosen={chosen}
            onChoose={setChosen}
            sinceOf={(at) => t.at(receivedWords(daysBetween(lastNow(), at), day(at)), time(at))}
          />
          <p role="alert" class="field-error">
            {problem}
          </p>
          <div class="buttons">
            <Button busy={mark.isPending} onClick={go}>
              {t.mark(picked.length)}
            </Button>
          </div>
        </>
      )}
      {page.data && (
        <Pagination
          first={after ? `${base}/lettres` : undefined}
          next={page.data.next ? `${base}/lettres?apres=${encodeURIComponent(page.data.next)}` : undefined}
        />
      )}
    </section>
  );
}
