import type { Procedure } from '../procedures/procedure.ts';
import type { KnownProcedure } from './routing/classify.ts';

/** Pages that ask who one is are the same in every form. */
const aboutOneself = ['given-name', 'family-name', 'email', 'phone', 'address'];

/** What routing knows of a procedure: the words its authority uses for it, and who instructs it where. */
export const knownProcedure = (procedure: Procedure): KnownProcedure => ({
  id: procedure.id,
  department: procedure.department,
  title: procedure.title,
  keywords: procedure.keywords,
  summary: procedure.summary,
  documents: procedure.documents.map(({ label }) => label),
  questions: procedure.steps
    .filter(({ fields }) => !fields.every(({ type }) => aboutOneself.includes(type)))
    .flatMap(({ title, fields }) => [
      title,
      ...fields.flatMap((field) => [
        field.label,
        ...('options' in field ? field.options.map(({ label }) => label) : []),
      ]),
    ]),
  elsewhere: procedure.departmentByCommune,
});

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
    return procedures.flatMap((procedure) => (procedure ? [knownProcedure(procedure)] : []));
  };
  return () => {
    known ??= load().catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
};
