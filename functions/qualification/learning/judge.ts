import { type OnePerson, saidAgainst } from './one-person.ts';
import type { Recalibrated } from './recalibrate.ts';
import { binOf, bins } from './week.ts';

/** A message whose department is known. */
export type Known = { department: string; also?: readonly string[] };
export type Answer = { department: string; confidence: number; routed: boolean };

/** How a model did on messages: counts, and the calibration error (expected, ten bins). */
export type Figures = {
  messages: number;
  right: number;
  routed: number;
  routedRight: number;
  calibration: number;
};

/** Whether an answer is the department of a message, or another that would do. */
export const isRight = ({ department, also = [] }: Known, answer: Answer): boolean =>
  answer.department === department || also.includes(answer.department);

/** How a model did, of its answers in the order of the messages. */
export const figuresOf = (messages: readonly Known[], answers: readonly Answer[]): Figures => {
  const judged = messages.map((message, i) => {
    const answer = answers[i] as Answer;
    return { ...answer, right: isRight(message, answer) };
  });
  const routed = judged.filter((one) => one.routed);
  let gap = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inBin = judged.filter(({ confidence }) => binOf(confidence) === bin);
    const sure = inBin.reduce((sum, { confidence }) => sum + confidence, 0);
    gap += Math.abs(sure - inBin.filter(({ right }) => right).length);
  }
  return {
    messages: judged.length,
    right: judged.filter(({ right }) => right).length,
    routed: routed.length,
    routedRight: routed.filter(({ right }) => right).length,
    calibration: judged.length ? Math.round((gap / judged.length) * 1000) / 1000 : 0,
  };
};

/** What a new model is judged by, beside the one in use. */
export type Trial = {
  /** Decisions that neither has read. */
  held: { present: Figures; next: Figures };
  /** A fixed share of the corpus, unread by both; `lost` without what the decisions themselves contradict. */
  guard: { messages: number; present: number; next: number; lost: number };
  fresh: number;
  /** Somebody was erased whom the model in use had read: it was judged beside what would serve instead. */
  mustForget: boolean;
  /** Habits that rest on one login alone; runs of older versions did not look. */
  onePerson?: OnePerson[];
  /** How sure it is, fitted on the authority's own decisions; absent where there are too few, or it did not help. */
  calibrated?: Recalibrated['figures'];
};
export type Verdict = 'published' | 'too-few' | 'not-better' | 'guard' | 'errors' | 'one-person';

/** One point of the guard. */
const mostLost = 0.01;
/** Errors among what is routed alone may not grow, beyond what one letter may decide. */
const mostErrors = 0.02;

const errorsOf = ({ routed, routedRight }: Figures): number =>
  routed === 0 ? 0 : (routed - routedRight) / routed;

/** A new model is published when agents would have corrected it less, and nothing else got worse. */
export const verdictOf = (trial: Trial, fewest: number, isConfirmed = false): Verdict => {
  const { held, guard, fresh, onePerson = [] } = trial;
  if (fresh < fewest) return 'too-few';
  if (guard.lost > Math.ceil(guard.messages * mostLost)) return 'guard';
  if (held.next.right <= held.present.right) return 'not-better';
  const allowed = Math.max(errorsOf(held.present), mostErrors);
  const oneLetter = held.next.routed - held.next.routedRight <= 1;
  if (errorsOf(held.next) > allowed && !oneLetter) return 'errors';
  return !isConfirmed && saidAgainst(onePerson) ? 'one-person' : 'published';
};
