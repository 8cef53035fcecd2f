import { withBelow } from '../letters/in-english.ts';
import { type Aside, mailHtml } from '../letters/mail-html.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import type { Authority } from '../settings/authority.ts';
import { wordsIn } from './words.ts';

export type AccountMail = { to: string; subject: string; text: string; html: string };
type Said = {
  to: string;
  subject: string;
  text: string;
  url: string;
  link: string;
  language: PageLanguage;
  /** The same in short, for whoever has chosen no language. */
  below?: Aside;
};

/** A mail about an account, in words and as a page in the authority's colours; its one link leads to the portal. */
export const accountMail = (authority: Authority, said: Said): AccountMail => {
  const { to, subject, text, url, link, language, below } = said;
  const { mails } = wordsIn(language);
  const { name, contact, demonstration } = authority;
  const footer = [
    mails.automatic,
    mails.phone(contact.phone),
    ...(demonstration ? [mails.demonstration] : []),
  ];
  const html = mailHtml({
    ...{ title: subject, text, footer, track: link, trackingUrl: url, authority: name },
    lang: language === 'en' ? 'en' : 'fr',
    ...{ below, colours: authority.colours },
  });
  const plain = `${text}\n${link} : ${url}`;
  const words = below ? withBelow(plain, below) : plain;
  return { to, subject, html, text: [words, '-- ', name, ...footer].join('\n') };
};
