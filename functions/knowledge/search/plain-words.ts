import { pairsOf, stemsOf } from './fields.ts';
import table from './plain-words.json' with { type: 'json' };
import { wordsOf } from './words.ts';

/** Another way to say it: every term has to be there, the rarest of them counts. */
export type Saying = { readonly terms: readonly string[]; readonly weight: number };
type Entries = ReadonlyMap<string, readonly Saying[]>;

const sayingOf = (text: string, weight: number): Saying | undefined => {
  const stems = stemsOf(text);
  const terms = stems.length > 1 ? pairsOf(stems) : stems;
  return terms.length > 0 ? { terms, weight } : undefined;
};

const listed = (line: string) => line.split(',').map((each) => each.trim());
/** A key is compared by its stems, or by its words when grammar is all it has. */
const keyOf = (text: string): string => stemsOf(text).join(' ') || wordsOf(text).join(' ');

function read(): Entries {
  const entries = new Map<string, Saying[]>();
  const put = (from: string, to: readonly string[], weight: number) => {
    const key = keyOf(from);
    const sayings = to.map((each) => sayingOf(each, weight)).filter((each) => each !== undefined);
    entries.set(key, [
      ...(entries.get(key) ?? []),
      ...sayings.filter(({ terms }) => terms.join(' ') !== key),
    ]);
  };
  for (const line of table.same) for (const one of listed(line)) put(one, listed(line), 0.42);
  for (const [from, to] of Object.entries(table.means))
    for (const one of listed(from)) put(one, listed(to), 0.3);
  for (const [from, to] of Object.entries(table.asks))
    for (const one of listed(from)) put(one, listed(to), 0.2);
  return entries;
}

let entries: Entries | undefined;
/** Reads the table, so that the first search does not wait for it. */
export const prepareSayings = (): void => {
  entries ??= read();
};

/** What else a word or some words may be called, by the table that people of the house keep by hand. */
export const sayingsFor = (key: string): readonly Saying[] => {
  entries ??= read();
  return entries.get(key) ?? [];
};

export const longestSaying = 4;
