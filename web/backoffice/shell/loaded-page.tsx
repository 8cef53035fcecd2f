import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import type { BackofficeRoute, PageProps } from '../routes.ts';

const loaded = new Map<string, ComponentType<PageProps>>();

/** A page whose code comes with its first visit; a failed download can be tried again. */
export function LoadedPage({ route, params }: { route: BackofficeRoute; params: Record<string, string> }) {
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [, render] = useState(0);
  useEffect(() => {
    if (loaded.has(route.path)) return;
    setFailure(undefined);
    route
      .load()
      .then((module) => {
        loaded.set(route.path, module.default);
        render((count) => count + 1);
      })
      .catch(setFailure);
  }, [route, attempt]);
  const Page = loaded.get(route.path);
  if (Page) return <Page params={params} />;
  return (
    <div class="page">
      {failure ? (
        <ErrorBox error={failure} level={1} onRetry={() => setAttempt((count) => count + 1)} />
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}
