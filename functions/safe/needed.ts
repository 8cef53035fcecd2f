import { addMonths } from '../deadlines/day.ts';
import type { Procedure, RequiredDocument } from '../procedures/procedure.ts';
import type { Needed } from './needed-api.ts';
import type { SafeDocument } from './safe-document.ts';

type Found = Needed['found'][number];
/** What is accepted for a required document, by code, each in the words of the procedure. */
export const acceptedFor = ({ code, label, accepts }: RequiredDocument): ReadonlyMap<string, string> =>
  new Map([[code, label], ...accepts.map((one) => [one.code, one.label] as const)]);

/**
 * Why a document will not do on that day: out of date, older than the procedure takes, or not looked at by malware
 * protection; null when it will.
 */
export function whyNot(
  { validUntil, issuedOn, storedAt, scan }: SafeDocument,
  { validMonths }: Pick<RequiredDocument, 'validMonths'>,
  day: string,
): Found['why'] {
  if (scan !== 'clean') return 'not-checked';
  if (validMonths && addMonths(issuedOn ?? storedAt.slice(0, 10), validMonths) < day) return 'too-old';
  // A limit that the procedure sets itself counts instead of the usual one of its kind.
  return !validMonths && validUntil !== null && validUntil < day ? 'expired' : null;
}

/**
 * Which documents of a safe a procedure takes for what it asks. A document about somebody else of the household does not
 * stand for the member the form is about.
 * @param day calendar day on which they would be sent
 */
export function neededFor(
  { documents }: Pick<Procedure, 'documents'>,
  safe: readonly SafeDocument[],
  day: string,
  member?: string,
): Needed[] {
  return documents.map((required) => {
    const accepted = acceptedFor(required);
    const found = safe
      .filter((one) => one.binnedAt === null && (one.member === null || !member || one.member === member))
      .flatMap((one): Found[] => {
        const as = accepted.get(one.type);
        if (as === undefined) return [];
        const why = whyNot(one, required, day);
        const { id, name, type, storedAt, validUntil } = one;
        return [{ id, name, type, as, storedAt, validUntil, good: why === null, why }];
      })
      .sort(
        (one, other) => Number(other.good) - Number(one.good) || other.storedAt.localeCompare(one.storedAt),
      );
    return { code: required.code, label: required.label, conditional: Boolean(required.when), found };
  });
}
