import { mobileOf } from '../delivery/phone.ts';
import type { SuggestedRequest } from '../intake/contact.ts';
import { findReferences } from '../requests/reference.ts';
import type { RequestState } from '../requests/request.ts';
import { codesIn } from './answer-code.ts';
import type { NumberTexts } from './text.ts';

/** A request that a text may belong to. */
export type TextCandidate = { reference: string; state: RequestState; phone: string | null };
export type TextFound =
  | { kind: 'join'; reference: string; proofs: string[] }
  | { kind: 'suggest'; suggested: SuggestedRequest[] }
  | { kind: 'none' };
export type ReceivedText = { from: string; text: string; at: string; prefix: string };

const over: readonly RequestState[] = ['closed', 'withdrawn', 'transferred'];
const mostSuggested = 5;
/** Who lists codes tries them out: none of them proves anything. */
const mostCodes = 3;

/** Requests whose code it repeats; requests it names with the right letter; then those its number is known for. */
export const pointedTo = ({ text, at, prefix }: ReceivedText, { awaited, requests }: NumberTexts) => {
  const written = codesIn(text);
  const codes = written.length > mostCodes ? [] : written;
  const unique = (some: readonly string[]) => [...new Set(some)];
  return {
    coded: unique(
      awaited
        .filter(({ code, until }) => codes.includes(code) && at <= until)
        .map(({ reference }) => reference),
    ),
    cited: unique(
      findReferences(text, prefix).flatMap(({ reference, checked }) => (checked ? [reference] : [])),
    ).slice(0, mostSuggested),
    known: unique([...awaited.map(({ reference }) => reference), ...requests]),
  };
};

/**
 * Where a text belongs. By itself it joins only on two proofs: it repeats the code that was asked of this number (holding), and
 * the number is still that of the request's person (identity). A number alone, or a reference, is for an agent to judge: who
 * sent a text is easily forged.
 */
export const decideText = (
  received: ReceivedText,
  texts: NumberTexts,
  candidates: readonly TextCandidate[],
): TextFound => {
  const { coded, cited, known } = pointedTo(received, texts);
  const weighed = [...new Set([...coded, ...cited, ...known])].flatMap((reference) => {
    const candidate = candidates.find((one) => one.reference === reference);
    if (!candidate) return [];
    const isKnown = mobileOf(candidate.phone) === received.from;
    return [
      {
        ...{ reference, isKnown },
        isCoded: coded.includes(reference),
        isCited: cited.includes(reference),
        isOver: over.includes(candidate.state),
      },
    ];
  });
  const answered = weighed.filter(({ isCoded }) => isCoded);
  const [sure] = answered;
  if (sure?.isKnown && !sure.isOver && answered.length === 1 && cited.every((one) => one === sure.reference))
    return { kind: 'join', reference: sure.reference, proofs: ['sms-code', 'known-number'] };
  const suggested = weighed
    .filter(({ isCoded, isCited, isKnown }) => isCoded || isCited || isKnown)
    .sort((a, b) => Number(a.isOver) - Number(b.isOver))
    .slice(0, mostSuggested)
    .map(({ reference, isCoded, isCited, isKnown, isOver }) => ({
      reference,
      reasons: [
        ...(isCoded ? ['sms-code'] : []),
        ...(isCited ? ['reference'] : []),
        isKnown ? 'known-number' : 'unknown-number',
        ...(isCoded && answered.length > 1 ? ['several-requests'] : []),
        ...(isOver ? ['request-over'] : []),
      ],
    }));
  return suggested.length > 0 ? { kind: 'suggest', suggested } : { kind: 'none' };
};
