import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { publishPhoto, readReport } from '../../../functions/reports/agent-api.ts';
import { ReportMap } from '../../portal/reports/map.tsx';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { reportPlace as t } from '../../ui/messages/backoffice-reports-fr.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { Status } from '../../ui/status.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { instructionApi } from '../data/instruction-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';

const read = (reference: string) =>
  call<typeof readReport>('GET /api/agent/reports/{reference}', { params: { reference } });
const publish = (reference: string, document: string, isPublished: boolean) =>
  call<typeof publishPhoto>('POST /api/agent/reports/{reference}/photos/{document}', {
    params: { reference, document },
    body: { isPublished },
  });

/** Where a report is, who follows it and what is beside it; nothing when the request is no report. */
export function ReportPlace({
  request,
  onReload,
}: {
  request: RequestFile;
  onReload: () => Promise<unknown>;
}) {
  const { reference } = request;
  const queryKey = ['report', reference];
  const client = useQueryClient();
  const { data } = useQuery({ queryKey, queryFn: () => read(reference), retry: false, staleTime: 60_000 });
  const again = () => Promise.all([client.invalidateQueries({ queryKey }), onReload()]);
  const photo = useMutation({
    mutationFn: ({ document, isPublished }: { document: string; isPublished: boolean }) =>
      publish(reference, document, isPublished),
    onSuccess: again,
  });
  const merge = useMutation({
    mutationFn: (lead: string) => instructionApi.group(request, lead, crypto.randomUUID()),
    onSuccess: again,
  });
  const report = data?.report;
  if (!report) return null;
  const { point, near, photos, mayPublish, tiles, ground } = report;
  const problem = photo.error ?? merge.error;
  return (
    <section class="panel" aria-labelledby="report-title">
      <h2 id="report-title">{t.title}</h2>
      <p>
        {report.category}. {t.followers(report.followers)}
      </p>
      {point ? (
        <ReportMap
          setting={{ centre: point, zoom: 16, tiles, ground }}
          point={point}
          pins={near.map(({ reference: key, point: at, state }) => ({ key, point: at, state }))}
        />
      ) : (
        <p class="soft">{t.noPoint}</p>
      )}
      {near.length > 0 && (
        <>
          <h3>{t.near}</h3>
          <ul class="plain">
            {near.map((one) => (
              <li key={one.reference}>
                <a href={`${base}/demandes/${one.reference}`}>{one.reference}</a>{' '}
                {t.nearOne(one.metres, day(calendarDay(one.at)), one.followers)}{' '}
                {mayPublish && request.instruction.group.lead === null && (
                  <Button
                    look="secondary"
                    busy={merge.isPending}
                    about={one.reference}
                    onClick={() => merge.mutate(one.reference)}
                  >
                    {t.merge}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {photos.length > 0 && (
        <>
          <h3>{t.photos}</h3>
          <ul class="plain">
            {photos.map(({ document, name, isPublished }) => (
              <li key={document}>
                {name} ({isPublished ? t.published : t.hidden}){' '}
                {mayPublish && (
                  <Button
                    look="secondary"
                    busy={photo.isPending}
                    about={name}
                    onClick={() => photo.mutate({ document, isPublished: !isPublished })}
                  >
                    {isPublished ? t.unpublish : t.publish}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p class="hint">{t.publishHint}</p>
        </>
      )}
      <Status hidden>{photo.isSuccess ? t.saved : merge.isSuccess ? t.merged : ''}</Status>
      {problem && <ErrorBox error={problem} onRetry={() => void again()} />}
    </section>
  );
}
