import type { Aside } from '../letters/mail-html.ts';
import type { MessageRecord, SenderRecord } from '../requests/records.ts';
import { en } from './messages/en.ts';
import { facile } from './messages/facile.ts';
import { asking, portalNotice, sms } from './messages/fr.ts';

const words = { en, facile };
type Language = SenderRecord['language'];

/** An agent asks something, or for documents. */
export const awaitsAnswer = ({ awaitsReply, slip }: Pick<MessageRecord, 'awaitsReply' | 'slip'>): boolean =>
  awaitsReply === true || slip !== undefined;

/** A page of the portal in the language of whoever is written to. */
export const pageIn = (language: Language, url: string, publicUrl: string): string =>
  language ? url.replace(`${publicUrl}/`, `${publicUrl}/${language}/`) : url;

type About = {
  reference: string;
  message: MessageRecord;
  person: Pick<SenderRecord, 'language'>;
  availableOn?: string | undefined;
};
/**
 * What a mail says first to whoever filled in the form in another language: what it is, and the page that says it in theirs.
 * The message itself stays in French, since it is the one that counts. Nothing for the others.
 */
export function asideOf(
  { reference, message, person: { language }, availableOn }: About,
  url: string,
): Aside | undefined {
  if (!language) return undefined;
  const said = words[language];
  const text = availableOn
    ? said.waiting(reference, url, availableOn)
    : said[awaitsAnswer(message) ? 'asking' : message.kind](reference, url);
  return { lang: language === 'en' ? 'en' : 'fr', text, url };
}

/** Word of a message by text, in the language of whoever is written to. */
export const textsIn = (language: Language) =>
  language ? words[language].sms : { message: sms, ...asking, waiting: portalNotice.sms };
