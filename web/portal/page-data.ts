import type { Site } from '../site.ts';
import { useTimeZone } from '../ui/messages/dates.ts';

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null');

/** What the build wrote beside the page for its first script. */
export function pageData<T>(): { site: Site; data: T } {
  const site = read('site') as Site;
  useTimeZone(site.timeZone);
  return { site, data: read('page-data') as T };
}
export const appRoot = (): HTMLElement => document.getElementById('app') as HTMLElement;
