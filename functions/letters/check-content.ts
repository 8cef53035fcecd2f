import type { Found } from './check-letter.ts';
import type { LetterFacts, LetterGiven } from './letter.ts';
import { gaps } from './messages/gaps-fr.ts';
import { socialSecurityNumbers } from './social-security.ts';

const mostLines = 6;
const longestLine = 38;
const town = /^(?:\d{5} \S|[A-Z][A-Z -]{2,}$)/;
const marks = /\{\{[^{}]*\}\}/g;
const writtenDay = /\b(?:1er|\d{1,2})\s+\p{L}{3,9}\s+20\d{2}\b|\b\d{2}\/\d{2}\/20\d{2}\b/u;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ');

/** What every letter has to hold, whatever it decides. */
export const contentProblems = (
  letter: LetterGiven,
  facts: LetterFacts,
): { blocking: Found[]; advice: Found[] } => {
  const whole = [letter.subject, letter.text, ...(letter.mentions ?? []).map(({ text }) => text)].join('\n');
  const left = new Set([...whole.matchAll(marks), ...whole.matchAll(gaps)].map(([found]) => found));
  const blocking: Found[] = [
    ...(/\p{L}/u.test(letter.text) ? [] : [{ code: 'empty-text' as const }]),
    ...[...left].map((place) => ({ code: 'field-left' as const, place })),
    ...socialSecurityNumbers(whole).map((place) => ({ code: 'social-security-number' as const, place })),
    ...whoWrites(letter),
    ...(facts.kind === 'documents-request' ? documents(letter) : []),
    ...addressee(letter, facts),
  ];
  return { blocking, advice: address(letter.recipient) };
};

/** First name, name, quality, address and telephone of who is in charge (CRPA L111-2). */
const whoWrites = ({ author, department }: LetterGiven): Found[] => {
  const lacks = (value: string | undefined) => !value?.trim();
  return [
    ...(lacks(author?.givenName) || lacks(author?.familyName) ? [{ code: 'author-missing' as const }] : []),
    ...(author && lacks(author.title) ? [{ code: 'author-title-missing' as const }] : []),
    ...(lacks(department?.phone) ? [{ code: 'department-phone-missing' as const }] : []),
    ...(lacks(department?.postalAddress) ? [{ code: 'department-address-missing' as const }] : []),
  ];
};

const documents = ({ text, slip }: LetterGiven): Found[] => [
  ...(/^\s*[-•–]\s+\S/m.test(text) || (slip?.documents.length ?? 0) > 0
    ? []
    : [{ code: 'documents-missing' as const }]),
  ...(writtenDay.test(text) || slip?.until ? [] : [{ code: 'documents-delay-missing' as const }]),
];

/** A letter never goes to somebody else than the person of the request. */
const addressee = ({ recipient }: LetterGiven, { citizenName }: LetterFacts): Found[] => {
  const [first] = recipient;
  if (!first || !citizenName) return [];
  const known = new Set(
    plain(citizenName)
      .split(' ')
      .filter((word) => word.length > 1),
  );
  const isSame =
    known.size === 0 ||
    recipient.slice(0, 2).some((line) =>
      plain(line)
        .split(' ')
        .some((word) => known.has(word)),
    );
  return isSame ? [] : [{ code: 'name-differs', place: first }];
};

const address = (lines: readonly string[]): Found[] => {
  if (lines.length === 0) return [{ code: 'recipient-missing' }];
  const long = lines.find((line) => line.length > longestLine);
  if (long) return [{ code: 'address-does-not-fit', place: long }];
  if (lines.length > mostLines)
    return [{ code: 'address-does-not-fit', place: lines.slice(mostLines).join(', ') }];
  const last = lines.at(-1) ?? '';
  return town.test(last) ? [] : [{ code: 'address-does-not-fit', place: last }];
};
