import { jargon } from './messages/jargon-fr.ts';

export type StyleAdvice = {
  code: 'long-sentence' | 'long-words' | 'jargon' | 'passive';
  place: string;
  instead: string | null;
};

const longSentence = 30;
const longWord = 14;
const mostOfEach = 4;
const passive =
  /\b(?:est|sont|était|étaient|sera|seront|a été|ont été|avait été|soit|soient)\s+(\p{L}+(?:é|ée|és|ées|i|ie|is|ies|it|ite|u|ue|us|ues))\s+par\s/giu;

/** Sentences of a text; abbreviations of the law (`L. 212-8`, `art.`) do not end one. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/\b(?:[LRDM]|art|n|al|tél|cf)\.\s*/gi, (found) => found.replace('.', ''))
    .split(/(?<=[.!?;:])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => wordsOf(one).length > 0);
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** As French is spoken: groups of vowels, without the silent e at the end. */
const syllables = (word: string): number => {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const heard = plain.length > 3 ? plain.replace(/(?:e|es|ent)$/, '') : plain;
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 1);
};

/** 0 to 100 (Flesch, with the weights of Kandel and Moles for French); 60 reads well, under 40 is hard. */
export const readability = (text: string): number => {
  const sentences = sentencesOf(text);
  const words = wordsOf(text);
  if (words.length === 0) return 100;
  const heard = words.reduce((sum, word) => sum + syllables(word), 0);
  const score = 207 - 1.015 * (words.length / sentences.length) - 73.6 * (heard / words.length);
  return Math.round(Math.min(100, Math.max(0, score)));
};

/** What would read better: too long sentences, words of the office, passive turns, long words. A few of each. */
export const styleAdvice = (text: string): StyleAdvice[] => {
  const advice = (code: StyleAdvice['code'], places: [string, string | null][]): StyleAdvice[] =>
    places.slice(0, mostOfEach).map(([place, instead]) => ({ code, place, instead }));
  const long = sentencesOf(text).filter((one) => wordsOf(one).length > longSentence);
  const flat = text.toLowerCase().replaceAll('’', "'");
  const office = jargon.filter(([word]) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(flat));
  const turns = [...text.matchAll(passive)].map(([found]) => found.trim());
  const heavy = new Set(wordsOf(text).filter((word) => word.length > longWord && !word.includes('-')));
  return [
    ...advice(
      'long-sentence',
      long.map((one) => [`${one.slice(0, 60)}…`, null]),
    ),
    ...advice(
      'jargon',
      office.map(([word, instead]) => [word, instead]),
    ),
    ...advice(
      'passive',
      turns.map((turn) => [turn, null]),
    ),
    ...advice(
      'long-words',
      [...heavy].map((word) => [word, null]),
    ),
  ];
};
