import { describe, expect, it } from 'vitest';
import { splitPages } from '../../functions/documents/splitting/split.ts';
import { judge, labelledOf } from '../bench/paper/splitting-judge.ts';
import { keptPiles } from '../bench/paper/splitting-readings.ts';

const piles = keptPiles();
const judged = piles.map((pile) => judge(labelledOf(pile)));
const sum = (count: (one: (typeof judged)[number]) => number) =>
  judged.reduce((total, one) => total + count(one), 0);

describe('sixty letters in piles without sheets are found apart, as they were scanned and read', () => {
  it('takes each letter of one pile for a letter of its own or asks a person', () => {
    expect(piles.flatMap(({ letters }) => letters)).toHaveLength(60);
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  it('is right at nine places of ten and asks at few', () => {
    const leaning = (one: (typeof judged)[number]) =>
      one.doubtful.filter(({ boundary, isCut }) => (boundary.leans === 'cut') === isCut).length;
    const places = sum((one) => one.boundaries);
    expect(places).toBeGreaterThanOrEqual(100);
    expect(sum((one) => one.right + leaning(one)) / places).toBeGreaterThanOrEqual(0.9);
    expect(sum((one) => one.doubts) / places).toBeLessThanOrEqual(0.2);
  });

  it('leaves each letter of up to four pages whole when it is alone in its file, without asking', () => {
    const torn = piles.flatMap((pile) => {
      const { pages, letters } = labelledOf(pile);
      return pile.letters.filter((_, letter) => {
        const own = pages.filter((_page, index) => letters[index] === letter);
        // A letter enclosed in a letter may well be a second one.
        const begins = own.slice(1).some(({ traits }) => traits?.hasSalutation);
        const { documents, doubts } = splitPages(own);
        return !begins && (documents.length > 1 || doubts.length > 0);
      });
    });
    expect(torn).toEqual([]);
  });
});
