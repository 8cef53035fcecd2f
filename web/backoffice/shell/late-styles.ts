/**
 * Fetches styles that only what is fetched now needs, once. Resolves when they are there, or cannot be had: until then, and
 * then, what they dress has the styles of every page.
 */
export function lateStyles(...addresses: string[]): Promise<unknown> {
  return Promise.all(addresses.map(fetchOnce));
}

function fetchOnce(href: string): Promise<void> | undefined {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
  });
}
