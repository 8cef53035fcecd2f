import published from './calibration.json' with { type: 'json' };
import { type Calibration, calibrated } from './calibration.ts';
import { type Example, type Model, probabilities, shares } from './model.ts';
import { type OwnWords, ownWords } from './own-words.ts';
import { type ProcedureTexts, trainProcedures } from './procedure-texts.ts';
import { trainComplement } from './train-complement.ts';
import { trainLinear } from './train-linear.ts';
import { trainUrgency, type UrgentRow } from './train-urgency.ts';
import type { Urgency } from './urgency.ts';

/** One line of the corpus, as far as routing needs it. */
export type CorpusRow = {
  subject: string | null;
  text: string;
  service: string;
  channel?: string;
  urgency: 'normal' | 'high';
  /** What it asks for, where its author said so: a procedure of the shared catalogue, or none of its department's. */
  procedure?: string | null;
  /** More than 1 for what the authority's own agents decided. */
  weight?: number;
};
/** Vocabulary of a department: its words, and what people say when they need it. */
export type Lexicon = Record<string, { words: string; phrases: string[] }>;
/** Two views that err differently, asked together, and what makes of their agreement a probability. */
export type Classifier = {
  complement: Model;
  linear: Model;
  calibration: Calibration;
  urgency: Urgency;
  own: OwnWords;
  procedures: ProcedureTexts;
  /** Habits that one person alone has: they are proposed, and route nothing alone. */
  onTrial?: { from: string; to: string }[];
};

/**
 * Weights of a department's vocabulary against one message, and temperatures: chosen on the corpus, each of its hands judged by
 * a model that had read the others only (test/bench/understanding/routing.ts).
 */
const wordsWeight = { complement: 4, linear: 2 };
const phrasesWeight = 0.5;
const temperature = { complement: 6, linear: 0.7 };

/** A subject says in five words what a letter takes a page for: it counts twice. */
export const textOf = (message: { subject: string | null; text: string }): string =>
  `${message.subject ?? ''} ${message.subject ?? ''}\n${message.text}`;

/**
 * Learns from the corpus and from each department's vocabulary; same rows, same model, byte for byte. What agents decide says
 * nothing of urgency or procedures: a model that has read the same corpus lends its own (`kept`).
 */
export const learn = (
  rows: readonly CorpusRow[],
  lexicon: Lexicon,
  calibration: Calibration = published,
  kept?: Pick<Classifier, 'urgency' | 'procedures'>,
): Classifier => {
  const messages: Example[] = rows.map((row) => ({
    text: textOf(row),
    label: row.service,
    weight: row.weight,
  }));
  const labels = [...new Set([...Object.keys(lexicon), ...messages.map(({ label }) => label)])].sort();
  const spoken: Example[] = Object.entries(lexicon).flatMap(([label, { phrases }]) =>
    phrases.map((text) => ({ label, text, weight: phrasesWeight })),
  );
  const words = (weight: number): Example[] =>
    Object.entries(lexicon).map(([label, entry]) => ({ label, text: entry.words, weight }));
  return {
    complement: trainComplement(
      [...messages, ...words(wordsWeight.complement), ...spoken],
      labels,
      temperature.complement,
    ),
    linear: trainLinear([...messages, ...words(wordsWeight.linear), ...spoken], labels, temperature.linear),
    calibration,
    urgency: kept?.urgency ?? trainUrgency(rows.filter(isJudged)),
    own: ownWords(lexicon, messages),
    procedures:
      kept?.procedures ??
      trainProcedures(
        rows.flatMap((row) =>
          row.procedure === undefined
            ? []
            : [{ text: textOf(row), department: row.service, procedure: row.procedure }],
        ),
      ),
  };
};

/** Nobody said of an authority's own examples whether they could wait. */
const isJudged = (row: CorpusRow): row is CorpusRow & UrgentRow =>
  row.weight === undefined && row.channel !== undefined;

/** Words, where they are known, say more than their pieces. */
const wordsAgainstPieces = 1.5;
/** Less than this, and one view alone could forbid a department. */
const least = 1e-6;
export type Scored = { label: string; probability: number };

/** What both views hold likely, before calibration, best first. */
export const bothViews = (
  { complement, linear, calibration }: Pick<Classifier, 'complement' | 'linear' | 'calibration'>,
  text: string,
): Scored[] => {
  const one = probabilities(complement, text);
  const other = probabilities(linear, text);
  const together = one.map(
    (share, c) => wordsAgainstPieces * Math.log(share + least) + Math.log((other[c] ?? 0) + least),
  );
  return [...shares(together, calibration.sharpness)]
    .map((probability, c) => ({ label: complement.labels[c] ?? '', probability }))
    .sort((a, b) => b.probability - a.probability);
};

/** Probability of each department, best first, calibrated: of a hundred answers at 0.9, ninety are right. */
export const score = (classifier: Classifier, text: string): Scored[] => {
  const [best, ...rest] = bothViews(classifier, text);
  if (!best) return [];
  const probability = calibrated(classifier.calibration, best.label, best.probability);
  const left = (1 - probability) / (1 - best.probability || 1);
  return [
    { label: best.label, probability },
    ...rest.map((one) => ({ label: one.label, probability: one.probability * left })),
  ];
};
