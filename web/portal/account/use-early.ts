import { useEffect, useState } from 'preact/hooks';

/** As long as waiting for all parts at once is better than to see them move one another: what was asked for before the script. */
const patienceMs = 1_500;

/** Whether the page has only just been drawn. */
export function useEarly(): boolean {
  const [isEarly, setEarly] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setEarly(false), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isEarly;
}
