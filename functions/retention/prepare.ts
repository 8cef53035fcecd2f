import type { Procedure } from '../procedures/procedure.ts';
import { mostOfSlip, type Slip } from './slip.ts';
import { cutoffOf, ruleOf } from './usual.ts';

export type Ended = { reference: string; closedAt: string; department: string | null };
export type PrepareDeps = {
  procedures(): Promise<readonly Procedure[]>;
  /** Requests of a procedure that were over before an instant, the oldest first; `most` at most. */
  ended(procedure: string | null, before: string, most: number): Promise<Ended[]>;
  /** Slips of a procedure that are not over, and those refused within a year. */
  standing(): Promise<Slip[]>;
  /** False when it was written already. */
  add(slip: Slip): Promise<boolean>;
  tell(slip: Slip): Promise<void>;
  today(): Promise<string>;
  now(): string;
};

const none = '-';
const year = 12;

/**
 * Writes a slip for each procedure and department of which requests were kept long enough, and tells the head of department and
 * the archives. What stands on an open slip is not proposed twice; what was refused is asked again after a year.
 */
export const prepareSlips = (deps: PrepareDeps) => async (): Promise<Slip[]> => {
  const today = await deps.today();
  const standing = await deps.standing();
  const spared = cutoffOf(today, year);
  const isTaken = (procedure: string | null, department: string | null) =>
    standing.some(
      (slip) =>
        slip.procedure === procedure &&
        slip.department === department &&
        (slip.state !== 'refused' || (slip.refused?.at ?? '') > spared),
    );
  const made: Slip[] = [];
  for (const procedure of [null, ...(await deps.procedures())]) {
    const rule = ruleOf(procedure);
    const cutoff = cutoffOf(today, rule.months);
    const id = procedure?.id ?? null;
    const found = await deps.ended(id, cutoff, mostOfSlip);
    for (const [department, some] of Map.groupBy(found, (one) => one.department)) {
      if (isTaken(id, department)) continue;
      const slip: Slip = {
        id: [id ?? none, department ?? none, today].join('.'),
        ...{ procedure: id, department, title: procedure?.title ?? null, rule, cutoff },
        references: some.map(({ reference }) => reference),
        oldest: some[0]?.closedAt ?? cutoff,
        newest: some.at(-1)?.closedAt ?? cutoff,
        ...{ state: 'proposed', version: 1, preparedAt: deps.now() },
        ...{ head: null, archives: null, refused: null, keep: [], tried: null },
        ...{ done: 0, erased: 0, finishedAt: null },
      };
      if (!(await deps.add(slip))) continue;
      await deps.tell(slip);
      made.push(slip);
    }
  }
  return made;
};
