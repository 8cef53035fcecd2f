import type { SuggestedRequest } from '../intake/contact.ts';
import type { RequestState } from '../requests/request.ts';
import type { Clues } from './clues.ts';
import { isAnotherOfTheFamily, isNameOn } from './names.ts';

/** A request that a contact may belong to, as far as its rules look at it. */
export type Candidate = {
  reference: string;
  state: RequestState;
  name: string | null;
  /** Addresses known of the person of that request, any case. */
  emails: readonly string[];
};
export type Writer = {
  name: string | null;
  email: string | null;
  /** The domain of the address vouches for it: DMARC passes. */
  isVerified: boolean;
  /** A machine wrote it (RFC 3834). */
  isAutomatic: boolean;
  /** What was read, folded, when it came otherwise than by mail: a name on it is worth a look and never a proof by itself. */
  sheet?: string;
};
/** `file`: kept with the request as a quiet line, since no person wrote it and nobody has to act. */
export type Thread =
  | { kind: 'join' | 'file'; reference: string; proofs: string[] }
  | {
      kind: 'suggest';
      suggested: SuggestedRequest[];
      /** The one request it answers for certain is over: what is opened now goes on from it. */
      after?: string;
    }
  | { kind: 'none' };

const over: readonly RequestState[] = ['closed', 'withdrawn', 'transferred'];
const mostSuggested = 5;

type Weighed = {
  candidate: Candidate;
  clues: Clues;
  /** Sent in answer to it, which weighs more than naming it. */
  isAddressed: boolean;
  isKnown: boolean;
  isOther: boolean;
  isOver: boolean;
};

const weigh = (candidate: Candidate, clues: Clues, writer: Writer): Weighed => {
  const email = writer.email?.toLowerCase();
  return {
    ...{ candidate, clues },
    isAddressed: clues.holdings.some((one) => one !== 'reference' && one !== 'code'),
    isKnown:
      writer.sheet === undefined
        ? email !== undefined && candidate.emails.some((one) => one.toLowerCase() === email)
        : isNameOn(writer.sheet, candidate.name),
    isOther: isAnotherOfTheFamily(writer.name, candidate.name),
    isOver: over.includes(candidate.state),
  };
};

const proven = ({ clues, isKnown, isOther }: Weighed, { isVerified, sheet }: Writer): boolean =>
  sheet === undefined && clues.holdings.length > 0 && isKnown && isVerified && !isOther;

/** Codes of what speaks for the request, then of what keeps it from being sure. */
const identityOf = ({ isKnown }: Weighed, { isVerified, sheet }: Writer): string => {
  if (sheet !== undefined) return isKnown ? 'sheet-name' : 'no-name-on-sheet';
  if (!isKnown) return 'unknown-address';
  return isVerified ? 'known-address' : 'unverified-address';
};
const reasonsOf = (one: Weighed, writer: Writer): string[] => reasons(one, identityOf(one, writer));
const reasons = ({ clues, isKnown, isOther, isOver }: Weighed, identity: string): string[] => [
  ...clues.holdings,
  ...clues.hints,
  identity,
  ...(isKnown && isOther ? ['other-name'] : []),
  ...(isOver ? ['request-over'] : []),
];

/** A guess at what was meant is only offered for somebody the request knows; a proof of holding is always worth a look. */
const isWorthSuggesting = ({ clues, isKnown }: Weighed, { isVerified, sheet }: Writer): boolean =>
  clues.holdings.length > 0 || (clues.hints.length > 0 && isKnown && (isVerified || sheet !== undefined));

const byWeight =
  (writer: Writer) =>
  (a: Weighed, b: Weighed): number => {
    const weight = (one: Weighed) =>
      (one.isOver ? 0 : 16) +
      (proven(one, writer) ? 8 : 0) +
      (one.isKnown ? 4 : 0) +
      (one.isAddressed ? 2 : 0) +
      one.clues.holdings.length;
    return weight(b) - weight(a);
  };

/**
 * Where a mail belongs. By itself it joins only on two proofs that do not depend on each other: it holds something of the
 * request, and it comes from an address of that request's person whose domain vouches for it. Two requests of which both are
 * true, an answer to one request that names another, a request that is over, another person of the household: a person decides.
 */
export const decideThread = (
  writer: Writer,
  clues: readonly Clues[],
  candidates: readonly Candidate[],
): Thread => {
  const weighed = clues.flatMap((one) => {
    const candidate = candidates.find(({ reference }) => reference === one.reference);
    return candidate ? [weigh(candidate, one, writer)] : [];
  });
  const all = weighed.filter((one) => proven(one, writer));
  const [sure] = all;
  const isRivalled =
    all.length > 1 || weighed.some((one) => one !== sure && one.isAddressed && one.clues.holdings.length > 0);
  if (sure && !isRivalled && (writer.isAutomatic || !sure.isOver)) {
    const proofs = [...sure.clues.holdings, 'known-address'];
    return { kind: writer.isAutomatic ? 'file' : 'join', reference: sure.candidate.reference, proofs };
  }
  const suggested = weighed
    .filter((one) => isWorthSuggesting(one, writer))
    .sort(byWeight(writer))
    .slice(0, mostSuggested)
    .map((one) => ({
      reference: one.candidate.reference,
      reasons: [
        ...reasonsOf(one, writer),
        ...(all.length > 1 && all.includes(one) ? ['several-requests'] : []),
      ],
    }));
  if (suggested.length === 0) return { kind: 'none' };
  const isFollowUp = sure?.isOver === true && !isRivalled;
  return { kind: 'suggest', suggested, ...(isFollowUp ? { after: sure.candidate.reference } : {}) };
};
