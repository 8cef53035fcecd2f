import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { laterPages, pages } from '../pages.ts';
import type { PageName } from '../routes.ts';

/** A page by its name; a heavy one comes with its first visit, and a failed download can be tried again. */
export function LoadedPage({ name, params }: { name: PageName; params: Record<string, string> }) {
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [, render] = useState(0);
  useEffect(() => {
    if (pages[name]) return;
    setFailure(undefined);
    laterPages[name]?.()
      .then((module) => {
        pages[name] = module.default;
        render((count) => count + 1);
      })
      .catch(setFailure);
  }, [name, attempt]);
  const Page = pages[name];
  if (Page) return <Page params={params} />;
  return (
    <div class="page wide">
      {failure ? (
        <ErrorBox error={failure} level={1} onRetry={() => setAttempt((count) => count + 1)} />
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}
