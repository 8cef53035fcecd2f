import { useEffect, useState } from 'preact/hooks';

/** What is fetched once it is wanted; null until then, and where the network fails: the page does without it. */
export function useLate<T>(load: () => Promise<T>, isWanted: boolean): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (!isWanted || loaded) return;
    load().then(
      (module) => setLoaded(() => module),
      () => undefined,
    );
  }, [isWanted]);
  return loaded;
}
