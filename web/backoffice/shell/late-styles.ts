/** Fetches styles that only what is fetched now needs, once; until they are there it has those of every page. */
export function lateStyles(href: string): void {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}
