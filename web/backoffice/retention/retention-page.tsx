import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { retention as t } from '../../ui/messages/backoffice-retention-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { retentionApi } from './retention-api.ts';
import { SlipCard } from './slip-card.tsx';

/** What was kept long enough: agreed to by the head, by the archives, tried, then gone. */
export default function RetentionPage() {
  const page = useQuery({ queryKey: ['retention'], queryFn: retentionApi.list });
  const { data } = page;
  const reload = () => void page.refetch();
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={reload} />}
      {page.isPending && <Skeleton lines={6} />}
      {data?.mayNoteVisa && (
        <p class="buttons">
          <a href={`${base}/traitements`}>{t.links.register}</a>
          <a href={`${base}/preuves`}>{t.links.proofs}</a>
        </p>
      )}
      {data?.slips.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneText}</p>
        </EmptyState>
      )}
      {data && data.slips.length > 0 && (
        <ul class="kept-list">
          {data.slips.map((slip) => (
            <SlipCard key={slip.id} slip={slip} mayNoteVisa={data.mayNoteVisa} onChange={reload} />
          ))}
        </ul>
      )}
      {data?.mayNoteVisa && <Preview onPrepared={reload} />}
    </AgentPage>
  );
}

function Preview({ onPrepared }: { onPrepared(): void }) {
  const preview = useQuery({ queryKey: ['retention-preview'], queryFn: retentionApi.preview });
  const prepare = useMutation({
    mutationFn: retentionApi.prepare,
    onSuccess: ({ made }) => {
      toast(t.made(made));
      onPrepared();
    },
  });
  return (
    <section>
      <h2>{t.preview}</h2>
      <p>{t.previewIntro}</p>
      <Button look="secondary" busy={prepare.isPending} onClick={() => prepare.mutate()}>
        {t.prepare}
      </Button>
      <p role="alert" class="field-error">
        {prepare.error ? sentenceOf(prepare.error) : ''}
      </p>
      {preview.error && <ErrorBox error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard scrolls it too.
        <section class="table-frame" aria-label={t.preview} tabIndex={0}>
          <table class="figures kept-rules">
            <caption class="visually-hidden">{t.preview}</caption>
            <thead>
              <tr>
                {t.columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.data.procedures.map((one) => (
                <tr key={`${one.of} ${one.procedure}`}>
                  <th scope="row">{t.nameOf(one)}</th>
                  <td>{t.rule(one.of, one.months, one.disposal, one.because)}</td>
                  <td>{t.due(one.due, one.isMore)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
