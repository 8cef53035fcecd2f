import type { Pattern } from './pattern.ts';

const FILTERS = new Set([
  'prefix',
  'suffix',
  'equals-ignore-case',
  'wildcard',
  'numeric',
  'anything-but',
  'exists',
]);

/** Throws when a pattern holds what this runtime would not match as AWS does. */
export function checkPattern(pattern: unknown, path = ''): Pattern {
  if (pattern === null || typeof pattern !== 'object' || Array.isArray(pattern))
    throw new Error(`Event pattern: ${path || 'the pattern'} must be an object`);
  for (const [field, wanted] of Object.entries(pattern)) {
    const here = path ? `${path}.${field}` : field;
    if (field === '$or' && Array.isArray(wanted)) {
      for (const one of wanted) checkPattern(one, here);
    } else if (Array.isArray(wanted)) {
      for (const alternative of wanted) checkAlternative(alternative, here);
    } else if (wanted !== null && typeof wanted === 'object') {
      checkPattern(wanted, here);
    } else {
      throw new Error(`Event pattern: ${here} must be an array of values`);
    }
  }
  return pattern as Pattern;
}

function checkAlternative(alternative: unknown, path: string): void {
  if (alternative === null || typeof alternative !== 'object') return;
  const names = Object.keys(alternative);
  const unknown = names.find((name) => !FILTERS.has(name));
  if (unknown) throw new Error(`Event pattern: ${path}: the filter ${unknown} is not served here`);
  if (names.length !== 1) throw new Error(`Event pattern: ${path}: one filter for each object`);
}
