import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from '../../support/random.ts';

type Texts = Record<
  | 'openings'
  | 'closings'
  | 'children'
  | 'schools'
  | 'months'
  | 'amounts'
  | 'subjects'
  | 'taught'
  | 'held'
  | 'staying',
  string[]
>;
const texts: Texts = JSON.parse(readFileSync(join(import.meta.dirname, 'habit-texts.json'), 'utf8'));

export type Letter = { subject: string; text: string; channel: string };
type Kind = 'taught' | 'held' | 'staying';

/** Invented letters about school meals: bills to learn from, other bills in other words, and what stays with the schools. */
export const mealLetters = (kind: Kind, count: number, seed: number): Letter[] => {
  const { pick } = randomOf(seed);
  return Array.from({ length: count }, (_, i) => {
    const body = (texts[kind][i % texts[kind].length] ?? '')
      .replace(/\{month\}/g, () => pick(texts.months))
      .replace(/\{amount\}/g, () => pick(texts.amounts))
      .replace(/\{child\}/g, () => pick(texts.children))
      .replace(/\{school\}/g, () => pick(texts.schools));
    const subject =
      kind === 'staying' ? pick(['cantine', '', 'question cantine', 'école']) : pick(texts.subjects);
    return {
      subject,
      text: [pick(texts.openings), '', body, pick(texts.closings)].join('\n'),
      channel: 'mail',
    };
  });
};
