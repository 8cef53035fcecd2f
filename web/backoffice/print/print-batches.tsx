import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DownloadIcon, PrintIcon } from '../../ui/icons.tsx';
import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import { PartWords } from './part-words.tsx';
import { type PrintBatches as Batches, printApi } from './print-api.ts';

const tones = { preparing: 'neutral', ready: 'brand', posted: 'success' } as const;

/** The batches for the printer, newest first; read again while one is being made. */
export function PrintBatches() {
  const [isAsked, setAsked] = useState(false);
  const page = useQuery({
    queryKey: ['print-batches'],
    queryFn: () => printApi.batches(),
    refetchInterval: ({ state }) =>
      isAsked || state.data?.batches.some((batch) => batch.state === 'preparing') ? 3_000 : 60_000,
  });
  const make = useMutation({
    mutationFn: printApi.make,
    onSuccess: () => {
      setAsked(true);
      setTimeout(() => {
        setAsked(false);
        void queries.invalidateQueries({ queryKey: ['letters'] });
      }, 15_000);
      void queries.invalidateQueries({ queryKey: ['print-batches'] });
    },
  });
  const batches = page.data?.batches ?? [];
  return (
    <section aria-labelledby="print-batches" class="batch-day">
      <h2 id="print-batches">{t.batches}</h2>
      {page.error && <ErrorBox error={page.error} level={2} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={3} />}
      {page.data && batches.length === 0 && <p class="soft">{t.noBatch}</p>}
      <ul>
        {batches.map((batch) => (
          <BatchCard key={batch.id} batch={batch} />
        ))}
      </ul>
      <div class="buttons">
        <Button look="secondary" busy={make.isPending || isAsked} onClick={() => make.mutate()}>
          <PrintIcon />
          {t.make}
        </Button>
      </div>
      <Status>{isAsked && <p>{t.making}</p>}</Status>
    </section>
  );
}

function BatchCard({ batch }: { batch: Batches['batches'][number] }) {
  return (
    <li class="card batch">
      <div class="card-head">
        <h3 class="subject">{t.batch(dayAndTime(batch.at))}</h3>
        <Tag kind={tones[batch.state]}>{t.states[batch.state]}</Tag>
      </div>
      {batch.parts.map((part) => (
        <div key={part.number} class="print-part">
          <PartWords part={part} />
          {part.url && batch.state !== 'preparing' && (
            <LinkButton
              look="secondary"
              href={part.url}
              target="_blank"
              about={`${t.part(part.number)}, ${t.batch(dayAndTime(batch.at))}`}
            >
              <DownloadIcon />
              {t.download}
            </LinkButton>
          )}
        </div>
      ))}
      {batch.state !== 'preparing' && (
        <p>
          <a class="print-see" href={`${base}/lettres/lots/${encodeURIComponent(batch.id)}`}>
            {batch.state === 'posted' ? t.seeOnly : t.see}
            <span class="visually-hidden"> {t.batch(dayAndTime(batch.at))}</span>
          </a>
        </p>
      )}
    </li>
  );
}
