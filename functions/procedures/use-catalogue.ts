import type { ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { ProcedureDocument, ProcedureProblem } from './agent-api.ts';
import { adopted, compared, type Shared, updated } from './catalogue.ts';
import type { listProcedureCatalogue, readOverlay } from './catalogue-api.ts';
import type { CatalogueTable } from './catalogue-table.adapter.ts';
import { checkProcedure } from './checks/check.ts';
import type { Known } from './checks/finding.ts';
import type { DraftTable } from './draft-table.adapter.ts';
import { isProcedureId } from './import-procedure.ts';
import type { Origin } from './procedure-items.ts';
import type { ProcedureTable } from './procedure-table.adapter.ts';

export type CatalogueDeps = {
  catalogue: Pick<CatalogueTable, 'list' | 'read'>;
  drafts: Pick<DraftTable, 'lines' | 'line' | 'draft' | 'save'>;
  procedures: Pick<ProcedureTable, 'current'>;
  known(): Promise<Known>;
  now(): string;
};
type Saved = { id: string; version: number; problems: ProcedureProblem[] };
type Local = { origin: Origin; document: ProcedureDocument; version: number };

/** The catalogue that authorities share, and what each changes over it. */
export const usingCatalogue = ({ catalogue, drafts, procedures, known, now }: CatalogueDeps) => {
  /** The local document with the shared revision it came from: the draft's, else the published one's. */
  const localOf = async (id: string): Promise<Local> => {
    const draft = await drafts.draft(id);
    const current = await procedures.current(id);
    const origin = draft?.catalogue ?? current?.catalogue ?? (await drafts.line(id))?.catalogue;
    const document = draft ? JSON.parse(draft.text) : current?.procedure;
    if (!origin || !document) throw new Refusal('not-found');
    return { origin, document: document as ProcedureDocument, version: draft?.version ?? 0 };
  };
  const shared = async (id: string, revision?: number): Promise<Shared> => {
    const found = await catalogue.read(id, revision);
    if (!found) throw new Refusal('not-found');
    return found;
  };

  return {
    async list(): Promise<ReplyOf<typeof listProcedureCatalogue>> {
      const [cards, lines] = await Promise.all([catalogue.list(), drafts.lines()]);
      return {
        procedures: cards.map((card) => ({
          ...card,
          adoptedAs: lines.filter((line) => line.catalogue?.id === card.id).map(({ sk }) => sk),
        })),
      };
    },

    /** Refuses `not-found`, and `conflict` when the id is taken here. */
    async adopt(
      id: string,
      { id: asked, department }: { id?: string; department?: string },
      by: string,
    ): Promise<Saved> {
      const procedure = await shared(id);
      const local = asked ?? id;
      if (!isProcedureId(local)) throw new Refusal('invalid-input', [{ field: 'id', code: 'invalid' }]);
      if (await drafts.line(local)) throw new Refusal('conflict', [{ field: 'id', code: 'taken' }]);
      const document = adopted(procedure, local, department);
      const origin = { id, revision: procedure.revision };
      const version = await drafts.save({
        ...{ id: local, document, version: 0, by },
        at: now(),
        catalogue: origin,
      });
      return { id: local, version, problems: checkProcedure(document, await known()).problems };
    },

    async overlay(id: string): Promise<ReplyOf<typeof readOverlay>> {
      const { origin, document } = await localOf(id);
      const [base, newest] = await Promise.all([shared(origin.id, origin.revision), shared(origin.id)]);
      return { catalogue: origin, newest: newest.revision, ...compared(base, newest, document) };
    },

    /** Saves the newest shared revision under the overlay as a draft; refuses `conflict` as saving does. */
    async update(id: string, version: number, theirs: readonly string[], by: string): Promise<Saved> {
      const local = await localOf(id);
      if (local.version !== version) throw new Refusal('conflict');
      const { origin, document } = local;
      const [base, newest] = await Promise.all([shared(origin.id, origin.revision), shared(origin.id)]);
      const next = updated(base, newest, document, theirs);
      const saved = await drafts.save({
        ...{ id, document: next, version, by },
        at: now(),
        catalogue: { id: origin.id, revision: newest.revision },
      });
      return { id, version: saved, problems: checkProcedure(next, await known()).problems };
    },
  };
};
