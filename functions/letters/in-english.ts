import type { Aside } from './mail-html.ts';

/**
 * What a mail in French says again below, in short English, for whoever has chosen no language.
 * @param page address of the portal's page that the mail leads to, under `publicUrl`; `say` is given the same page in English
 */
export const inEnglish = (publicUrl: string, page: string, say: (url: string) => string): Aside => {
  const url = page.replace(`${publicUrl}/`, `${publicUrl}/en/`);
  return { lang: 'en', url, text: `## In English\n\n${say(url)}` };
};
/** The plain text of such a mail, without its footer: French, a line of stars, English. */
export const withBelow = (text: string, below: Aside): string => `${text}\n\n* * *\n\n${below.text}`;

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
/** `2026-11-24` → `24 November 2026`. Throws `RangeError` on what is no day. */
export const dayInEnglish = (day: string): string => longDay.format(new Date(day));
