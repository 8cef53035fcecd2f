import { contentProblems } from './check-content.ts';
import { decisionProblems } from './check-decision.ts';
import type { LetterFacts, LetterGiven } from './letter.ts';
import { checkMessages } from './messages/check-fr.ts';
import { readability, styleAdvice } from './plain-language.ts';

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
  advice: LetterProblem[];
  /** 0 to 100: 60 reads well. */
  readability: number;
};
export type Found = { code: LetterProblemCode; place?: string; instead?: string | null };

/** What the law says of each, for the agent who wants to know why. */
const articles: Partial<Record<LetterProblemCode, string>> = {
  'author-missing': 'CRPA L111-2',
  'author-title-missing': 'CRPA L111-2',
  'department-phone-missing': 'CRPA R112-5',
  'department-address-missing': 'CRPA L111-2',
  'signature-missing': 'CRPA L212-1',
  'unsigned-not-allowed': 'CRPA L212-2',
  'law-missing': 'CRPA L211-5',
  'facts-missing': 'CRPA L211-5',
  'remedies-missing': 'CJA R421-5',
  'court-address-missing': 'CJA R421-5',
  'algorithm-notice-missing': 'CRPA L311-3-1',
  'name-differs': 'CRPA L111-3',
  'documents-missing': 'CRPA L114-5',
  'documents-delay-missing': 'CRPA L114-5',
};
const hard = 40;

/**
 * What keeps a letter from leaving (`blocking`), and what would make it better (`advice`, which style alone never goes
 * beyond). Asked before each visa; the drawing shows what was checked and nothing else.
 */
export const checkLetter = (letter: LetterGiven, facts: LetterFacts): LetterCheck => {
  const problem = ({ code, place = '', instead }: Found): LetterProblem => ({
    code,
    message: checkMessages[code](place, instead),
    article: articles[code] ?? null,
    place: place || null,
  });
  const { blocking, advice } = contentProblems(letter, facts);
  const score = readability(letter.text);
  const reading: Found[] = [
    ...styleAdvice(letter.text),
    ...(score < hard ? [{ code: 'hard-to-read' as const, place: String(score) }] : []),
  ];
  return {
    blocking: [...blocking, ...decisionProblems(letter, facts)].map(problem),
    advice: [...advice, ...reading].map(problem),
    readability: score,
  };
};
