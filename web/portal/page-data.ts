import { type ComponentChild, hydrate } from 'preact';
import type { Site } from '../site.ts';
import { useTimeZone } from '../ui/messages/zone.ts';

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null');

/** What the build wrote beside the page for its first script. */
export function pageData<T>(): { site: Site; data: T } {
  const site = read('site') as Site;
  useTimeZone(site.timeZone);
  return { site, data: read('page-data') as T };
}

/** Makes what was built answer. Whoever pressed a button before that is heard now, whoever presses one later is heard at once. */
export function wake(page: ComponentChild): void {
  const { activeElement } = document;
  hydrate(page, appRoot());
  // A finger or a mouse leaves the focus where it pressed and does not show it; the keyboard, which may only pass by, shows it.
  if (activeElement instanceof HTMLButtonElement && !activeElement.matches(':focus-visible'))
    setTimeout(() => activeElement.click());
}

/** Where the page is drawn. What was typed or ticked while its script was on its way is told to it as soon as it listens. */
function appRoot(): HTMLElement {
  const root = document.getElementById('app') as HTMLElement;
  for (const box of root.querySelectorAll<HTMLInputElement>('input, textarea')) {
    const { value, checked, defaultValue, defaultChecked } = box;
    const isTicked = /radio|checkbox/.test(box.type);
    if (isTicked ? checked === defaultChecked : value === defaultValue) continue;
    queueMicrotask(() => {
      if (isTicked) box.checked = checked;
      else if (box.type !== 'file') box.value = value;
      const heard = isTicked || box.type === 'file' ? 'change' : 'input';
      box.dispatchEvent(new Event(heard, { bubbles: true }));
    });
  }
  return root;
}
