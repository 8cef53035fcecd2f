import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { PartLetters } from './part-letters.tsx';
import { PartWords } from './part-words.tsx';
import { type Part, type PrintBatch, printApi } from './print-api.ts';

/** One batch: each part to download, its letters, and what became of them. */
export default function PrintBatchPage({ params }: PageProps) {
  const id = params.id ?? '';
  const page = useQuery({ queryKey: ['print-batch', id], queryFn: () => printApi.batch(id) });
  const { batch, letters = [] } = page.data ?? {};
  return (
    <AgentPage
      title={batch ? t.batch(dayAndTime(batch.at)) : t.batches}
      kicker={<a href={`${base}/lettres`}>{t.allBatches}</a>}
      intro={<p>{t.howToFail}</p>}
    >
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={8} />}
      {batch?.parts.map((part) => (
        <PartSection
          key={part.number}
          id={id}
          part={part}
          letters={letters.filter((letter) => letter.part === part.number)}
        />
      ))}
    </AgentPage>
  );
}

function PartSection({ id, part, letters }: { id: string; part: Part; letters: PrintBatch['letters'] }) {
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const waiting = letters.filter(({ state }) => state === 'waiting');
  const confirm = useMutation({
    mutationFn: () => printApi.confirm(id, part.number, [...failed]),
    onSuccess: (done) => {
      toast(t.confirmed(done.posted, done.failed), undefined, 6);
      for (const key of ['print-batch', 'print-batches', 'letters'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <section aria-labelledby={`part-${part.number}`} class="batch-day">
      <h2 id={`part-${part.number}`}>{t.part(part.number)}</h2>
      <PartWords part={part} />
      {part.url ? (
        <LinkButton look="secondary" href={part.url} target="_blank" about={t.part(part.number)}>
          <DownloadIcon />
          {t.download}
        </LinkButton>
      ) : (
        <p class="soft">{t.expired}</p>
      )}
      <PartLetters part={part.number} letters={letters} failed={failed} onFailed={setFailed} />
      <p role="alert" class="field-error">
        {confirm.error && sentenceOf(confirm.error)}
      </p>
      {waiting.length > 0 && (
        <div class="buttons">
          <Button busy={confirm.isPending} about={t.part(part.number)} onClick={() => confirm.mutate()}>
            {t.confirm(waiting.length - failed.size, failed.size)}
          </Button>
        </div>
      )}
    </section>
  );
}
