import type { Site } from '../site.ts';

/** What every page knows of its authority: the build writes it into each document. */
let known: Site | undefined;
export function site(): Site {
  known ??= JSON.parse(document.getElementById('site')?.textContent ?? 'null') as Site;
  return known;
}
