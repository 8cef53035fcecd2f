import type { Procedure } from '../procedures/procedure.ts';
import type { KnownProcedure } from './routing/classify.ts';

type Table = {
  list(): Promise<{ id: string }[]>;
  read(id: string): Promise<Procedure | null>;
};

/** Procedures as routing sees them, read once: those of an authority change rarely, its functions restart often. */
export const knownProcedures = (table: Table): (() => Promise<KnownProcedure[]>) => {
  let known: Promise<KnownProcedure[]> | undefined;
  const load = async () => {
    const cards = await table.list();
    const procedures = await Promise.all(cards.map(({ id }) => table.read(id)));
    return procedures.flatMap((procedure) =>
      procedure
        ? [
            {
              id: procedure.id,
              department: procedure.department,
              title: procedure.title,
              keywords: procedure.keywords,
            },
          ]
        : [],
    );
  };
  return () => {
    known ??= load().catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
};
