import { type Series, type SeriesDeps, seriesOf } from './series.ts';
import { mostOfSlip, type Slip } from './slip.ts';
import { cutoffOf } from './usual.ts';

export type PrepareDeps = SeriesDeps & {
  /** Slips that are not over, and those refused within a year. */
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
 * Writes a slip for each procedure and department of which requests were kept long enough, and for contacts that were set
 * aside as long ago, and tells the head of department and the archives. What stands on an open slip is not proposed twice; what was refused is asked again after a year.
 */
export const prepareSlips = (deps: PrepareDeps) => async (): Promise<Slip[]> => {
  const today = await deps.today();
  const standing = await deps.standing();
  const spared = cutoffOf(today, year);
  const isTaken = ({ of, procedure }: Series, department: string | null) =>
    standing.some(
      (slip) =>
        slip.of === of &&
        slip.procedure === procedure &&
        slip.department === department &&
        (slip.state !== 'refused' || (slip.refused?.at ?? '') > spared),
    );
  const made: Slip[] = [];
  for (const series of await seriesOf(deps)) {
    const { of, procedure, title, rule } = series;
    const cutoff = cutoffOf(today, rule.months);
    const found = await series.due(cutoff, mostOfSlip);
    for (const [department, some] of Map.groupBy(found, (one) => one.department)) {
      if (isTaken(series, department)) continue;
      const slip: Slip = {
        id: [procedure ?? (of ? `${none}${of}` : none), department ?? none, today].join('.'),
        ...(of && { of }),
        ...{ procedure, department, title, rule, cutoff },
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
