/**
 * Where letters part without sheets, on the published set: sixty invented letters of one to four pages in six piles
 * (letters/*.txt), drawn, degraded as an office scanner does and worse, and read by the product's own chain. The weights were
 * fitted on other letters (splitting-training.ts); these judge and taught nothing but the wording of patterns. What was
 * read is kept (letters/*.json) for the unit test; a whole run reads the piles anew.
 */
import { openEngine } from '../../../functions/documents/reading/engine.adapter.ts';
import { judge, labelledOf } from './splitting-judge.ts';
import { readPiles } from './splitting-piles.ts';
import { type KeptPile, keptPiles } from './splitting-readings.ts';
import { readPile } from './splitting-record.ts';

async function readAnew(): Promise<KeptPile[]> {
  const engine = openEngine({ workers: 1 });
  const piles: KeptPile[] = [];
  for (const [index, pile] of readPiles().entries())
    piles.push({ ...pile, pages: await readPile(pile, 900 + index, engine) });
  await engine.close();
  return piles;
}

export async function splitting(isQuick = false): Promise<{ lines: string[]; failures: string[] }> {
  const judged = (isQuick ? keptPiles() : await readAnew()).map((pile) => ({
    pile,
    ...judge(labelledOf(pile)),
  }));
  const sum = (count: (one: (typeof judged)[number]) => number) =>
    judged.reduce((total, one) => total + count(one), 0);
  const places = sum((one) => one.boundaries);
  const leaning = sum(
    (one) => one.doubtful.filter(({ boundary, isCut }) => (boundary.leans === 'cut') === isCut).length,
  );
  const right = sum((one) => one.right);
  const share = (right + leaning) / places;
  const wrong = judged.flatMap(({ pile, wrong: list }) =>
    list.map(({ page, boundary }) => `${pile.name}, before page ${page}: ${boundary.reasons.join(', ')}`),
  );
  return {
    lines: [
      `places between pages: ${places} in ${judged.length} piles of sixty letters`,
      `decided: ${right} right, ${wrong.length} wrong; asked of a person: ${sum((one) => one.doubts)}, of which ${leaning} lean right`,
      `right, the doubtful ones marked: ${(share * 100).toFixed(0)} % (gate 90 %)`,
    ],
    failures: [...(share < 0.9 ? ['too many places wrong'] : []), ...wrong.map((one) => `unmarked: ${one}`)],
  };
}

if (import.meta.main) {
  const { lines, failures } = await splitting(process.argv.includes('--quick'));
  console.log([...lines, ...failures].join('\n'));
}
