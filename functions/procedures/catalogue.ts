import type { ProcedureDocument } from './agent-api.ts';
import { placeOf } from './checks/place.ts';
import { type Change, changesBetween, type Json, layOver, overlayOf, type Patch } from './overlay.ts';
import type { Procedure } from './procedure.ts';
import type { DocumentChange } from './revision-api.ts';

/** A procedure of the catalogue that authorities share, at one of its revisions. */
export type Shared = Procedure;
export type Conflict = {
  path: string;
  place: string;
  before: unknown;
  catalogue: unknown;
  local: unknown;
};

/** What both sides have of their own, and what says nothing of the content. */
const content = ({ id: _, revision: __, ...rest }: Record<string, unknown>): Json =>
  JSON.parse(JSON.stringify(rest)) as Json;

/** The local document that a shared one becomes: its own id, and the department that instructs here. */
export const adopted = (shared: Shared, id: string, department: string | undefined): ProcedureDocument => ({
  ...shared,
  id,
  revision: 1,
  department: department ?? shared.department,
});

/** Two documents compared, in the words of those who write them. */
export function changesOf(before: Record<string, unknown>, after: Record<string, unknown>): DocumentChange[] {
  return changesBetween(content(before), content(after)).map((change) => worded(change, before, after));
}
const worded = (
  { path, kind, at, before, after }: Change,
  one: Record<string, unknown>,
  other: Record<string, unknown>,
): DocumentChange => ({
  path,
  place: placeOf(kind === 'removed' ? one : other, at).place,
  kind,
  before,
  after,
});

/** What was changed here over the shared revision it came from, what the newest one changes, and where both did. */
export function compared(base: Shared, newest: Shared, local: ProcedureDocument) {
  const here = changesOf(base, local);
  const incoming = changesOf(base, newest);
  const conflicts = here.flatMap((change) =>
    incoming
      .filter((other) => isNear(change.path, other.path))
      .filter((other) => JSON.stringify(other.after) !== JSON.stringify(change.after))
      .map(
        (other): Conflict => ({
          path: change.path,
          place: change.place,
          before: change.before,
          catalogue: other.after,
          local: change.after,
        }),
      ),
  );
  const overlay = (overlayOf(content(base), content(local)) ?? {}) as Patch;
  return { overlay, local: here, incoming, conflicts };
}
const isNear = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** The newest shared revision under the local overlay. Paths of `theirs` are left to the catalogue. */
export function updated(
  base: Shared,
  newest: Shared,
  local: ProcedureDocument,
  theirs: readonly string[],
): ProcedureDocument {
  const overlay = theirs.reduce<Json>(
    (patch, path) => without(patch, path.split('.')),
    compared(base, newest, local).overlay,
  );
  const laid = layOver(content(newest), overlay) as ProcedureDocument;
  return { ...laid, id: local.id, revision: local.revision };
}

function without(patch: Json, [key = '', ...rest]: readonly string[]): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const { [key]: inner, ...others } = patch as Patch;
  if (inner === undefined) return patch;
  const isLeaf = rest.length === 0 || typeof inner !== 'object' || inner === null || Array.isArray(inner);
  return isLeaf ? others : { ...others, [key]: without(inner, rest) };
}
