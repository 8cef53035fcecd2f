const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const day = (on: string): string => longDay.format(new Date(on));
const below = 'The message itself follows in French, the language of the administration.';

/** Said before a message in French, and in place of a text message. */
export const en = {
  acknowledgement: (reference: string, url: string): string =>
    `Hello,\n\nWe have received your request. Its number is ${reference}.\n\nFollow it in English: ${url}\n\nThe receipt that the law asks for follows in French. Keep it.`,
  asking: (reference: string, url: string): string =>
    `Hello,\n\nWe need something from you for your request ${reference}.\n\nSee what to do and answer, on a page in English: ${url}\n\n${below}`,
  message: (reference: string, url: string): string =>
    `Hello,\n\nWe have written to you about your request ${reference}.\n\nSee where it stands, on a page in English: ${url}\n\n${below}`,
  answer: (reference: string, url: string): string =>
    `Hello,\n\nYour request ${reference} has been answered.\n\nSee what was decided, and what you can do if you disagree, on a page in English: ${url}\n\n${below}`,
  waiting: (reference: string, url: string, since: string): string =>
    `Hello,\n\nA decision on your request ${reference} has been waiting for you since ${day(since)}. If you do not open it within fifteen days, it counts as received on that day.\n\nOpen it, on a page in English: ${url}\n\n${below}`,
  sms: {
    message: (authority: string, reference: string, url: string): string =>
      `${authority}: a message about your request ${reference} is here: ${url}`,
    byText: (authority: string, reference: string, url: string, code: string): string =>
      `${authority}: we await your answer on ${reference}. Read: ${url} To answer by text, begin with ${code}.`,
    onPage: (authority: string, reference: string, url: string): string =>
      `${authority}: we await your answer on ${reference}. Read and answer on your page, not by text: ${url}`,
    waiting: (authority: string, reference: string, since: string, url: string): string =>
      `${authority}: a decision on ${reference} waits since ${since}. Unread after 15 days, it counts as received: ${url}`,
  },
};
