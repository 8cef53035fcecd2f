import { readKeyed } from '../letters/short-code.ts';
import { formatReference } from '../requests/reference.ts';
import type { RequestState } from '../requests/request.ts';
import type { Authority } from '../settings/authority.ts';
import type { Asked } from './flow.ts';
import { voice } from './messages/voice-fr.ts';

/** What the telephone may know of a request. */
export type SpokenRequest = {
  state: RequestState;
  department: string | null;
  /** Year of birth of its person; `null` when nobody knows it. */
  birthYear: string | null;
  /** `null` once answered. */
  promisedOn: string | null;
};
export type StatusDeps = {
  authority(): Promise<Authority>;
  request(reference: string): Promise<SpokenRequest | null>;
  /** The request that the short code of a letter stands for; null for none. */
  referenceOf(digits: string): Promise<string | null>;
  /** Counts one more try today and answers how many there were. */
  countTry(kind: 'call' | 'number' | 'reference', value: string): Promise<number>;
};

/** Tries a day: a year of birth is one in eighty, so that few tries keep it a proof. */
const mostTries = { call: 3, number: 6, reference: 5 } as const;
const reserved = 'cabinet';

/** Ten digits of a keypad as a reference: the year and the number; the letter cannot be typed. */
const referenceOf = (digits: string, prefix: string): string | null => {
  const [, year, number] = /^(20\d\d)(\d{6})$/.exec(digits.replace(/\D/g, '')) ?? [];
  return year && number ? formatReference(prefix, Number(year), Number(number)) : null;
};

/**
 * The state of a request and its promised day, for whoever knows its reference, or holds the code of a letter, and the year of birth of its person, and
 * nothing else of it. Every other answer is the same sentence.
 */
export const speakStatus =
  ({ authority, request, referenceOf: ofCode, countTry }: StatusDeps) =>
  async ({ contactId, number, reference: typed, birthYear }: Asked): Promise<string> => {
    // The letter of a code cannot be typed: a wrong digit finds nothing, and nothing is said without the year of birth.
    const keyed = readKeyed(typed);
    const reference = keyed ? await ofCode(keyed) : referenceOf(typed, (await authority()).prefix);
    const tries = await Promise.all([
      countTry('call', contactId).then((count) => count > mostTries.call),
      number ? countTry('number', number).then((count) => count > mostTries.number) : false,
      reference ? countTry('reference', reference).then((count) => count > mostTries.reference) : false,
    ]);
    if (tries.includes(true)) return voice.tooMany;
    const found = reference ? await request(reference) : null;
    const isProved = found?.birthYear && found.birthYear === birthYear.replace(/\D/g, '');
    if (!found || !isProved || found.department === reserved) return voice.unknown;
    return [voice.states[found.state], found.promisedOn ? voice.promised(found.promisedOn) : '']
      .filter(Boolean)
      .join(' ');
  };
