import { describe, expect, it } from 'vitest';
import {
  type Lesson,
  type Message,
  type Row,
  teach,
} from '../../../functions/qualification/learning/teach.ts';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import { type Classifier, learn } from '../../../functions/qualification/routing/learn.ts';
import { corpus, lexicon } from '../../../infra/train.ts';
import { type Letter, mealLetters } from '../../bench/understanding/habit-letters.ts';

/** Five departments and one hand: enough for a habit, and quick to learn (`npm run bench:understanding -- habit` is the whole). */
const few = ['education', 'finances', 'voirie', 'logement', 'etat-civil'];
const rows = (corpus(['further-1']) as Row[]).filter(({ service }) => few.includes(service));
const words = Object.fromEntries(Object.entries(lexicon()).filter(([code]) => few.includes(code)));
const answer = (classifier: Classifier, message: Message) =>
  classify(classifier, message, { threshold: 0.9 });
const lessons: Lesson[] = mealLetters('taught', 48, 5).map((letter, i) => ({
  ...{ ...letter, department: 'finances', proposed: 'education', contactId: `c-${i}` },
  at: new Date(Date.UTC(2026, 8, 1) + i * 3_600_000).toISOString(),
}));
const share = (classifier: Classifier, letters: Letter[], department: string): number =>
  letters.filter((letter) => answer(classifier, letter).department === department).length / letters.length;

describe('a town sends the bills of school meals to its finances', () => {
  it('is followed after one night, and what stays with the schools stays', {
    tags: 'more',
    timeout: 120_000,
  }, () => {
    const present = learn(rows, words);
    const given = {
      corpus: rows,
      lexicon: words,
      present,
      shipped: present,
      readUntil: null,
      freshAfter: null,
      answer,
    };
    const { verdict, next, readUntil, trial } = teach({ ...given, lessons, mustForget: false });
    expect(verdict).toBe('published');
    expect(trial.held.next.right).toBeGreaterThan(trial.held.present.right);
    expect(readUntil).toBe(lessons.at(-1)?.at);
    expect(share(next as Classifier, mealLetters('held', 24, 6), 'finances')).toBeGreaterThanOrEqual(0.9);
    // So few texts about schools hold less than the whole corpus does, where it is 95 %.
    expect(share(next as Classifier, mealLetters('staying', 30, 7), 'education')).toBeGreaterThanOrEqual(0.7);

    const again = teach({ ...given, lessons, freshAfter: readUntil, mustForget: false });
    expect(again).toMatchObject({ verdict: 'too-few', next: null });
  });
});
