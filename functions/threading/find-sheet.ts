import { letterOf } from '../delivery/returned.ts';
import type { Contact, SuggestedRequest } from '../intake/contact.ts';
import { isPrinted } from '../letters/printed-code.ts';
import { type LetterQr, said } from '../letters/qr.ts';
import { shortCodesIn } from '../letters/short-code.ts';
import type { Whole } from '../requests/items.ts';
import type { MessageRecord } from '../requests/records.ts';
import { decideSheet } from './decide-sheet.ts';
import type { Found, ThreadDeps } from './find-thread.ts';
import { fold } from './names.ts';
import { isBroughtBack } from './post-marks.ts';
import { awaitedSlip, type FoundCode, servedBefore, slipName, ticks } from './slip-sheet.ts';

/** An envelope scanned with its letter adds its two sides; more pages are somebody's answer. */
const envelopePages = 2;

type Scanned = { contact: Contact; whole: Whole; codes: FoundCode[]; isMixed: boolean };

/** What a scanned document is by the codes on it; null without one of ours. */
export async function sheetOf(deps: ThreadDeps, contact: Contact): Promise<Found | null> {
  if (!contact.scan) return null;
  const { codes, cited } = await codesOf(deps, contact);
  const of = Map.groupBy(codes, ({ qr }) => qr.reference);
  const requests = await Promise.all(
    [...of].map(async ([reference, codes]) => {
      const whole = await deps.request(reference);
      return whole ? [{ reference, codes, whole }] : [];
    }),
  );
  const isMixed = new Set([...of.keys(), ...cited]).size > 1;
  const suggested: SuggestedRequest[] = [];
  for (const { reference, codes, whole } of requests.flat()) {
    const found = belongsTo({ contact, whole, codes, isMixed });
    if (!('reasons' in found)) return found;
    const { reasons, slip } = found;
    suggested.push({ reference, reasons, ...(slip ? { slip } : {}) });
  }
  return suggested.length > 0 ? { kind: 'suggest', suggested } : null;
}

/**
 * Codes that were seen, and those that were read: what is printed beside a drawn code says the same when a stain lies on it.
 * What somebody writes of theirs in a letter of their own is only cited: it brings no document, and comes back from nowhere.
 */
const codesOf = async (
  deps: ThreadDeps,
  { scan, documents }: Contact,
): Promise<{ codes: FoundCode[]; cited: string[] }> => {
  const seen = (scan?.codes ?? []).map(async ({ page, text }) => ({ page, qr: await deps.readCode(text) }));
  const pages = documents[0]?.pages ?? [];
  const read = pages.flatMap(({ page, text }) =>
    shortCodesIn(text).map(async (digits) => ({ page, qr: await deps.findCode(digits), text })),
  );
  const written = (await Promise.all(read)).flatMap(({ page, qr, text }) => (qr ? [{ page, qr, text }] : []));
  const ours = written.filter(({ qr, text }) => isPrinted(qr, fold(text)));
  const all = [...(await Promise.all(seen)), ...ours].flatMap(({ page, qr }) => (qr ? [{ page, qr }] : []));
  const names = all.map(({ page, qr }) => `${page} ${said(qr)}`);
  return {
    codes: all.filter((_, index) => names.indexOf(names[index] ?? '') === index),
    cited: written.map(({ qr }) => qr.reference),
  };
};

type Belonging =
  | Extract<Found, { kind: 'join' | 'file' }>
  | { kind: 'suggest'; reasons: string[]; slip?: string };

const belongsTo = ({ contact, whole, codes, isMixed }: Scanned): Belonging => {
  const { reference } = whole.request;
  const { sender: person } = whole;
  const slips = codes.filter(({ qr }) => qr.kind === 'slip');
  const letter = ourLetter(contact, whole, codes);
  // What our own letter says of the post is no mark on it.
  const hasComeBack = letter !== null && isBroughtBack(contact.text) && !isBroughtBack(letter.text);
  const isSlip = slips.length > 0 && !hasComeBack;
  const pages = contact.documents[0]?.pages.map(({ text }) => text);
  const base = { text: contact.text, ...(pages?.length ? { pages } : {}), person, isMixed };
  if (!isSlip) {
    const [first] = codes;
    const qr: Pick<LetterQr, 'kind'> = letter ? { kind: 'letter' } : (first?.qr ?? { kind: 'letter' });
    // Who answers often writes on the letter itself: unless the post says that nobody had it, somebody looks.
    const isUnmarked = letter !== null && !hasComeBack;
    const decided = decideSheet({ ...base, qr, isAwaited: letter !== null, isUsed: false, isUnmarked });
    if (decided.kind === 'suggest' || !letter) return { kind: 'suggest', reasons: decided.reasons };
    return { kind: 'join', reference, proofs: decided.reasons, returned: { messageId: letter.id } };
  }
  const slip = awaitedSlip(slips, whole.request);
  const documents = slip ? ticks(slip, whole.request) : [];
  const isUsed =
    slip === null
      ? usedUp(contact.id, whole, slips)
      : servedBefore(whole.events, slip, contact.id) ||
        // What lies under its own part came already.
        (slip.parts.length > 0 && documents.length === 0);
  const { kind, reasons } = decideSheet({
    ...{ ...base, qr: { kind: 'slip' }, isAwaited: slip !== null, isUsed },
    isEither: letter !== null && (letter.pages ?? 1) > 1,
  });
  if (kind === 'suggest' || !slip)
    return { kind: 'suggest', reasons, ...(slip && !isUsed ? { slip: slipName(slip) } : {}) };
  return { kind, reference, proofs: reasons, slip: slipName(slip), documents };
};

/** Our own letter that was posted, when it stands alone in the scan or with its envelope. */
const ourLetter = (
  contact: Contact,
  { messages }: Whole,
  codes: readonly FoundCode[],
): MessageRecord | null => {
  const pages = contact.scan?.pages.length ?? 0;
  for (const { page, qr } of codes) {
    const message = qr.kind === 'letter' ? letterOf(messages, qr) : null;
    const isAlone = page <= envelopePages && pages <= (message?.pages ?? 1) + envelopePages;
    if (message && isAlone) return message;
  }
  return null;
};

/** A slip that is awaited no more since it did its work. */
const usedUp = (contactId: string, { events }: Whole, slips: readonly FoundCode[]): boolean =>
  events.some(
    (event) =>
      event.type === 'contact-joined' &&
      event.contactId !== contactId &&
      event.slip !== undefined &&
      slips.some(({ qr }) => event.slip?.toLowerCase().startsWith(qr.id)),
  );
