import { base } from '../routes.ts';

const ofTheSite = ({ name }: PerformanceEntry): boolean =>
  name.startsWith(`${location.origin}/assets/`) || name.startsWith(`${location.origin}/theme/`);

/** Has what draws the book kept on the device, so that it opens without a network; never what it shows. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  // A letter is opened from the book, and who reads it is found on the device.
  await Promise.all([import('./letter-page.tsx'), import('./device.ts')]);
  const loaded = performance.getEntriesByType('resource').filter(ofTheSite);
  const wanted = [`${base}/parapheur`, ...new Set(loaded.map(({ name }) => name))];
  await Promise.all(wanted.map((address) => fetch(address).catch(() => undefined)));
}
