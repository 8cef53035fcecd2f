/** Runs inside the page: everything that can be seen without touching it. Self-contained, since it crosses to the browser. */
export function staticProblems(): string[] {
  const problems: string[] = [];
  const all = <T extends Element = HTMLElement>(selector: string) => [
    ...document.querySelectorAll<T>(selector),
  ];
  const text = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const shown = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ||
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => text(document.getElementById(id)))
      .join(' ')
      .trim() ||
    text(element);
  const sketch = (element: Element) =>
    `<${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}> ${text(element).slice(0, 40)}`;
  const must = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };

  // 8. Mandatory elements
  must(/^(fr|en)\b/.test(document.documentElement.lang), 'the page has no language');
  must(
    document.title.trim().length > 8 && document.title.includes(' – '),
    `title says too little: ${document.title}`,
  );
  const ids = all('[id]').map(({ id }) => id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
    must(false, `id used twice: ${id}`);

  // 9. Structure
  const headings = all('h1, h2, h3, h4, h5, h6').filter(shown);
  must(headings.filter(({ tagName }) => tagName === 'H1').length === 1, 'there must be exactly one h1');
  let level = 0;
  for (const heading of headings) {
    const next = Number(heading.tagName[1]);
    must(next <= level + 1, `heading skips a level: ${sketch(heading)}`);
    must(text(heading).length > 0, `empty heading: ${sketch(heading)}`);
    level = next;
  }
  must(all('main').length === 1, 'there must be exactly one main');
  must(all('header').length > 0, 'no header');
  for (const nav of all('nav')) must(nameOf(nav) !== text(nav), `nav without a name: ${sketch(nav)}`);

  // 12. Navigation
  const first = document.querySelector('a[href]');
  const target = first?.getAttribute('href') ?? '';
  must(
    target.startsWith('#') && document.getElementById(target.slice(1)) !== null,
    'the first link does not lead to the content',
  );
  for (const element of all('[tabindex]'))
    must(element.tabIndex <= 0, `positive tabindex: ${sketch(element)}`);

  // 1. Images
  for (const image of all('img'))
    must(image.hasAttribute('alt'), `image without alternative: ${sketch(image)}`);
  for (const drawing of all<SVGElement>('svg'))
    must(
      drawing.getAttribute('aria-hidden') === 'true' || Boolean(nameOf(drawing)),
      'drawing neither hidden nor named',
    );

  // 6. Links
  const vague = /^(ici|cliquez ici|lire la suite|en savoir plus|lien|suite|plus)$/i;
  const links = new Map<string, string>();
  for (const link of all<HTMLAnchorElement>('a[href]').filter(shown)) {
    const name = nameOf(link);
    must(name.length > 0, `link without words: ${link.getAttribute('href')}`);
    must(!vague.test(name), `link says nothing: ${name}`);
    const known = links.get(name);
    must(known === undefined || known === link.href, `same words, other place: ${name}`);
    links.set(name, link.href);
  }
  for (const button of all('button').filter(shown))
    must(nameOf(button).length > 0, `button without words: ${sketch(button)}`);

  // 11. Forms
  const controls = all<HTMLInputElement>('input:not([type=hidden]), select, textarea');
  for (const control of controls) {
    const labels = [...(control.labels ?? [])].filter((label) => text(label));
    must(labels.length > 0, `no visible label: ${sketch(control)}`);
    for (const id of (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
      must(document.getElementById(id) !== null, `described by nothing: ${id}`);
    if (control.type === 'radio')
      must(
        text(control.closest('fieldset')?.querySelector('legend')).length > 0,
        `no legend: ${sketch(control)}`,
      );
    if (control.getAttribute('aria-invalid') === 'true') {
      const described = [control, control.closest('fieldset')].some((element) =>
        (element?.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .some((id) => document.getElementById(id)?.classList.contains('field-error')),
      );
      must(described, `error not linked to its control: ${sketch(control)}`);
    }
  }
  // A preview shows another page inside this one: its errors are not those of the title.
  const isOwn = (element: Element) => !element.closest('.preview-screen');
  const errors = all('.field-error[id]').filter((error) => shown(error) && isOwn(error));
  if (errors.length > 0 && all('.error-summary').some(isOwn)) {
    must(/^(Erreur|Error)\b/.test(document.title), 'the title does not say that there are errors');
    for (const link of all<HTMLAnchorElement>('.error-summary a'))
      must(
        document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null,
        `the summary leads nowhere: ${text(link)}`,
      );
  }

  // WCAG 2.5.8: 24 px, except links inside a sentence
  for (const element of all('a[href], button, input, select, textarea, summary').filter(shown)) {
    const own = element.getBoundingClientRect();
    const label = (element as HTMLInputElement).labels?.[0]?.getBoundingClientRect();
    const tall = Math.max(own.height, label?.height ?? 0);
    const wide = Math.max(own.width, label?.width ?? 0);
    const inSentence =
      getComputedStyle(element).display === 'inline' && text(element.parentElement) !== text(element);
    const hidden = own.right < 0 || own.bottom < 0 || element.classList.contains('skip-link');
    must(
      inSentence || hidden || (tall >= 24 && wide >= 24),
      `target under 24 px: ${sketch(element)} ${wide}x${tall}`,
    );
  }

  // Strict policy: nothing inline. A map moves its layers through the CSSOM, which the policy allows: what it refuses is a complaint.
  must(
    all('[style]:not(.leaflet-container, .leaflet-container *)').length === 0,
    'a style attribute would be refused by the policy',
  );
  must(
    document.querySelectorAll('script:not([src]):not([type="application/json"])').length === 0,
    'inline script',
  );
  return problems;
}
