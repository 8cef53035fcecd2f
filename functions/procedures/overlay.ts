import type { Path } from './checks/finding.ts';

/**
 * Two documents compared, and the local overlay over a shared one: a JSON merge patch (RFC 7396) in which a list of named
 * things (steps by id, questions by name, documents by code, options by value) is an object by that name, so that a small
 * change stays small. `$order` holds the names when their order changed.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Patch = { [key: string]: Json };
/** One thing that differs. `path` goes by names, `at` by indexes in the document that has it. */
export type Change = {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  at: Path;
  before: Json | null;
  after: Json | null;
};

type Bag = { readonly [key: string]: Json };
const order = '$order';
const isBag = (value: Json | undefined): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What names the elements of these lists; `null` when they are plain values. Empty lists follow the other one. */
function nameOf(...lists: readonly (readonly Json[])[]): string | null {
  const all = lists.flat();
  const keys = ['id', 'name', 'code', 'value'].filter((key) =>
    all.every((one) => isBag(one) && typeof one[key] === 'string'),
  );
  const unique = keys.find((key) =>
    lists.every((list) => new Set(list.map((one) => (one as Bag)[key])).size === list.length),
  );
  return all.length > 0 ? (unique ?? null) : null;
}
/** A list of named things as an object by name. */
const byName = (list: readonly Json[], key: string): Bag =>
  Object.fromEntries(list.map((one) => [String((one as Bag)[key]), one]));
const same = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return value.map((one) => sorted(one) ?? null);
  if (!isBag(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key]) ?? null]),
  );
};

/** What must be laid over `base` to have `local`; `undefined` when they are the same. */
export function overlayOf(base: Json, local: Json): Json | undefined {
  if (same(base, local)) return undefined;
  if (isBag(base) && isBag(local)) return between(base, local);
  if (!Array.isArray(base) || !Array.isArray(local)) return local;
  const key = nameOf(base, local);
  if (!key) return local;
  const patch = between(byName(base, key), byName(local, key));
  const names = (local as Bag[]).map((one) => String(one[key]));
  const expected = [
    ...(base as Bag[]).map((one) => String(one[key])).filter((name) => names.includes(name)),
    ...names.filter((name) => !(base as Bag[]).some((one) => one[key] === name)),
  ];
  return expected.join() === names.join() ? patch : { ...patch, [order]: names };
}

function between(base: Bag, local: Bag): Patch {
  const patch: Patch = {};
  for (const key of new Set([...Object.keys(base), ...Object.keys(local)])) {
    if (!Object.hasOwn(local, key)) patch[key] = null;
    else if (!Object.hasOwn(base, key)) patch[key] = local[key] as Json;
    else {
      const inner = overlayOf(base[key] as Json, local[key] as Json);
      if (inner !== undefined) patch[key] = inner;
    }
  }
  return patch;
}

/** The document under its overlay. What the overlay changes inside something that is gone stays gone. */
export function layOver(base: Json, patch: Json | undefined): Json {
  if (patch === undefined) return base;
  if (!isBag(patch)) return patch;
  if (Array.isArray(base)) return laidOnList(base, patch);
  const under = isBag(base) ? base : {};
  const entries = [...new Set([...Object.keys(under), ...Object.keys(patch)])].flatMap((key) => {
    if (!Object.hasOwn(patch, key)) return [[key, under[key] as Json] as const];
    const value = patch[key] as Json;
    if (value === null) return [];
    return [[key, Object.hasOwn(under, key) ? layOver(under[key] as Json, value) : value] as const];
  });
  return Object.fromEntries(entries);
}

function laidOnList(base: readonly Json[], { [order]: names, ...patch }: Patch): Json {
  const key = nameOf(base);
  const kept = base.flatMap((one) => {
    const name = key ? String((one as Bag)[key]) : '';
    if (!Object.hasOwn(patch, name)) return [one];
    return patch[name] === null ? [] : [layOver(one, patch[name])];
  });
  const known = new Set(key ? base.map((one) => String((one as Bag)[key])) : []);
  const added = Object.entries(patch).flatMap(([name, one]) =>
    !known.has(name) && isBag(one) && isWhole(one, name) ? [one] : [],
  );
  const all = [...kept, ...added];
  if (!Array.isArray(names)) return all;
  const rank = (one: Json): number => {
    const at = names.indexOf(nameIn(one));
    return at < 0 ? names.length : at;
  };
  return all.sort((one, other) => rank(one) - rank(other));
}
const nameIn = (one: Json): string =>
  isBag(one) ? String(one.id ?? one.name ?? one.code ?? one.value ?? '') : '';
const isWhole = (one: Bag, name: string): boolean =>
  ['id', 'name', 'code', 'value'].some((key) => one[key] === name);

/** Everything that differs between two documents, the deepest place of each. */
export function changesBetween(before: Json, after: Json): Change[] {
  return compare({ value: before, at: [] }, { value: after, at: [] }, []);
}
type Placed = { value: Json; at: Path };

function compare(before: Placed, after: Placed, names: readonly string[]): Change[] {
  if (same(before.value, after.value)) return [];
  const parts = pairs(before, after);
  if (!parts) {
    const { value, at } = after;
    return [{ path: names.join('.'), kind: 'changed', at, before: before.value, after: value }];
  }
  const changes = parts.flatMap(({ name, one, other }): Change[] => {
    const path = [...names, name];
    if (one && other) return compare(one, other, path);
    const { at } = (other ?? one) as Placed;
    const kind = other ? 'added' : 'removed';
    return [{ path: path.join('.'), kind, at, before: one?.value ?? null, after: other?.value ?? null }];
  });
  if (changes.length > 0) return changes;
  return [{ path: names.join('.'), kind: 'changed', at: after.at, before: before.value, after: after.value }];
}

function pairs(before: Placed, after: Placed): { name: string; one?: Placed; other?: Placed }[] | null {
  const [one, other] = [parted(before, after), parted(after, before)];
  if (!one || !other) return null;
  return [...new Set([...one.keys(), ...other.keys()])].map((name) => ({
    name,
    one: one.get(name),
    other: other.get(name),
  }));
}
function parted({ value, at }: Placed, { value: twin }: Placed): Map<string, Placed> | null {
  if (isBag(value) && isBag(twin))
    return new Map(Object.entries(value).map(([key, inner]) => [key, { value: inner, at: [...at, key] }]));
  if (!Array.isArray(value) || !Array.isArray(twin)) return null;
  const key = nameOf(value, twin);
  if (!key) return null;
  return new Map(
    value.map((one: Json, index: number) => [String((one as Bag)[key]), { value: one, at: [...at, index] }]),
  );
}
