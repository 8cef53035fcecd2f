import type { Download } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { ManagedProcedure, ProcedureDocument, ProcedureProblem } from './agent-api.ts';
import { checkProcedure } from './checks/check.ts';
import type { Known } from './checks/finding.ts';
import type { DraftTable } from './draft-table.adapter.ts';
import { type Procedure, Procedure as Schema } from './procedure.ts';
import { managedOf } from './procedure-items.ts';
import type { ProcedureTable } from './procedure-table.adapter.ts';

export type ReadDeps = {
  procedures: Pick<ProcedureTable, 'current' | 'read'>;
  drafts: Pick<DraftTable, 'lines' | 'line' | 'draft' | 'revisions'>;
  /** Newest revision of each procedure of the shared catalogue. */
  newest(): Promise<ReadonlyMap<string, number>>;
  known(): Promise<Known>;
  compare(one: string, other: string): number;
};
type Worked = {
  procedure: ManagedProcedure;
  document: ProcedureDocument;
  isDraft: boolean;
  version: number;
  problems: ProcedureProblem[];
};

/** Kept documents come back in any order of keys: people read them in that of the schema. */
const inOrder = (procedure: Procedure): ProcedureDocument => {
  const parsed = Schema().safeParse(procedure);
  return (parsed.data ?? procedure) as ProcedureDocument;
};

/** What writers of procedures see. */
export const readingProcedures = (deps: ReadDeps) => {
  const { procedures, drafts, newest, known } = deps;

  /** The document of a revision, else the draft, else what is published; refuses `not-found`. */
  const documentOf = async (id: string, revision?: number) => {
    if (revision !== undefined) {
      const older = await procedures.read(id, revision);
      if (!older) throw new Refusal('not-found');
      return { document: inOrder(older), version: 0 };
    }
    const draft = await drafts.draft(id);
    if (draft) return { document: JSON.parse(draft.text) as ProcedureDocument, version: draft.version };
    const current = await procedures.current(id);
    if (!current) throw new Refusal('not-found');
    return { document: inOrder(current.procedure), version: 0 };
  };

  return {
    async list(): Promise<ManagedProcedure[]> {
      const [lines, revisions, { today }] = await Promise.all([drafts.lines(), newest(), known()]);
      return lines
        .map((line) => managedOf(line, today, revisions))
        .sort((one, other) => deps.compare(one.title, other.title));
    },

    async read(id: string, revision?: number): Promise<Worked> {
      const [line, revisions, around] = await Promise.all([drafts.line(id), newest(), known()]);
      if (!line) throw new Refusal('not-found');
      const { document, version } = await documentOf(id, revision);
      return {
        procedure: managedOf(line, around.today, revisions),
        document,
        isDraft: version > 0,
        version,
        problems: checkProcedure(document, around).problems,
      };
    },

    /** A file that another authority imports as it is. */
    async download(id: string, revision?: number): Promise<Download> {
      const { document } = await documentOf(id, revision);
      const bytes = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
      return { bytes, name: `${id}.json` };
    },

    revisions: (id: string) => drafts.revisions(id),
  };
};
