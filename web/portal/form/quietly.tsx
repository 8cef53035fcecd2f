import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What the page is for comes first. */
const stands = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', resolve, { once: true }));

/** What a page does as well without: drawn once it has arrived, and nothing before or if it never does. */
export function quietly<P extends object>(load: () => Promise<ComponentType<P>>) {
  let Drawn: ComponentType<P> | undefined;
  return (props: P) => {
    const [, arrived] = useState(false);
    useEffect(() => {
      if (Drawn) return;
      stands()
        .then(load)
        .then(
          (Loaded) => {
            Drawn = Loaded;
            arrived(true);
          },
          () => undefined,
        );
    }, []);
    return Drawn ? <Drawn {...props} /> : null;
  };
}
