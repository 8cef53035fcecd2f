import { seasonOf } from '../procedures/periods.ts';
import type { Procedure } from '../procedures/procedure.ts';

type Deps = {
  list(): Promise<readonly { id: string }[]>;
  read(id: string): Promise<Procedure | null>;
  /** Milliseconds, for how long what was read is kept. */
  clock(): number;
};
const keptMs = 10 * 60_000;

/** Procedures that ask for documents in some seasons only; they change rarely, and are read once for many calls. */
export const seasonalProcedures = ({ list, read, clock }: Deps): (() => Promise<readonly Procedure[]>) => {
  let kept: { procedures: Promise<readonly Procedure[]>; until: number } | undefined;
  const load = async () => {
    const all = await Promise.all((await list()).map(({ id }) => read(id)));
    return all.filter(
      (one): one is Procedure => one !== null && seasonOf(one).open.length > 0 && one.documents.length > 0,
    );
  };
  return () => {
    if (kept && kept.until > clock()) return kept.procedures;
    const procedures = load();
    kept = { procedures, until: clock() + keptMs };
    procedures.catch(() => {
      kept = undefined;
    });
    return procedures;
  };
};
