import { featuresOf } from './features.ts';

/** A message that is known to ask for a procedure (`id`), or for none of its department's (`null`). */
export type ProcedureRow = { text: string; department: string; procedure: string | null };
/**
 * What people write who ask for each procedure, as counts: `counts[label * size + bucket]`, in bytes, times `scale`. A label is
 * a procedure's id, or `:department` for what is for that department and none of its procedures. Kept as counts and not as
 * weights, so that the words of an authority's own catalogue are added when its messages are read.
 */
export type ProcedureTexts = { labels: string[]; scale: number; counts: Uint8Array; idf: Uint8Array };

/** Smaller than the space of departments: a few dozen labels, told apart within one department. */
export const size = 1 << 14;
const idfScale = 25;
const smoothing = 0.25;
const sharpness = 4;
/** What an authority says of a procedure weighs as two messages that ask for it. */
const catalogueWeight = 2;
export const noneOf = (department: string): string => `:${department}`;

export const foldedFeatures = (text: string): Map<number, number> => {
  const folded = new Map<number, number>();
  for (const [bucket, count] of featuresOf(text, 'words'))
    folded.set(bucket & (size - 1), (folded.get(bucket & (size - 1)) ?? 0) + count);
  return folded;
};

/** Adds a text to the counts of its label, as long as any other. */
const addTo = (row: Float64Array, vector: ReadonlyMap<number, number>, idf: Uint8Array, weight: number) => {
  let square = 0;
  for (const [bucket, count] of vector) square += (count * (idf[bucket] ?? 0)) ** 2;
  const factor = weight / Math.sqrt(square || 1);
  for (const [bucket, count] of vector)
    row[bucket] = (row[bucket] ?? 0) + count * (idf[bucket] ?? 0) * factor;
};

/** Learns from the messages of which somebody said what they ask for. Same rows, same bytes. */
export const trainProcedures = (rows: readonly ProcedureRow[]): ProcedureTexts => {
  const labelOf = ({ procedure, department }: ProcedureRow) => procedure ?? noneOf(department);
  const labels = [...new Set(rows.map(labelOf))].sort();
  const vectors = rows.map(({ text }) => foldedFeatures(text));
  const seen = new Float64Array(size);
  for (const vector of vectors) for (const bucket of vector.keys()) seen[bucket] = (seen[bucket] ?? 0) + 1;
  const idf = Uint8Array.from(seen, (count) =>
    Math.min(255, Math.round(idfScale * (1 + Math.log((1 + rows.length) / (1 + count))))),
  );
  const each = labels.map(() => new Float64Array(size));
  rows.forEach((row, i) => {
    const [mine, vector] = [each[labels.indexOf(labelOf(row))], vectors[i]];
    if (mine && vector) addTo(mine, vector, idf, 1);
  });
  const scale = each.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0) / 255 || 1;
  const counts = new Uint8Array(labels.length * size);
  each.forEach((row, label) => {
    for (let b = 0; b < size; b++) counts[label * size + b] = Math.round((row[b] ?? 0) / scale);
  });
  return { labels, scale, counts, idf };
};

/** A procedure in the words of its catalogue. */
export type Described = { id: string; words: string };
/** Counts of one department's labels, with the words of its catalogue, and of everything. */
export type Counted = {
  labels: string[];
  rows: Float64Array[];
  sums: number[];
  total: Float64Array;
  all: number;
};

const sumOf = (row: Float64Array): number => row.reduce((sum, value) => sum + value, 0);

export const countedFor = (
  { labels, scale, counts, idf }: ProcedureTexts,
  department: string,
  procedures: readonly Described[],
): Counted => {
  const total = new Float64Array(size);
  for (let at = 0; at < counts.length; at++)
    total[at & (size - 1)] = (total[at & (size - 1)] ?? 0) + (counts[at] ?? 0) * scale;
  const asked = [noneOf(department), ...procedures.map(({ id }) => id)];
  const rows = asked.map((label) => {
    const from = labels.indexOf(label) * size;
    return Float64Array.from({ length: size }, (_, b) => (from < 0 ? 0 : (counts[from + b] ?? 0) * scale));
  });
  procedures.forEach(({ words }, i) => {
    const vector = foldedFeatures(words);
    addTo(rows[i + 1] as Float64Array, vector, idf, catalogueWeight);
    addTo(total, vector, idf, catalogueWeight);
  });
  return { labels: asked, rows, sums: rows.map(sumOf), total, all: sumOf(total) };
};

const least = 1e-3;
/** Log odds of each label of the department, by complement naive Bayes; they say how alike, not how likely. */
export const oddsOfProcedures = (
  { idf }: Pick<ProcedureTexts, 'idf'>,
  { labels, rows, sums, total, all }: Counted,
  text: string,
): Map<string, number> => {
  const logits = new Float64Array(labels.length);
  let mass = 0;
  for (const [bucket, count] of foldedFeatures(text)) {
    const value = (count * (idf[bucket] ?? 0)) / idfScale;
    mass += value;
    for (let c = 0; c < labels.length; c++) {
      const others = (total[bucket] ?? 0) - (rows[c]?.[bucket] ?? 0) + smoothing;
      const rest = all - (sums[c] ?? 0) + smoothing * size;
      logits[c] = (logits[c] ?? 0) - value * Math.log(others / rest);
    }
  }
  const factor = sharpness / (mass ** 0.75 || 1);
  const peak = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp((logit - peak) * factor));
  const sum = sumOf(shares);
  return new Map(
    labels.map((label, c) => {
      const share = (shares[c] ?? 0) / sum;
      return [label, Math.log((share + least) / (1 - share + least))];
    }),
  );
};
