import type { MailColours } from './mail-colours.ts';
import { type Aside, mailHtml } from './mail-html.ts';
import { mail } from './messages/fr.ts';

export type MailFrame = {
  authority: {
    name: string;
    demonstration: boolean;
    contact: { phone: string };
    colours?: MailColours | undefined;
  };
  reference: string;
  subject: string;
  text: string;
  trackingUrl: string;
  /** Short code of the message, for whoever quotes it; none for whom nothing may be told. */
  code?: string | null;
  aside?: Aside | undefined;
};
/** Page of the portal where a request is followed; with the code behind the `#`, which no server ever sees, it opens by itself. */
export const trackingUrlOf = (publicUrl: string, reference: string, code?: string): string =>
  `${publicUrl}/suivi${code ? `#${reference}:${code}` : ''}`;

export type MailContent = { subject: string; text: string; html: string };

const controls = /[\p{Cc}\p{Bidi_Control}]+/gu;
/** One line: no header can be added and no direction turned round by what a citizen wrote in a subject. */
export const oneLine = (text: string): string => text.replace(controls, ' ').trim().slice(0, 200);

/** The same words as text and as a plain, readable page in the authority's colours. */
export const mailOf = ({
  authority,
  reference,
  subject,
  text,
  trackingUrl,
  code,
  aside,
}: MailFrame): MailContent => {
  const title = oneLine(subject);
  const footer = [
    mail.reference(reference),
    ...(code ? [mail.code(code)] : []),
    mail.reply(authority.contact.phone),
    ...(authority.demonstration ? [mail.demonstration] : []),
  ];
  const html = mailHtml({
    ...{ title, text, trackingUrl, footer, aside, colours: authority.colours },
    authority: authority.name,
    track: mail.track,
  });
  const words = aside ? `${aside.text}\n\n* * *\n\n${text}` : text;
  return { subject: title, text: [words, '-- ', authority.name, ...footer].join('\n'), html };
};
