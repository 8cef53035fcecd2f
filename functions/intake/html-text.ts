const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'blockquote',
]);
const silent = new Set(['script', 'style', 'head', 'title', 'svg', 'math', 'template', 'noscript']);
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '\u20AC',
  laquo: '\u00AB',
  raquo: '\u00BB',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201C',
  rdquo: '\u201D',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  bull: '\u2022',
  middot: '\u00B7',
  deg: '\u00B0',
  oelig: '\u0153',
  OElig: '\u0152',
  aelig: '\u00E6',
  copy: '\u00A9',
  times: '\u00D7',
  zwnj: '',
  shy: '',
};
const accents: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
  tilde: '\u0303',
};

/** The words of an HTML message: nothing is run, nothing is fetched; time grows with its length only. */
export function htmlText(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const isComment = html.startsWith('<!--', open);
    const end = isComment ? html.indexOf('-->', open + 4) : html.indexOf('>', open);
    if (end < 0) break;
    at = end + (isComment ? 3 : 1);
    const tag = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase() ?? '';
    if (breaks.has(tag)) parts.push('\n');
    if (tag === 'td' || tag === 'th') parts.push(' ');
    if (silent.has(tag) && html[open + 1] !== '/') at = endOf(tag, html, at);
  }
  return tidy(unescapeHtml(parts.join('')));
}

/** Characters for their names and numbers; what is not known stays as it stands. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(#?[a-z0-9]{1,10});?/gi, (whole, name: string) => decoded(name) ?? whole);

/** Past the closing tag; a tag that is never closed hides the rest, as in a browser. */
function endOf(tag: string, html: string, from: number): number {
  const close = indexOfClosing(tag, html, from);
  if (close < 0) return html.length;
  const end = html.indexOf('>', close);
  return end < 0 ? html.length : end + 1;
}

/** Numbers of Windows-1252, which many programs write for those of Unicode. */
const decodeLatin = (code: number): string =>
  code > 0x7f && code < 0xa0
    ? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
    : String.fromCodePoint(code);

function decoded(name: string): string | undefined {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (code === 10) return '\n';
    return code > 31 && code < 0x110000 ? decodeLatin(code) : ' ';
  }
  const accent = /^([a-z])(acute|grave|circ|uml|cedil|tilde)$/i.exec(name);
  if (accent) return `${accent[1]}${accents[accent[2] ?? '']}`.normalize('NFC');
  return entities[name];
}

/** Lines without what pads them, and no more than one empty line in a row. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[\t \u00A0\r]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function indexOfClosing(tag: string, html: string, from: number): number {
  const closing = new RegExp(`</${tag}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}
