import { useQuery } from '@tanstack/react-query';
import { revisions as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { exportAddress, proceduresApi } from '../data/procedures-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { MoveRequests } from './move-requests.tsx';
import { OverlayPanel } from './overlay-panel.tsx';

/** What was published so far, the requests that stay on it, and what the shared catalogue says since. */
export default function RevisionsPage({ params }: PageProps) {
  const id = params.id ?? '';
  const { me } = useSignedIn();
  const worked = useQuery({ queryKey: ['procedure-summary', id], queryFn: () => proceduresApi.read(id) });
  const list = useQuery({
    queryKey: ['procedure-revisions', id],
    queryFn: () => proceduresApi.revisions(id),
  });
  const procedure = worked.data?.procedure;
  const older = (list.data?.revisions ?? []).filter(({ revision }) => revision !== procedure?.revision);
  const failed = worked.error ?? list.error;
  return (
    <AgentPage
      title={t.title}
      context={procedure?.title ?? id}
      kicker={<a href={`${base}/demarches/${id}`}>{procedure?.title || id}</a>}
      intro={<p>{t.intro}</p>}
    >
      {failed && (
        <ErrorBox
          error={failed}
          onRetry={() => {
            void worked.refetch();
            void list.refetch();
          }}
        />
      )}
      {list.isPending && <Skeleton lines={6} />}
      {list.data && list.data.revisions.length === 0 && (
        <EmptyState title={t.emptyTitle}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      {list.data && list.data.revisions.length > 0 && (
        <div class="panel">
          <h2>{t.published}</h2>
          <ol class="revisions" reversed>
            {list.data.revisions.map(({ revision, by, at }) => (
              <li key={revision}>
                <strong>{t.revision(revision)}</strong>
                <span class="soft">{t.by(by.replace(/^agent:/, ''), day(at))}</span>
                <a href={exportAddress(id, revision)} download>
                  {t.export(revision)}
                </a>
              </li>
            ))}
          </ol>
        </div>
      )}
      {procedure && older.length > 0 && me.roles.includes('administrator') && (
        <MoveRequests id={id} older={older.map(({ revision }) => revision)} newest={procedure.revision} />
      )}
      {procedure?.catalogue && <OverlayPanel id={id} version={worked.data?.version ?? 0} />}
    </AgentPage>
  );
}
