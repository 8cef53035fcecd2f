import { fold } from '../search/words.ts';
import rules from './departments.json' with { type: 'json' };

/** A word of a place in the official tree, folded, and the department it belongs to. */
export type ThemeRule = readonly [word: string, department: string];

/**
 * The department that answers for an official article: the title decides before its folder, and its folder before its
 * theme.
 * @param places from the nearest (title) to the widest (theme)
 * @param own rules of the authority, asked first
 */
export function departmentFor(
  places: readonly string[],
  departments: ReadonlySet<string>,
  fallback: string,
  own: readonly ThemeRule[] = [],
): string {
  for (const place of places) {
    const words = fold(place);
    const found = [...own, ...(rules as unknown as ThemeRule[])].find(
      ([word, department]) =>
        departments.has(department) && new RegExp(`\\b${word.replace(/[^a-z0-9' -]/g, '')}`).test(words),
    );
    if (found) return found[1];
  }
  return fallback;
}
