import { normalise } from './features.ts';
import { stemsOf } from './own-words.ts';
import {
  type Counted,
  countedFor,
  noneOf,
  oddsOfProcedures,
  type ProcedureTexts,
} from './procedure-texts.ts';
import shipped from './procedure-weights.json' with { type: 'json' };
import { zonesOf } from './zones.ts';

/**
 * A procedure as routing sees it: which department instructs it and the words people and forms use for it. `elsewhere` is
 * who instructs it for one commune (its code).
 */
export type KnownProcedure = {
  id: string;
  department: string;
  title: string;
  keywords: string[];
  summary?: string;
  /** Labels of the documents it asks for, and of its questions. */
  documents?: string[];
  questions?: string[];
  elsewhere?: Record<string, string>;
};

/** From this share of right names on (as fitted) a procedure is named: a wrong one costs more than none. */
export const sure = 0.7;
const fieldWeights = { title: 2, keyword: 2, summary: 1, document: 0.7, question: 0.5 };
const mostZone = 1.5;

type Vector = Map<string, number>;
type Known = { id: string; vector: Vector; title: string[]; keywords: string[] };
type Catalogue = { of: Map<string, Known[]>; seldom(stem: string): number; counted: Map<string, Counted> };

const vectorOf = (one: KnownProcedure): Vector => {
  const vector: Vector = new Map();
  const put = (words: readonly string[], weight: number) => {
    for (const stem of stemsOf(words.join('\n'))) vector.set(stem, Math.max(vector.get(stem) ?? 0, weight));
  };
  put(one.questions ?? [], fieldWeights.question);
  put(one.documents ?? [], fieldWeights.document);
  put([one.summary ?? ''], fieldWeights.summary);
  put(one.keywords, fieldWeights.keyword);
  put([one.title], fieldWeights.title);
  return vector;
};

const catalogueOf = (procedures: readonly KnownProcedure[]): Catalogue => {
  const of: Catalogue['of'] = new Map();
  const users = new Map<string, number>();
  for (const one of procedures) {
    // The general form is routed by its text: it is the procedure of nobody.
    if (!one.department) continue;
    const vector = vectorOf(one);
    for (const stem of vector.keys()) users.set(stem, (users.get(stem) ?? 0) + 1);
    const known = {
      id: one.id,
      vector,
      title: [...stemsOf(one.title)],
      keywords: one.keywords.map(normalise),
    };
    for (const department of new Set([one.department, ...Object.values(one.elsewhere ?? {})]))
      of.set(department, [...(of.get(department) ?? []), known]);
  }
  const all = Math.max(2, procedures.length);
  return { of, seldom: (stem) => Math.log(all / (users.get(stem) ?? 1)), counted: new Map() };
};
/** A catalogue is taken apart once, however many messages are read with it. */
const catalogues = new WeakMap<readonly KnownProcedure[], Catalogue>();

const wordsOf = ({ title, keywords, summary = '', documents = [] }: KnownProcedure): string =>
  [title, title, ...keywords, summary, ...documents].join('\n');

type Scored = { id: string; sum: number; phrases: number; covered: number };
const scored = (text: string, known: readonly Known[], seldom: Catalogue['seldom']): Scored[] => {
  const plain = ` ${normalise(text)} `;
  const stems: Vector = new Map();
  for (const zone of zonesOf(text))
    for (const stem of stemsOf(zone.text))
      stems.set(stem, Math.max(stems.get(stem) ?? 0, Math.min(mostZone, zone.weight)));
  return known
    .map(({ id, vector, title, keywords }) => {
      let sum = 0;
      for (const [stem, weight] of vector)
        sum += weight * (stems.has(stem) ? seldom(stem) : 0) * (stems.get(stem) ?? 0);
      const said = keywords.filter((word) => plain.includes(` ${word}`));
      const several = said.filter((word) => word.includes(' ')).length;
      const rare = (some: readonly string[]) => some.reduce((total, stem) => total + seldom(stem), 0);
      const covered = rare(title.filter((stem) => stems.has(stem))) / (rare(title) || 1);
      return { id, sum: sum + 2 * (said.length + several) + 3 * covered, phrases: said.length, covered };
    })
    .sort((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1));
};

/** The procedure that stands first, and the signs by which `sure` is judged, in the order of their weights. */
export const signsOfProcedure = (
  texts: ProcedureTexts,
  text: string,
  department: string,
  procedures: readonly KnownProcedure[],
): { id: string; signs: number[] } | null => {
  const catalogue = catalogues.get(procedures) ?? catalogueOf(procedures);
  catalogues.set(procedures, catalogue);
  const known = catalogue.of.get(department);
  if (!known) return null;
  const [best, next] = scored(text, known, catalogue.seldom);
  if (!best) return null;
  let counted = catalogue.counted.get(department);
  if (!counted) {
    const mine = known.flatMap(({ id }) => procedures.filter((one) => one.id === id));
    counted = countedFor(
      texts,
      department,
      mine.map((one) => ({ id: one.id, words: wordsOf(one) })),
    );
    catalogue.counted.set(department, counted);
  }
  const odds = oddsOfProcedures(texts, counted, text);
  const others = [...odds].filter(([id]) => id !== noneOf(department));
  const most = Math.max(...others.map(([, value]) => value));
  const own = odds.get(best.id) ?? 0;
  const length = 5 * Math.log(10 + stemsOf(text).size);
  const signs = [
    1,
    best.sum / length,
    (best.sum - (next?.sum ?? 0)) / length,
    Math.min(best.phrases, 4) / 2,
    best.covered,
    known.length === 1 ? 1 : 0,
    own,
    odds.get(noneOf(department)) ?? 0,
    own === most ? 1 : 0,
  ];
  return { id: best.id, signs };
};

/**
 * The department's procedure that a message asks for, or null where that is not sure: by the words of the authority's own
 * catalogue (titles, keywords, documents, questions), and by what people wrote who asked for the same, or for something else.
 */
export const procedureFor = (
  texts: ProcedureTexts,
  text: string,
  department: string,
  procedures: readonly KnownProcedure[],
  weights: readonly number[] = shipped,
): string | null => {
  const found = signsOfProcedure(texts, text, department, procedures);
  if (!found) return null;
  const sum = found.signs.reduce((total, sign, i) => total + sign * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum)) >= sure ? found.id : null;
};
