import { Refusal } from '../shared/refusal.ts';
import { type Counted, mostAnHour } from './code.ts';
import type { CodeTable } from './code-table.adapter.ts';

/** Counted before anything is known: many at once are no more than one after the other. Refuses `too-many-requests`. */
export const countOrRefuse = async (
  { count }: Pick<CodeTable, 'count'>,
  asked: readonly (readonly [Counted, string])[],
): Promise<void> => {
  const counts = await Promise.all(
    asked.map(async ([kind, value]) => (await count(kind, value)) > mostAnHour[kind]),
  );
  if (counts.includes(true)) throw new Refusal('too-many-requests');
};
