import { useEffect, useState } from 'preact/hooks';
import { readable } from './readable.ts';

const moved = 'parvis:moved';
let hasMoved = false;
/** Whether the page shown was reached without loading a document: then focus must be carried by hand. */
export const cameByNavigation = (): boolean => hasMoved;

/** Moves inside the application, without loading a document. */
export function navigate(to: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  hasMoved = true;
  dispatchEvent(new Event(moved));
}

/** Path shown, without its language and a final slash; follows `navigate` and the browser's buttons. */
export function usePath(): string {
  const read = () => location.pathname.replace(/^\/(en|facile)(?=\/|$)/, '').replace(/(.)\/$/, '$1');
  const [path, setPath] = useState(read);
  useEffect(() => {
    const update = () => setPath(read());
    const back = () => {
      hasMoved = true;
      update();
    };
    addEventListener('popstate', back);
    addEventListener(moved, update);
    return () => {
      removeEventListener('popstate', back);
      removeEventListener(moved, update);
    };
  }, []);
  return path;
}

/** `matchPath('/demarches/:id', path)` → parameters, or undefined. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const parts = path.split('/');
  if (expected.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const given = parts[index] ?? '';
    if (part.startsWith(':')) {
      if (!given) return undefined;
      params[part.slice(1)] = readable(given);
    } else if (part !== given) return undefined;
  }
  return params;
}
