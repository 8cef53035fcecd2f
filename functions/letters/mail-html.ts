import { type TextBlock, textBlocks } from './letter-text.ts';
import { type MailColours, type Palette, plainColours } from './mail-colours.ts';

/** What stands first in a mail for who reads another language; `url` is the address in it. */
export type Aside = { lang: 'fr' | 'en'; text: string; url: string };
export type MailPage = {
  /** French, unless the whole mail is in another. */
  lang?: 'fr' | 'en';
  aside?: Aside | undefined;
  /** The same in another language, after it. */
  below?: Aside | undefined;
  colours?: MailColours | undefined;
  authority: string;
  title: string;
  text: string;
  trackingUrl: string;
  track: string;
  footer: readonly string[];
};

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Only addresses of our own site become links: what a person wrote stays text. */
const linked = (text: string, trackingUrl: string): string => {
  const link = `<a href="${safe(trackingUrl)}">${safe(trackingUrl)}</a>`;
  return safe(text).split('\n').join('<br>').replaceAll(safe(trackingUrl), link);
};
const block = (one: TextBlock, trackingUrl: string): string => {
  if (one.block === 'heading')
    return `<h2 style="font-size:18px;line-height:1.3;margin:1.4em 0 .5em">${linked(one.text, trackingUrl)}</h2>`;
  if (one.block === 'paragraph') return `<p style="margin:0 0 1em">${linked(one.text, trackingUrl)}</p>`;
  const list = one.isNumbered ? 'ol' : 'ul';
  const items = one.items.map((item) => `<li>${linked(item, trackingUrl)}</li>`).join('');
  return `<${list} style="margin:0 0 1em;padding-left:1.5em">${items}</${list}>`;
};

const rules = ({ page, surface, ink, soft, line, link, band, onBand }: Palette, important = ''): string =>
  [
    `.page{background:${page}${important};color:${ink}${important}}`,
    `.sheet{background:${surface}${important};border-color:${line}${important}}`,
    `.band{background:${band}${important};color:${onBand}${important}}`,
    `.foot{color:${soft}${important};border-color:${line}${important}}`,
    `a{color:${link}${important}}`,
  ].join('');
/** Mailboxes that cut the style sheet keep what stands on each element. */
const on = {
  page: ({ page, ink }: Palette) => `background:${page};color:${ink}`,
  sheet: ({ surface, line }: Palette) => `background:${surface};border:1px solid ${line}`,
  band: ({ band, onBand }: Palette) => `background:${band};color:${onBand}`,
  foot: ({ soft, line }: Palette) => `color:${soft};border-top:1px solid ${line}`,
};

const asideHtml = ({ lang, text, url }: Aside, style: string): string =>
  `<div lang="${lang}" style="${style}">${textBlocks(text)
    .map((one) => block(one, url))
    .join('')}</div>`;
const above = ({ line }: Palette) => `margin:0 0 1.5em;padding:0 0 .5em;border-bottom:2px solid ${line}`;
const under = ({ line }: Palette) => `margin:1.5em 0 0;border-top:2px solid ${line}`;

/**
 * A mail as a page: one column of real text in reading order, headings, a language, links that say where they lead, by day and
 * by night. Nothing is fetched: no picture, no font, no script. `lang` stands twice, since webmails drop the first.
 */
export const mailHtml = (given: MailPage): string => {
  const { light, dark } = given.colours ?? plainColours;
  const { title, trackingUrl, lang = 'fr', aside, below } = given;
  const body = textBlocks(given.text).map((one) => block(one, trackingUrl));
  const footer = given.footer.map((one) => `<p style="margin:0 0 .5em">${safe(one)}</p>`);
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${safe(title)}</title>`,
    `<style>:root{color-scheme:light dark}${rules(light)}@media (prefers-color-scheme:dark){${rules(dark, '!important')}}</style></head>`,
    `<body class="page" style="margin:0;${on.page(light)};font:16px/1.5 Arial,Helvetica,sans-serif">`,
    `<div lang="${lang}" dir="ltr" class="page" style="${on.page(light)};padding:1em">`,
    `<div class="sheet" style="max-width:38em;margin:0 auto;${on.sheet(light)};overflow-wrap:break-word">`,
    `<p class="band" style="margin:0;padding:.8em 1.2em;${on.band(light)};font-size:18px;font-weight:bold">${safe(given.authority)}</p>`,
    `<main style="padding:1.2em">${aside ? asideHtml(aside, above(light)) : ''}<h1 style="font-size:22px;line-height:1.3;margin:0 0 .8em">${safe(title)}</h1>${body.join('')}`,
    `<p style="margin:1.5em 0 0;font-size:18px;font-weight:bold"><a href="${safe(trackingUrl)}">${safe(given.track)}</a></p>${below ? asideHtml(below, under(light)) : ''}</main>`,
    `<footer class="foot" style="padding:1em 1.2em;font-size:14px;${on.foot(light)}">${footer.join('')}</footer>`,
    '</div></div></body></html>',
  ].join('');
};
