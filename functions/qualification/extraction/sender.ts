import type { Sender } from '../../intake/contact.ts';
import { addressIn } from './address.ts';
import { besideContact } from './beside.ts';
import { blanked } from './blanked.ts';
import { signedBy } from './closing.ts';
import { reread } from './digits.ts';
import { headedBy, printedAbove } from './letterhead.ts';
import { unwrapped } from './lines.ts';
import { notedBy } from './note.ts';
import { ownEnd } from './own-part.ts';
import type { Named } from './pieces.ts';
import { labelledName, namedAfterThanks, saidToBe } from './spoken.ts';
import { isNobody, opening, whole } from './standing.ts';
import { contactsOf } from './whose.ts';

const noted =
  /^(?:[^\n.]{0,40}\b)?(?:appel|rappel|guichet|passage|vu|re[çc]u|visite|tel|t[ée]l|astreinte|usag[èe]re?|urgent|(?:M|Mme|Mr|Mlle)\.?\s\p{Lu})/iu;
const shorthand =
  /\b(?:rappel(?:er)?|dde|demande|dem\.|pr|ds|qq|qqn|qqch|avt|svt|rdv|souhaite|veut|signale|se plaint|sans rdv|[àa] rappeler|tjrs|pb|pers\.|dit que|lui ai|a d[ée]pos[ée]|cf)\b/iu;
const first = /\b(?:je|j['’]|nous|mon|ma|mes|notre|nos|moi)\b/iu;

/** A note that an agent took of a call or a visit: others speak of themselves. */
export const isNote = (text: string, channel?: string): boolean =>
  channel !== undefined
    ? /^(?:phone|counter|call-note|counter-note)$/.test(channel)
    : noted.test(text) && shorthand.test(text) && !first.test(text.replace(/[«"“][^»"”]{0,200}[»"”]/g, ''));

/** Where a text says who writes it, or null. */
export const namedSender = (text: string, channel?: string): Named | null => {
  const own = text.slice(0, ownEnd(text));
  const plain = unwrapped(own);
  const bare = blanked(plain);
  if (isNote(own, channel)) return notedBy(bare) ?? signedBy(bare);
  const head = headedBy(bare, plain);
  const below = signedBy(bare);
  const signed = below && isNobody(plain.slice(below.start, below.end)) ? null : below;
  // A club's name above, with no way to reach it, and a person below: the person writes.
  const isPersonBelow = head && signed && head.strength < 3 && signed.strength > 3;
  const named = isPersonBelow ? signed : (head ?? signed);
  const found =
    labelledName(plain) ??
    named ??
    saidToBe(plain) ??
    besideContact(plain, bare) ??
    namedAfterThanks(plain) ??
    opening(plain) ??
    printedAbove(plain);
  return found && whole(plain, found);
};

const longest = 16_000;

/** Who writes stands at the head or at the end: of a text that no letter reaches, the middle is left out. */
const endsOf = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest / 2)}\n${text.slice(-longest / 2)}`;

/** A number that a scanner spaced unevenly or took for letters, in pairs of digits again; one in some even way stays so. */
const spaced = (read: string | null): string | null => {
  const written = read && /\d/.test(read) ? reread(read) : read;
  const groups = written?.split(/[ .-]+/) ?? [];
  const isEven = groups.length === 1 || groups.slice(1).every((group) => group.length === 2);
  const digits = written?.replace(/\D/g, '') ?? '';
  return isEven || !/^0\d{9}$/.test(digits) ? written : digits.replace(/(\d\d)(?=\d)/g, '$1 ');
};

/**
 * Who writes, as written in the text; what the channel already knows (`known`) wins. `channel` tells a note that an agent
 * took from a message of the person's own hand; without it the text itself must tell.
 */
export const senderIn = (whole: string, known: Partial<Sender> = {}, channel?: string): Sender => {
  const text = endsOf(whole);
  const named = known.name ? null : namedSender(text, channel);
  const { phone, email } = contactsOf(text, isNote(text, channel));
  const cut = (span: { start: number; end: number } | null) =>
    span ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : null;
  return {
    name: known.name ?? cut(named)?.replace(/\s*pr[ée]noms?\s?:\s*/iu, ' ') ?? null,
    // A space in an address is the scanner's.
    email: known.email ?? cut(email)?.replace(/\s/g, '') ?? null,
    phone: known.phone ?? spaced(cut(phone)),
    address: known.address ?? addressIn(text, isNote(text, channel)),
  };
};
