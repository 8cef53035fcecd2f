import { useEffect, useState } from 'preact/hooks';

/** What follows `?` in the address, without it; follows `navigate` and the browser's buttons as `usePath` does. */
export function useSearch(): string {
  const [search, setSearch] = useState(() => location.search.slice(1));
  useEffect(() => {
    const update = () => setSearch(location.search.slice(1));
    const events = ['popstate', 'parvis:moved'];
    for (const event of events) addEventListener(event, update);
    return () => {
      for (const event of events) removeEventListener(event, update);
    };
  }, []);
  return search;
}
