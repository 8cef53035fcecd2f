/** Where in a document: keys and indexes from its root. */
export type Path = readonly (string | number)[];
/** Something found in a document: where, a stable code, and what its sentences need. An advice does not keep from publishing. */
export type Finding = {
  path: Path;
  code: string;
  params?: Record<string, string | number>;
  level?: 'advice';
};

/** What exists around a procedure, in the authority that would publish it. */
export type Known = {
  readonly departments: readonly string[];
  readonly communes: readonly string[];
  readonly letters: readonly { readonly id: string; readonly outcome?: string | null }[];
  readonly agents: readonly {
    readonly login: string;
    readonly roles: readonly string[];
    readonly departments: readonly string[];
  }[];
  /** Calendar day of the authority. */
  readonly today: string;
};

export const found = (path: Path, code: string, params?: Finding['params']): Finding => ({
  path,
  code,
  ...(params && { params }),
});
export const advice = (path: Path, code: string, params?: Finding['params']): Finding => ({
  ...found(path, code, params),
  level: 'advice',
});

/** Names that stand twice, at their second place. */
export const repeated = (names: readonly (readonly [name: string, path: Path])[]): Finding[] =>
  names
    .filter(([name], index) => names.findIndex(([other]) => other === name) !== index)
    .map(([name, path]) => found(path, 'repeated', { name }));

/** A name that is not among those that exist, with the nearest of them. */
export const missing = (
  code: string,
  path: Path,
  name: string | undefined,
  names: readonly string[],
): Finding[] => {
  if (name === undefined || names.includes(name)) return [];
  const near = nearest(name, names);
  return [found(path, code, { name, ...(near && { near }), all: names.slice(0, 30).join(', ') })];
};

/** The name somebody probably meant: one letter away in a short one, up to three in a long one. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const most = name.length > 10 ? 3 : name.length > 6 ? 2 : 1;
  const swapped = names.find((other) => [...other].sort().join() === [...name].sort().join());
  if (swapped) return swapped;
  const ranked = names
    .map((other) => ({ other, away: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ away }) => away <= most)
    .sort((one, other) => one.away - other.away);
  return ranked[0]?.other;
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, char] of [...other].entries())
      next.push(
        Math.min(
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
          (row[index] ?? 0) + (letter === char ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
