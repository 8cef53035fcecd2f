import { placeOf } from '../../../functions/procedures/checks/place.ts';
import { changesBetween, type Json } from '../../../functions/procedures/overlay.ts';
import { changes as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import type { Change } from '../data/procedures-api.ts';

/** What differs between two documents, each place in words. */
export function changesOf(before: unknown, after: unknown): Change[] {
  return changesBetween(before as Json, after as Json)
    .filter(({ path }) => path !== 'revision')
    .map(({ path, kind, at, before: old, after: next }) => ({
      path,
      kind,
      before: old,
      after: next,
      place: placeOf(kind === 'removed' ? before : after, at).place,
    }));
}

/** Changes one under the other: where, then what it was and what it is. */
export const ChangeList = ({ changes }: { changes: readonly Change[] }) => (
  <ul class="changes">
    {changes.map((change) => (
      <li key={`${change.kind}-${change.path}`}>
        <strong>{change.place}</strong>
        <span class="change-words">{said(change)}</span>
      </li>
    ))}
  </ul>
);

function said({ kind, before, after }: Change): string {
  if (kind === 'added') return t.added(short(after));
  if (kind === 'removed') return t.removed(short(before));
  return t.changed(short(before), short(after));
}
function short(value: unknown): string {
  if (value === null || value === undefined) return t.nothing;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  const words = typeof value === 'object' ? nameIn(value) : String(value);
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}
function nameIn(value: object): string {
  const { title, label, name, because } = value as Record<string, unknown>;
  const words = title ?? label ?? because ?? name;
  return typeof words === 'string' ? words : JSON.stringify(value);
}
