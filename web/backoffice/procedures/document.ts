/** A procedure as somebody writes it: any JSON, whole or not. Places are paths: `steps.1.fields.0`. */
export type Doc = Record<string, unknown>;

const parts = (path: string): string[] => (path === '' ? [] : path.split('.'));
export const joined = (...names: (string | number)[]): string =>
  names.filter((name) => name !== '').join('.');
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
export const indexOf = (path: string): number => Number(lastOf(path));

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
export const isRecord = (value: unknown): value is Doc => isBag(value) && !Array.isArray(value);

export const read = (doc: unknown, path: string): unknown =>
  parts(path).reduce<unknown>((value, name) => (isBag(value) ? value[name] : undefined), doc);
export const listAt = (doc: unknown, path: string): unknown[] => {
  const found = read(doc, path);
  return Array.isArray(found) ? found : [];
};
export const textAt = (doc: unknown, path: string): string => {
  const found = read(doc, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

/** The document with one value changed; `undefined` takes the property away. What is not changed is shared. */
export function write<T>(doc: T, path: string, value: unknown): T {
  const [name, ...rest] = parts(path);
  if (name === undefined) return value as T;
  const inner = write(isBag(doc) ? doc[name] : undefined, rest.join('.'), value);
  if (Array.isArray(doc)) return doc.map((one, at) => (at === Number(name) ? inner : one)) as T;
  const { [name]: _, ...others } = (isBag(doc) ? doc : {}) as Doc;
  if (inner === undefined) return others as T;
  // A property keeps its place, so that two versions compare line by line.
  return (isBag(doc) && name in doc ? { ...doc, [name]: inner } : { ...others, [name]: inner }) as T;
}

export const insert = <T>(doc: T, list: string, at: number, item: unknown): T =>
  write(doc, list, listAt(doc, list).toSpliced(at, 0, item));
export const remove = <T>(doc: T, item: string): T =>
  write(doc, parentOf(item), listAt(doc, parentOf(item)).toSpliced(indexOf(item), 1));
/** Moves an element of a list by so many places; at an end it stays. */
export function move<T>(doc: T, item: string, by: number): T {
  const list = listAt(doc, parentOf(item));
  const to = indexOf(item) + by;
  if (to < 0 || to >= list.length) return doc;
  return write(doc, parentOf(item), list.toSpliced(indexOf(item), 1).toSpliced(to, 0, list[indexOf(item)]));
}

/** Takes one element out of its list to the end of another; answers the document and its new place. */
export function moveTo<T>(doc: T, item: string, list: string): { doc: T; path: string } {
  const at = listAt(doc, list).length;
  const added = insert(doc, list, at, read(doc, item));
  return { doc: remove(added, item), path: joined(list, at) };
}
