/** A text that may be answered: the code it asked to repeat, of which request, and until when the code is good. */
export type AwaitedText = {
  code: string;
  reference: string;
  messageId: string;
  at: string;
  until: string;
};
/** The message that a text carried. */
export type SentText = {
  reference: string;
  messageId: string;
  /** Word of something that is no request: whoever told it is told what became of it (`notice-lost`). */
  isNotice?: true;
};
/** What a number is known for: texts that may be answered, and requests it was written to about, the latest first. */
export type NumberTexts = { awaited: AwaitedText[]; requests: string[]; optOut: OptOut | null };

/** No more texts to a number, since when and who said so: `citizen` by a text of theirs (its contact), or `agent:<login>`. */
export type OptOut = {
  number: string;
  at: string;
  by: string;
  contactId?: string;
  /** Taken back, by the same or by an agent who says why; it stays to be seen. */
  lifted?: { by: string; at: string; reason: string };
};
export const isOptedOut = (found: OptOut | null): boolean => found !== null && found.lifted === undefined;

/** Days during which a text may be answered by its code. */
export const answerableDays = 60;
/** Texts to one number in a day; more means that something turns in circles. */
export const mostADay = 6;
/** Parts of one text: what is longer is no text message. */
export const mostParts = 4;
