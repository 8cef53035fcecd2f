import type { LetterFacts, LetterGiven } from './letter.ts';

export const letterProblemCodes = [
  'author-missing',
  'author-title-missing',
  'department-phone-missing',
  'department-address-missing',
  'signature-missing',
  'unsigned-not-allowed',
  'law-missing',
  'facts-missing',
  'remedies-missing',
  'court-address-missing',
  'algorithm-notice-missing',
  'field-left',
  'social-security-number',
  'recipient-missing',
  'name-differs',
  'address-does-not-fit',
  'empty-text',
  'documents-missing',
  'documents-delay-missing',
  'long-sentence',
  'long-words',
  'jargon',
  'passive',
  'hard-to-read',
] as const;
export type LetterProblemCode = (typeof letterProblemCodes)[number];

/** `message` says what is wrong and what to do, in French; `place` is the words concerned. */
export type LetterProblem = {
  code: LetterProblemCode;
  message: string;
  article: string | null;
  place: string | null;
};
export type LetterCheck = {
  blocking: LetterProblem[];
  advice: LetterProblem[] /** 0 to 100, 60 reads well. */;
  readability: number;
};

/** What keeps a letter from leaving, and what would make it better. Pure; asked before each visa. */
export const checkLetter = (_letter: LetterGiven, _facts: LetterFacts): LetterCheck => ({
  blocking: [],
  advice: [],
  readability: 100,
});
