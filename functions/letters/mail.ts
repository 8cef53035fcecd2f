import { type TextBlock, textBlocks } from './letter-text.ts';
import { mail } from './messages/fr.ts';

export type MailFrame = {
  authority: { name: string; demonstration: boolean; contact: { phone: string } };
  reference: string;
  subject: string;
  text: string;
  trackingUrl: string;
};
/** Page of the portal where a request is followed; with the code behind the `#`, which no server ever sees, it opens by itself. */
export const trackingUrlOf = (publicUrl: string, reference: string, code?: string): string =>
  `${publicUrl}/suivi${code ? `#${reference}:${code}` : ''}`;

export type MailContent = { subject: string; text: string; html: string };

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
const controls = /[\p{Cc}\p{Bidi_Control}]+/gu;
/** One line: no header can be added and no direction turned round by what a citizen wrote in a subject. */
export const oneLine = (text: string): string => text.replace(controls, ' ').trim().slice(0, 200);

/** Only addresses of our own site become links: what a person wrote stays text. */
const linked = (text: string, trackingUrl: string): string => {
  const link = `<a href="${safe(trackingUrl)}">${safe(trackingUrl)}</a>`;
  return safe(text).split('\n').join('<br>').replaceAll(safe(trackingUrl), link);
};
const block = (one: TextBlock, trackingUrl: string): string => {
  if (one.block === 'heading')
    return `<h2 style="font-size:18px;margin:1em 0 .5em">${linked(one.text, trackingUrl)}</h2>`;
  if (one.block === 'paragraph') return `<p style="margin:0 0 1em">${linked(one.text, trackingUrl)}</p>`;
  const list = one.isNumbered ? 'ol' : 'ul';
  const items = one.items.map((item) => `<li>${linked(item, trackingUrl)}</li>`).join('');
  return `<${list} style="margin:0 0 1em;padding-left:1.5em">${items}</${list}>`;
};

/** The same words as text and as a plain, readable page: one column, real language, no image, nothing fetched. */
export const mailOf = ({ authority, reference, subject, text, trackingUrl }: MailFrame): MailContent => {
  const line = oneLine(subject);
  const footer = [
    mail.reference(reference),
    mail.reply(authority.contact.phone),
    ...(authority.demonstration ? [mail.demonstration] : []),
  ];
  const body = textBlocks(text).map((one) => block(one, trackingUrl));
  const html = [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${safe(line)}</title></head>`,
    '<body style="margin:0;background:#fff;color:#1b1b1b;font:16px/1.5 Arial,sans-serif">',
    '<div style="max-width:38em;margin:0 auto;padding:1.5em">',
    `<p style="margin:0 0 1.5em;font-size:20px;font-weight:bold">${safe(authority.name)}</p>`,
    `<main><h1 style="font-size:20px;margin:0 0 1em">${safe(line)}</h1>${body.join('')}`,
    `<p style="margin:1.5em 0"><a href="${safe(trackingUrl)}">${mail.track}</a></p></main>`,
    `<footer style="border-top:1px solid #767676;padding-top:1em">${footer.map((one) => `<p style="margin:0 0 .5em">${safe(one)}</p>`).join('')}</footer>`,
    '</div></body></html>',
  ].join('');
  return { subject: line, text: [text, '-- ', authority.name, ...footer].join('\n'), html };
};
