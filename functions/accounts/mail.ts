import { mailHtml } from '../letters/mail-html.ts';
import type { Authority } from '../settings/authority.ts';
import { mails } from './messages/fr.ts';

export type AccountMail = { to: string; subject: string; text: string; html: string };
type Said = { to: string; subject: string; text: string; url: string; link: string };

/** A mail about an account, in words and as a page in the authority's colours; its one link leads to the portal. */
export const accountMail = (authority: Authority, { to, subject, text, url, link }: Said): AccountMail => {
  const { name, contact, demonstration } = authority;
  const footer = [
    mails.automatic,
    mails.phone(contact.phone),
    ...(demonstration ? [mails.demonstration] : []),
  ];
  const html = mailHtml({
    ...{ title: subject, text, footer, track: link, trackingUrl: url, authority: name },
    colours: authority.colours,
  });
  return { to, subject, html, text: [text, `${link} : ${url}`, '-- ', name, ...footer].join('\n') };
};
