import type { Whole } from '../requests/items.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { openByCode as operation } from './public-api.ts';
import { isOf, type LetterQr } from './qr.ts';
import { readShortCode } from './short-code.ts';

type Tried = 'code' | 'address';
export type OpenByCodeDeps = {
  find(digits: string): Promise<LetterQr | null>;
  /** Null when there is no such request. */
  load(reference: string): Promise<Whole | null>;
  /** Day of birth of the request's person; null when nobody knows it. */
  birthOf(whole: Whole): Promise<string | null>;
  isCode(typed: string, kept: string): boolean;
  /** Counts one more try today and answers how many there were. */
  countTry(kind: Tried, value: string): Promise<number>;
  /** Takes back a try that was right: only wrong ones count. */
  giveBackTry(kind: Tried, value: string): Promise<void>;
  /** The journal says that somebody opened the request by its letter and a day of birth. */
  noteReading(reference: string): Promise<void>;
  /** Lets its holder follow the request for a short while; answers what they show. */
  letFollow(reference: string): Promise<string>;
};

/** What is written to the cabinet opens by its own tracking code only. */
const reserved = 'cabinet';
/** Wrong days of birth a day: it is one in thirty thousand; a library or a town hall calls from one address. */
const mostTries = { code: 8, address: 60 } as const;
/** What is compared when there is nothing to compare with: a wrong code takes as long as a wrong proof. */
const noCode = `scrypt.${'0'.repeat(32)}.${'0'.repeat(64)}`;

/** Opening it again within ten minutes is the same reading: whoever opens it all day does not fill its journal. */
export const readingByLetter = (now: string) => ({
  key: `read-by-letter-${now.slice(0, '2026-11-22T14:5'.length)}`,
});

const documentOf = (qr: LetterQr, { request: { awaited } }: Whole): string | null =>
  qr.kind === 'slip' && qr.part && awaited && isOf(qr, awaited.askId)
    ? (awaited.documents[qr.part - 1] ?? null)
    : null;

/**
 * The request of a letter, for whoever holds its short code *and* proves to be its person: the code alone says only that
 * somebody holds paper. Refuses `too-many-requests`, and `wrong-tracking-code` for everything else that is wrong.
 */
export const openByCode =
  (deps: OpenByCodeDeps) =>
  async (
    { body }: InputOf<typeof operation>,
    { address }: { address: string },
  ): Promise<ReplyOf<typeof operation>> => {
    const digits = readShortCode(body.code);
    const qr = digits ? await deps.find(digits) : null;
    const whole = qr && (await deps.load(qr.reference));
    // Nobody guesses a tracking code: whoever has it is never shut out by what others of the same address try.
    const isHolder = deps.isCode(body.trackingCode ?? '', whole?.trackingHash ?? noCode);
    // A letter has a code for each of its parts: together they are tried as often as one.
    const ofCode: [Tried, string][] = digits ? [['code', qr?.reference ?? digits]] : [];
    const tried: [Tried, string][] = isHolder ? [] : [['address', address], ...ofCode];
    // Counted before anything is known of them: many at once are no more than one after the other.
    const counts = await Promise.all(
      tried.map(async ([kind, value]) => (await deps.countTry(kind, value)) > mostTries[kind]),
    );
    if (counts.includes(true)) throw new Refusal('too-many-requests');
    const mayBeOpened = whole && body.birthDate && whole.request.department !== reserved;
    const birth = mayBeOpened ? await deps.birthOf(whole) : null;
    const isPerson = birth !== null && birth === body.birthDate;
    if (!whole || !qr || !(isHolder || isPerson)) throw new Refusal('wrong-tracking-code');
    await Promise.all(tried.map(([kind, value]) => deps.giveBackTry(kind, value)));
    // A day of birth is known to many, unlike a tracking code: who reads by it is noted first, or sees nothing.
    if (!isHolder) await deps.noteReading(qr.reference);
    const trackingCode = await deps.letFollow(qr.reference);
    return { reference: qr.reference, trackingCode, document: documentOf(qr, whole) };
  };
