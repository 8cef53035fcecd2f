import { Refusal } from '../shared/refusal.ts';
import type { ProcedureProblem } from './agent-api.ts';
import { checkProcedure, isError } from './checks/check.ts';
import type { Known } from './checks/finding.ts';
import type { DraftTable } from './draft-table.adapter.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureTable } from './procedure-table.adapter.ts';

export type ImportDeps = {
  publish: ProcedureTable['publish'];
  drafts: Pick<DraftTable, 'draft' | 'save'>;
  known(): Promise<Known>;
  now(): string;
};
export type Imported = { id: string; revision: number; problems: ProcedureProblem[] };

/** The refusal that a document meets: every error with its place, its sentence and its remedy. */
export const refusalOf = (problems: readonly ProcedureProblem[]): Refusal =>
  new Refusal(
    'invalid-input',
    problems
      .filter(isError)
      .slice(0, 100)
      .map(({ path, code, place, message, remedy }) => ({ field: path, code, place, message, remedy })),
  );

/** The procedure that a document is, ready to be published, with advice; refuses `invalid-input` with its errors. */
export function publishable(
  document: unknown,
  known: Known,
): { procedure: Omit<Procedure, 'revision'>; problems: ProcedureProblem[] } {
  const { procedure, problems } = checkProcedure(document, known);
  if (!procedure || problems.some(isError)) throw refusalOf(problems);
  const { revision: _, ...content } = procedure;
  return { procedure: content, problems };
}

/**
 * Publishes a procedure document as the next revision. Refuses `invalid-input` with every error, its place and its remedy,
 * and `conflict` when somebody else publishes at the same time.
 */
export const importing =
  ({ publish, known, now }: Pick<ImportDeps, 'publish' | 'known' | 'now'>) =>
  async (document: unknown, by: string): Promise<Imported> => {
    const { procedure, problems } = publishable(document, await known());
    return { id: procedure.id, revision: await publish({ procedure, by, at: now() }), problems };
  };

/** Keeps an imported document as a draft, over the draft that is there; it only needs an id. */
export const importingDraft =
  ({ drafts, known, now }: Pick<ImportDeps, 'drafts' | 'known' | 'now'>) =>
  async (document: unknown, by: string): Promise<Imported> => {
    const { problems } = checkProcedure(document, await known());
    const id = idIn(document);
    if (!id) throw refusalOf(problems);
    const before = await drafts.draft(id);
    const whole = document as Record<string, unknown>;
    await drafts.save({ id, document: whole, version: before?.version ?? 0, by, at: now() });
    return { id, revision: 0, problems };
  };

export const isProcedureId = (id: unknown): id is string =>
  typeof id === 'string' && /^[a-z][a-z0-9-]*$/.test(id) && id.length <= 80;

const idIn = (document: unknown): string | null => {
  const id = typeof document === 'object' && document !== null ? (document as { id?: unknown }).id : null;
  return isProcedureId(id) ? id : null;
};
