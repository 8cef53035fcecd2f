import { type Doc, isRecord, joined, listAt, read, textAt } from './document.ts';

/** "Date de naissance de l'enfant" gives "dateNaissanceEnfant", a name for machines; at most five words. */
export function nameFrom(label: string): string {
  const small = [
    'de',
    'du',
    'des',
    'la',
    'le',
    'les',
    'l',
    'd',
    'et',
    'un',
    'une',
    'a',
    'au',
    'votre',
    'vos',
  ];
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !small.includes(word))
    .slice(0, 5);
  const name = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return name.join('').replace(/^[0-9]+/, '') || 'question';
}
/** "Vos coordonnées" gives "vos-coordonnees". */
export const slugFrom = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '') || 'element';

export const unused = (name: string, taken: readonly string[], between = ''): string => {
  if (!taken.includes(name)) return name;
  for (let count = 2; ; count++)
    if (!taken.includes(`${name}${between}${count}`)) return `${name}${between}${count}`;
};

export type Asked = { path: string; name: string; label: string; type: string };
/** Every question of the form, in order. */
export const questionsOf = (doc: Doc): Asked[] =>
  listAt(doc, 'steps').flatMap((_, step) => askedIn(doc, joined('steps', step, 'fields')));
export const askedIn = (doc: Doc, list: string): Asked[] =>
  listAt(doc, list).map((_, at) => {
    const path = joined(list, at);
    const word = (key: string) => textAt(doc, joined(path, key));
    return { path, name: word('name'), label: word('label'), type: word('type') };
  });

/** The document with a question under another name, wherever a condition or an identity names it. */
export function renamed(doc: Doc, path: string, to: string): Doc {
  const from = textAt(doc, joined(path, 'name'));
  const isIdentity = (key: string) => key === 'subjectField';
  const walk = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => walk(one, joined(at, index)));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const names = key === 'field' || isIdentity(key) || at === 'identity';
        if (names && inner === from) return [key, to];
        if (at === path && key === 'name') return [key, to];
        return [key, walk(inner, joined(at, key))];
      }),
    );
  };
  return walk(doc, '') as Doc;
}

/** A copy of an element of a list, under a name that nobody has. */
export function copyOf(doc: Doc, path: string): unknown {
  const item = structuredClone(read(doc, path));
  if (!isRecord(item)) return item;
  const inList = (key: string) =>
    listAt(doc, path.slice(0, path.lastIndexOf('.'))).map((one) => (isRecord(one) ? String(one[key]) : ''));
  if (typeof item.name === 'string') item.name = unused(item.name, [...allNames(doc), ...inList('name')]);
  for (const key of ['id', 'code', 'value'])
    if (typeof item[key] === 'string') item[key] = unused(item[key], inList(key), '-');
  if (Array.isArray(item.fields) && typeof item.name !== 'string') {
    const taken = allNames(doc);
    for (const field of item.fields as unknown[])
      if (isRecord(field) && typeof field.name === 'string') {
        field.name = unused(field.name, taken);
        taken.push(String(field.name));
      }
  }
  return item;
}
export const allNames = (doc: Doc): string[] => questionsOf(doc).map(({ name }) => name);
