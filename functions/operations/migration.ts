/** An item as the table holds it. */
export type Item = Record<string, unknown> & { pk: string; sk: string };

/**
 * A change of what is already kept, in three deployments, none of which stops anybody:
 * 1. expand: the code reads both shapes and writes the new one;
 * 2. this: items of the old shape are changed, page by page, each only if nobody changed it meanwhile;
 * 3. contract: once a dry run finds none of the old shape, the code forgets it.
 * Going back one deployment is possible at any moment, since the code before reads both shapes as well.
 */
export type Migration = {
  /** Kebab-case, never used twice. */
  readonly id: string;
  readonly table: 'requests' | 'settings';
  readonly why: string;
  /** Path of the number that every writer of these items counts up: what changed meanwhile is left to the next run. */
  readonly version: readonly string[];
  /** The item in the new shape; `null` when it is not concerned, or has it already. */
  change(item: Item): Item | null;
};

/** What one page of a run did. `overtaken`: changed by somebody between reading and writing, looked at again next time. */
export type Counted = { seen: number; old: number; changed: number; overtaken: number };
export const none: Counted = { seen: 0, old: 0, changed: 0, overtaken: 0 };

export type Page = { items: Item[]; next: Record<string, string> | null };
export type Deps = {
  page(table: Migration['table'], after: Record<string, string> | null): Promise<Page>;
  /** False when the version is no longer what it was. */
  replace(table: Migration['table'], item: Item, path: readonly string[], version: unknown): Promise<boolean>;
};

const at = (item: Item, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], item);

/** One page of a migration; without `apply` it only counts. */
export const migratePage =
  (deps: Deps) =>
  async (
    migration: Migration,
    { apply, after, counted }: { apply: boolean; after: Record<string, string> | null; counted: Counted },
  ): Promise<{ counted: Counted; after: Record<string, string> | null }> => {
    const { items, next } = await deps.page(migration.table, after);
    const total = { ...counted, seen: counted.seen + items.length };
    for (const item of items) {
      const changed = migration.change(item);
      if (!changed) continue;
      total.old += 1;
      if (!apply) continue;
      const isDone = await deps.replace(
        migration.table,
        changed,
        migration.version,
        at(item, migration.version),
      );
      if (isDone) total.changed += 1;
      else total.overtaken += 1;
    }
    return { counted: total, after: next };
  };
