import { useRef } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status, toast } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode, queries } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { NotFoundPage } from '../shell/dead-ends.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { clerkApi, type InFile } from './clerk-api.ts';
import { DoubtKeys } from './doubt-keys.tsx';
import { DoubtPlace } from './doubt-place.tsx';
import { DoubtStrip } from './doubt-strip.tsx';
import { countLetters } from './strip-state.ts';
import { useDeciding } from './use-deciding.ts';

/** Where letters part, decided place by place: four keys, the way back, and filing once nothing is doubtful. */
export default function DoubtsPage({ params: { id = '', fileId = '' } }: PageProps) {
  // What was looked at in one file is nothing in the next.
  return <Doubts key={fileId} id={id} fileId={fileId} />;
}

function Doubts({ id, fileId }: InFile) {
  const all = new URLSearchParams(useSearch()).get('pages') === 'toutes';
  const deciding = useDeciding({ id, fileId }, all ? 'all' : 'doubtful');
  const { strip, current, said, failure } = deciding;
  const settleButton = useRef<HTMLDivElement>(null);
  const { data } = strip;
  const isSettled = data?.left === 0 && data.isWaiting && deciding.spots.length > 0;
  const toSettle = () => settleButton.current?.querySelector('button')?.focus();
  const deeds = {
    cut: () => deciding.decide('cut'),
    join: () => deciding.decide('join'),
    rotate: () => deciding.rotate(),
    undo: deciding.undo,
    next: () => {
      if (!deciding.next() && isSettled) toSettle();
    },
  };
  useShortcuts({
    ...{ c: deeds.cut, C: deeds.cut, j: deeds.join, J: deeds.join, r: deeds.rotate, R: deeds.rotate },
    ...{ n: deeds.next, N: deeds.next, z: deeds.undo, Z: deeds.undo },
    ArrowLeft: () => deciding.step(-1),
    ArrowRight: () => deciding.step(1),
  });
  const settle = async () => {
    if (await deciding.settle()) await leave(id, fileId);
  };
  if (isCode(strip.error, 'not-found')) return <NotFoundPage />;
  if (!data)
    return (
      <AgentPage title={t.title} context={strip.error ? shell.errorTitle : shell.loading}>
        {strip.error ? (
          <ErrorBox error={strip.error} onRetry={() => void strip.refetch()} />
        ) : (
          <Skeleton lines={10} />
        )}
      </AgentPage>
    );
  const here = `${base}/lots/${encodeURIComponent(id)}`;
  const letters = countLetters(data);
  return (
    <AgentPage
      title={t.titleOf(data.file.name)}
      context={fileId.slice(-6)}
      kicker={<a href={here}>{t.backToBatch(data.batch.name)}</a>}
      intro={<p>{t.left(data.left)}</p>}
    >
      <Status hidden>{said}</Status>
      {failure && (
        <Alert>
          <Notice kind="danger">
            <p>{failure}</p>
          </Notice>
        </Alert>
      )}
      {!current && (
        <EmptyState title={t.emptyTitle}>
          <p>{t.emptyText}</p>
          <LinkButton look="secondary" href={here}>
            {t.backToBatch(data.batch.name)}
          </LinkButton>
        </EmptyState>
      )}
      {isSettled && (
        <div class="all-decided" ref={settleButton}>
          <Notice kind="success" title={t.allDecided} level={2}>
            <p>{t.allDecidedText(letters)}</p>
            <Button busy={deciding.busy} onClick={() => void settle()}>
              {deciding.busy ? t.settling : t.settle(letters)}
            </Button>
          </Notice>
        </div>
      )}
      {current && (
        <div class="doubts">
          <DoubtStrip
            rows={data.rows}
            at={current.place.before}
            onGo={(before) => deciding.go(deciding.spots.find(({ place }) => place.before === before))}
          />
          <DoubtPlace spot={current} onRotate={deciding.rotate} />
          <div class="doubt-bar">
            <p class="doubt-question">{t.help}</p>
            <DoubtKeys deeds={deeds} mayUndo={data.undo !== null} />
          </div>
          <p class="soft doubt-more">
            {t.arrows}{' '}
            <a href={`${here}/doutes/${encodeURIComponent(fileId)}${all ? '' : '?pages=toutes'}`}>
              {all ? t.doubtfulOnly : t.all}
            </a>
          </p>
        </div>
      )}
    </AgentPage>
  );
}

/** On to the next file that waits, or back to the batch. */
async function leave(id: string, fileId: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['batch', id] });
  const waiting = await clerkApi.scanning().catch(() => null);
  const next = waiting?.doubts.find((doubt) => doubt.fileId !== fileId);
  toast(next ? `${t.settled} ${t.nextFile(next.fileName)}` : t.settled);
  const batch = `${base}/lots/${encodeURIComponent(next?.batchId ?? id)}`;
  navigate(next ? `${batch}/doutes/${encodeURIComponent(next.fileId)}` : batch);
}
