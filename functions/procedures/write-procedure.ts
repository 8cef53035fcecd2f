import { Refusal } from '../shared/refusal.ts';
import type { ProcedureDocument, ProcedureProblem } from './agent-api.ts';
import { checkProcedure, sentenceOf } from './checks/check.ts';
import { found, type Known } from './checks/finding.ts';
import { placeOf } from './checks/place.ts';
import type { DraftTable } from './draft-table.adapter.ts';
import { isProcedureId, publishable, refusalOf } from './import-procedure.ts';
import type { ProcedureTable } from './procedure-table.adapter.ts';

export type WriteDeps = {
  procedures: Pick<ProcedureTable, 'publish' | 'current'>;
  drafts: DraftTable;
  known(): Promise<Known>;
  now(): string;
};
type Saved = { version: number; problems: ProcedureProblem[] };

/** What writers of procedures do; each refuses `not-found` for a procedure or a draft that is not there. */
export const writing = ({ procedures, drafts, known, now }: WriteDeps) => ({
  async validate(document: unknown): Promise<ProcedureProblem[]> {
    return checkProcedure(document, await known()).problems;
  },

  /** Keeps the draft as it is, under the id of its address; refuses `conflict` when another version was saved meanwhile. */
  async save(id: string, document: ProcedureDocument, version: number, by: string): Promise<Saved> {
    if (!isProcedureId(id)) throw refusalOf([idProblem(document, id, 'bad-format')]);
    const whole = { ...document, id };
    const origin = (await drafts.draft(id)) ?? (await procedures.current(id));
    const catalogue = origin?.catalogue;
    const saved = await drafts.save({ id, document: whole, version, by, at: now(), catalogue });
    return { version: saved, problems: checkProcedure(whole, await known()).problems };
  },

  async discard(id: string): Promise<void> {
    if (!(await drafts.draft(id))) throw new Refusal('not-found');
    await drafts.discard(id, (await procedures.current(id)) !== undefined);
  },

  /** The draft becomes the next revision; refuses `invalid-input` with its errors, `conflict` when it is no longer that version. */
  async publish(id: string, version: number, by: string): Promise<{ revision: number }> {
    const draft = await drafts.draft(id);
    if (!draft) throw new Refusal('not-found');
    if (draft.version !== version) throw new Refusal('conflict');
    const { procedure } = publishable(JSON.parse(draft.text), await known());
    if (procedure.id !== id) throw refusalOf([idProblem(procedure, id, 'id-differs')]);
    const { catalogue } = draft;
    return { revision: await procedures.publish({ procedure, by, at: now(), catalogue, draft: version }) };
  },

  async archive(id: string, by: string): Promise<void> {
    if (!(await procedures.current(id))) throw new Refusal('not-found');
    await drafts.archive(id, { by, at: now() });
  },

  async restore(id: string): Promise<void> {
    if (!(await procedures.current(id))) throw new Refusal('not-found');
    await drafts.archive(id, null);
  },
});

function idProblem(document: unknown, id: string, code: string): ProcedureProblem {
  const finding = found(['id'], code, { name: id, key: 'id' });
  return { level: 'error', path: 'id', code, ...placeOf(document, ['id']), ...sentenceOf(finding) };
}
