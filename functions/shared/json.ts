import { Refusal } from './refusal.ts';

const deepest = 64;
/** The place where the text stops being JSON, as the parser says it; what it quotes stays out. */
const malformed = (error?: unknown) => {
  const said = error instanceof Error ? /line (\d+) column (\d+)/.exec(error.message) : null;
  const params = said ? { line: Number(said[1]), column: Number(said[2]) } : undefined;
  return new Refusal('invalid-input', [{ field: '', code: 'malformed', ...(params && { params }) }]);
};

/** Whoever walks a value nested a hundred thousand times overflows its stack: counted before anything is built. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && depth <= deepest; at += 1) {
    const mark = text[at];
    if (mark === '"') isQuoted = !isQuoted;
    else if (isQuoted) at += mark === '\\' ? 1 : 0;
    else if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
  }
  return depth > deepest;
};

/** Escapes can write what plain text cannot: a key that reaches the prototype, and half a character, which no table keeps. */
const suspect = /__proto__|\\u(005f|d[89a-f])/i;
const safe = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw new Refusal('invalid-input', [{ field: key, code: 'unknown-field' }]);
  return typeof value === 'string' ? value.toWellFormed() : value;
};

/** JSON from anybody, as plain values; refuses `invalid-input` what is malformed, nested too deep or reaches a prototype. */
export const parseJson = (text: string): unknown => {
  if (isTooDeep(text)) throw malformed();
  try {
    return JSON.parse(text, suspect.test(text) ? safe : undefined);
  } catch (error) {
    throw error instanceof Refusal ? error : malformed(error);
  }
};

/** Parameters of an address; one that is said twice is a list, whatever its name. */
export const queryOf = (raw: string): Record<string, string | string[]> => {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [key, value] of new URLSearchParams(raw)) {
    const before = query[key];
    query[key] = before === undefined ? value : [before, value].flat();
  }
  return { ...query };
};
