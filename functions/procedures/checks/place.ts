import { placeWords } from '../messages/places-fr.ts';
import type { Path } from './finding.ts';

export type Place = { place: string; step?: string; field?: string };
type Json = Record<string, unknown>;

/** A path in words that its writer knows: the step and the question by their titles, whatever the document looks like. */
export function placeOf(document: unknown, path: Path): Place {
  let value: unknown = document;
  const words: string[] = [];
  const place: Omit<Place, 'place'> = {};
  for (const [at, key] of path.entries()) {
    const list = path[at - 1];
    value = typeof value === 'object' && value !== null ? (value as Json)[key] : undefined;
    if (typeof key === 'number') {
      words.push(element(String(list), key, value, path));
      const name = idOf(value);
      if ((list === 'steps' || list === 'workflow') && name) place.step = name;
      if (list === 'fields' && name) place.field = place.field ? `${place.field}.${name}` : name;
    } else if (typeof path[at + 1] !== 'number') words.push(placeWords.keys[key] ?? placeWords.key(key));
  }
  return { place: capital(words.join(', ') || placeWords.whole), ...place };
}

function element(list: string, index: number, value: unknown, path: Path): string {
  const item = (typeof value === 'object' && value !== null ? value : {}) as Json;
  const name = text(item.title) || text(item.label) || idOf(item) || text(value);
  const kind = list === 'steps' ? 'steps' : list;
  const isInBlock = kind === 'fields' && path.filter((key) => key === 'fields').length > 1;
  const say = placeWords.lists[isInBlock ? 'fields' : kind] ?? placeWords.item;
  return say(name ? placeWords.named(shortened(name)) : placeWords.numbered(index + 1));
}

const idOf = (value: unknown): string => {
  const item = (typeof value === 'object' && value !== null ? value : {}) as Json;
  return text(item.name) || text(item.id) || text(item.code) || text(item.value);
};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}\u2026` : words);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
