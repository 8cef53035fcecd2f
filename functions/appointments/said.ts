import type { OtherLanguage } from '../procedures/translation.ts';
import type { Authority } from '../settings/authority.ts';
import type { Agenda } from './agenda.ts';
import type { Contact } from './appointment.ts';
import type { Said } from './messages/fr.ts';
import type { PlaceView, ReasonView } from './public-views.ts';
import { wordsIn } from './words.ts';

/** What a message says of an appointment, or of a slot that is kept. */
export const saidOf = (
  { timeZone, contact }: Pick<Authority, 'timeZone' | 'contact'>,
  { reason, place, from }: { reason: ReasonView; place: PlaceView; from: string },
  { link, language, isText }: { link: string; language?: OtherLanguage | undefined; isText?: boolean },
): Said => ({
  reason: reason.name,
  when: wordsIn(language)[isText ? 'shortWhen' : 'whenWords'](from, timeZone),
  ...{ place: place.name, address: place.address, access: place.access },
  documents: reason.documents,
  link,
  phone: place.phone || contact.phone,
});

export type Message = {
  /** Whom it is for, and by which ways it may leave. */
  contact: Contact;
  language: OtherLanguage | undefined;
  mail: { subject: string; text: string };
  sms: string;
  link: string;
  track: string;
  /** Texts instead of mail when both could leave; else mail alone, and texts to whoever wants them. */
  by: 'both' | 'mail-first' | 'text-first';
  calendar: Uint8Array | null;
};
export const greeted = ({
  contact,
  language,
  mail,
}: Pick<Message, 'contact' | 'language' | 'mail'>): string =>
  [wordsIn(language).mails.greeting(`${contact.givenName} ${contact.familyName}`.trim()), mail.text].join(
    '\n\n',
  );

/** Which ways a message takes: an address, a number that texts are wanted on, both or none. */
export const waysOf = (
  { contact, by }: Pick<Message, 'contact' | 'by'>,
  mobile: string | null,
): ('mail' | 'text')[] => {
  const mail = contact.email ? (['mail'] as const) : [];
  const text = contact.wantsTexts && mobile ? (['text'] as const) : [];
  if (by === 'both') return [...mail, ...text];
  const [first, second] = by === 'mail-first' ? [mail, text] : [text, mail];
  return first.length > 0 ? [...first] : [...second];
};

export type Known = { agenda: Agenda; authority: Authority };
