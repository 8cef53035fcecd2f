import type * as z from 'zod';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import { wrongNames } from './names.ts';
import type { ProcedureTable } from './procedure-table.adapter.ts';
import type { importProcedure } from './public-api.ts';

export type ImportDeps = {
  publish: ProcedureTable['publish'];
  authority(): Promise<Pick<Authority, 'departments'>>;
  letters(): Promise<readonly { id: string }[]>;
  now(): string;
};
type Document = z.output<(typeof importProcedure)['body']>;

/**
 * Publishes a procedure document as the next revision. Refuses `invalid-input` with every name in it that does not exist,
 * and `conflict` when somebody else publishes at the same time.
 */
export const importing =
  ({ publish, authority, letters, now }: ImportDeps) =>
  async (document: Document, by: string): Promise<{ id: string; revision: number }> => {
    const { revision: _, ...procedure } = document;
    const [{ departments }, known] = await Promise.all([authority(), letters()]);
    const problems = wrongNames(
      { ...procedure, revision: 1 },
      { departments: departments.map(({ code }) => code), letters: known.map(({ id }) => id) },
    );
    if (problems.length > 0) throw new Refusal('invalid-input', problems);
    return { id: procedure.id, revision: await publish({ procedure, by, at: now() }) };
  };
