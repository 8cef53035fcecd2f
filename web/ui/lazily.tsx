import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { kit } from './messages/fr.ts';
import { Skeleton } from './states.tsx';
import { Alert } from './status.tsx';

type Lazy<P> = ((props: P) => preact.JSX.Element) & { prepare: () => void };

/** A component fetched when it is first drawn, or beforehand by `prepare`; without the network it says so and tries again. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  let Drawn: ComponentType<P> | undefined;
  const fetchIt = async () => {
    Drawn ??= await load();
  };
  const Late = (props: P) => {
    const [failed, setFailed] = useState(false);
    const [, arrived] = useState(false);
    const start = () => {
      setFailed(false);
      fetchIt().then(
        () => arrived(true),
        () => setFailed(true),
      );
    };
    // It may arrive between this drawing and what follows it: what counts is whether it was drawn.
    const isDrawn = Drawn !== undefined;
    useEffect(() => {
      if (!isDrawn) start();
    }, []);
    if (Drawn) return <Drawn {...props} />;
    if (!failed) return <Skeleton />;
    return (
      <Alert>
        <p class="field-error">{kit.problem('network')}</p>
        <Button look="secondary" onClick={start}>
          {kit.retry}
        </Button>
      </Alert>
    );
  };
  return Object.assign(Late, { prepare: () => void fetchIt().catch(() => undefined) });
}
