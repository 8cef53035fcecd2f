import type { Sender } from '../../intake/contact.ts';
import { addressesIn } from './address.ts';
import { amountsIn } from './amounts.ts';
import { emailsIn, phonesIn } from './contacts.ts';
import { daysIn } from './days.ts';
import { deadlinesIn } from './deadlines.ts';
import { invoicesIn, permitsIn, platesIn } from './file-numbers.ts';
import type { Found, FoundKind } from './found.ts';
import type { Read, Span } from './lines.ts';
import { mentionsIn } from './mentions.ts';
import { maskedNir, nirsIn } from './nir.ts';
import { ibansIn, rnasIn, siretsIn } from './organisation-numbers.ts';
import { ownEnd } from './own-part.ts';
import { referencesIn } from './reference.ts';
import { isNote, namedSender } from './sender.ts';
import { subjectSpan } from './subject.ts';
import { contactsOf } from './whose.ts';

/** What is known beside the text. All of it is optional: less is found, or said less precisely. */
export type Known = {
  channel?: string;
  sender?: Partial<Sender>;
  /** Calendar day on which the message came: dates without a year are those nearest to it. */
  today?: string;
  prefix?: string;
  /** Names of the authority's communes. */
  towns?: readonly string[];
  /** Telephones (E.164) and e-mail addresses of the authority itself. */
  own?: readonly string[];
};

/** More is not kept: a list of participants is read on the page. */
const most = 60;
/** What lies beyond is not read: no letter is so long, and a machine's output would hold up the rest. */
const longest = 24_000;

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/**
 * Everything of use that a text says, in its order, each with the place where it stands. What overlaps is told once, as the
 * most precise kind. `of` tells the sender's own number from somebody else's; a NIR is told by its place only.
 */
export const foundIn = (whole: string, known: Known = {}): Found[] => {
  const text = whole.slice(0, longest);
  const taken: Found[] = [];
  const add = (kind: FoundKind, reads: readonly (Span & { value?: string })[], of: Found['of'] = null) => {
    for (const { start, end, value = text.slice(start, end).replace(/\s+/g, ' ') } of reads.slice(0, most))
      if (end > start && !taken.some((one) => overlaps(one, { start, end })))
        taken.push({ kind, start, end, value, of });
  };
  add(
    'nir',
    nirsIn(text).map((span) => ({ ...span, value: maskedNir })),
  );
  add('iban', ibansIn(text));
  add('permit', permitsIn(text));
  add('reference', referencesIn(text, known.prefix));
  const isNoted = isNote(text.slice(0, ownEnd(text)), known.channel);
  const byWhom = whose(text, isNoted, known.own);
  for (const email of emailsIn(text).slice(0, most))
    add('email', [email], byWhom(email, known.sender?.email));
  for (const phone of phonesIn(text).slice(0, most))
    add('phone', [phone], byWhom(phone, known.sender?.phone));
  add('siret', siretsIn(text));
  add('rna', rnasIn(text));
  add('invoice', invoicesIn(text));
  add('plate', platesIn(text));
  const named = namedSender(text, known.channel);
  if (named) add(named.kind === 'person' ? 'name' : 'organisation', [named], 'sender');
  for (const [i, { lines }] of addressesIn(text, isNoted).slice(0, most).entries())
    add('address', lines, i === 0 ? 'sender' : 'other');
  add('deadline', deadlinesIn(text, known.today));
  add('date', daysIn(text, known.today));
  add('amount', amountsIn(text));
  const signed = named ? plain(text.slice(named.start, named.end)) : null;
  for (const { kind, ...span } of mentionsIn(text, known.towns).slice(0, 4 * most)) {
    const isAgain = kind === 'person' && plain(text.slice(span.start, span.end)) === signed;
    add(isAgain ? 'name' : kind, [span], kind === 'place' ? null : isAgain ? 'sender' : 'other');
  }
  // Words of the subject line are told where they stand; the line itself only when nothing else does.
  const subject = subjectSpan(text);
  if (subject) add('subject', [subject]);
  return taken.sort((a, b) => a.start - b.start).slice(0, most);
};

const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ');

/** Whether a telephone or an address is the sender's: the one that reaches them, or what the channel knows of them. */
const whose = (text: string, isNoted: boolean, own: readonly string[] = []) => {
  const theirs = contactsOf(text, isNoted);
  return (one: Read, ofSender: string | null | undefined): Found['of'] => {
    if (own.includes(one.value)) return 'other';
    const isSame = ofSender
      ? [...emailsIn(ofSender), ...phonesIn(ofSender)].some(({ value }) => value === one.value)
      : false;
    const isRead = [theirs.phone, theirs.email].some((mine) => mine?.value === one.value);
    return isSame || isRead ? 'sender' : 'other';
  };
};
