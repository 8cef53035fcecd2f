import { nextTag } from './html-tags.ts';
import { htmlText, unescapeHtml } from './html-text.ts';
import { pictureLeftOut } from './messages/mail-fr.ts';

/** Elements that lay text out and can do nothing else. What is not here is left out, its words kept. */
const kept = new Set(
  'p div span br hr b strong i em u s small sub sup h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code table thead tbody tfoot tr td th caption center font'.split(
    ' ',
  ),
);
const empty = new Set(['br', 'hr']);
/** Elements left out with all they hold: their content is not text, or is read by other rules than HTML's. */
const dropped = new Set(
  'script style title svg math template noscript iframe object applet textarea xmp noembed noframes'.split(
    ' ',
  ),
);
/** Attributes that only lay out, with what each may say. */
const attributes: Record<string, RegExp> = {
  align: /^(left|right|center|justify)$/i,
  valign: /^(top|middle|bottom)$/i,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,3}$/,
  width: /^\d{1,4}%?$/,
  bgcolor: /^(#[0-9a-f]{3,6}|[a-z]{3,20})$/i,
  color: /^(#[0-9a-f]{3,6}|[a-z]{3,20})$/i,
  size: /^[+-]?[1-7]$/,
  dir: /^(ltr|rtl)$/i,
  border: /^\d$/,
  cellpadding: /^\d{1,2}$/,
};
const longest = 1_500_000;
const deepest = 100;
/** More than this is no layout: only the words of the rest are shown. */
const mostTags = 30_000;

export type SafeHtmlOptions = {
  /** Address of a picture of the mail (`cid:`) that stands in the page itself: `data:image/…`, or undefined to leave it out. */
  pictureOf?(cid: string): string | undefined;
  /** Told each link: what it says and where it leads. */
  onLink?(link: { said: string; address: string }): void;
};

/**
 * HTML as a mail brought it, made harmless: written anew from a short list of elements, each closed, every character of text
 * escaped, no address of anything. Links become words with their address beside them. Time grows with its length only.
 */
export function safeHtml(html: string, { pictureOf, onLink }: SafeHtmlOptions = {}): string {
  const source = html.slice(0, longest);
  const out: string[] = [];
  const open: string[] = [];
  let link: Link | undefined;
  let at = 0;
  for (let seen = 0; at < source.length; seen++) {
    if (seen === mostTags) {
      out.push(escapeHtml(htmlText(source.slice(at))));
      break;
    }
    const tag = nextTag(source, at);
    if (tag?.start !== at) out.push(escapeHtml(unescapeHtml(source.slice(at, tag?.start ?? source.length))));
    if (!tag) break;
    at = tag.end;
    if (dropped.has(tag.name)) {
      if (!tag.isClosing && !tag.isSelfClosing) at = pastClosing(tag.name, source, at);
    } else if (tag.name === 'a') {
      if (link) out.push(addressBeside(link, out, onLink));
      link = tag.isClosing ? undefined : { address: tag.attributes().get('href') ?? '', from: out.length };
    } else if (tag.name === 'img') out.push(picture(tag.attributes(), pictureOf));
    else if (!kept.has(tag.name)) continue;
    else if (tag.isClosing) close(tag.name, open, out);
    else {
      out.push(`<${tag.name}${laidOut(tag.attributes())}>`);
      if (empty.has(tag.name)) continue;
      open.push(tag.name);
      // Deeper than any mail needs: shown flat, since browsers themselves slow down on deep trees.
      if (open.length > deepest) close(tag.name, open, out);
    }
  }
  out.push(...open.reverse().map((name) => `</${name}>`));
  return out.join('');
}

function close(name: string, open: string[], out: string[]): void {
  const at = open.lastIndexOf(name);
  if (at < 0) return;
  for (const one of open.splice(at).reverse()) out.push(`</${one}>`);
}

type Link = { address: string; from: number };
/** An element that is never closed hides the rest, as in a browser. */
function pastClosing(name: string, source: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(source);
  if (!found) return source.length;
  const end = source.indexOf('>', found.index);
  return end < 0 ? source.length : end + 1;
}

const laidOut = (given: Map<string, string>): string =>
  [...given]
    .filter(([name, value]) => Object.hasOwn(attributes, name) && attributes[name]?.test(value))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');

function picture(given: Map<string, string>, pictureOf: SafeHtmlOptions['pictureOf']): string {
  const cid = /^cid:(.{1,500})$/i.exec(given.get('src') ?? '')?.[1];
  const data = cid ? pictureOf?.(cid) : undefined;
  const alternative = given.get('alt') ?? '';
  if (data && /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/.test(data))
    return `<img alt="${escapeHtml(alternative)}" src="${data}">`;
  // A picture of one point, or without words, only watches who reads.
  return alternative.trim() || cid ? escapeHtml(pictureLeftOut(alternative.trim())) : '';
}

/** Where a link leads, in full, when its words do not already say it. */
function addressBeside(link: Link, out: string[], onLink: SafeHtmlOptions['onLink']): string {
  const address = link.address.trim();
  if (!/^(https?:|mailto:|tel:)/i.test(address)) return '';
  const said = unescapeHtml(
    out
      .slice(link.from)
      .join('')
      .replace(/<[^>]*>/g, ''),
  ).trim();
  const bare = address.replace(/^(mailto:|tel:)/i, '');
  onLink?.({ said, address });
  return said === address || said === bare ? '' : ` <small>[${escapeHtml(bare.slice(0, 500))}]</small>`;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/\0/g, '').replace(/[&<>"'`]/g, (character) => escapes[character] ?? '');
