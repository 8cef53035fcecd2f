import { find } from '../../../functions/search/find.ts';
import { indexTable } from '../../../functions/search/index-table.adapter.ts';
import { understand } from '../../../functions/search/typed.ts';
import type { Metered } from './metered.ts';
import type { Question } from './questions.ts';

export type Measured = {
  way: string;
  ms: number;
  units: number;
  calls: number;
  /** Place of the first right answer among those of its kind, from 1; 0 when there is none among ten. */
  place: number;
  q: string;
};

/** Asks one question after the other, as an agent does. */
export async function measure(
  { db, units, calls }: Metered,
  table: string,
  questions: readonly Question[],
): Promise<Measured[]> {
  const search = find(indexTable(db, table));
  const measured: Measured[] = [];
  for (const { way, q, isRight } of questions) {
    const [unitsBefore, callsBefore, started] = [units(), calls(), performance.now()];
    const found = await search(understand(q, { prefix: 'VC', year: 2026 }), ['person', 'request'], 10);
    const ms = performance.now() - started;
    const places = (['person', 'request'] as const).map((kind) => {
      const first = found
        .filter((one) => one.kind === kind)
        .slice(0, 10)
        .findIndex(isRight);
      return first + 1;
    });
    const right = places.filter((place) => place > 0);
    measured.push({
      ...{ way, q, ms, units: units() - unitsBefore, calls: calls() - callsBefore },
      place: right.length > 0 ? Math.min(...right) : 0,
    });
  }
  return measured;
}

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;
