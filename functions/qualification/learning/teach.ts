import { type Classifier, type CorpusRow, type Lexicon, learn, textOf } from '../routing/learn.ts';
import { isContradicted } from './contradicted.ts';
import {
  type Answer,
  type Figures,
  figuresOf,
  isRight,
  type Trial,
  type Verdict,
  verdictOf,
} from './judge.ts';
import { restingOnOne, tried } from './one-person.ts';
import { recalibrate } from './recalibrate.ts';
import { fewest, split } from './split.ts';
import { massesFor, rowsOf } from './weigh.ts';

/** A decision of an agent with the text it was about, as it stands today. */
export type Lesson = {
  contactId: string;
  /** `agent:<login>` */
  by?: string;
  at: string;
  department: string;
  proposed: string | null;
  subject: string;
  text: string;
  channel: string;
};
export type Row = CorpusRow & { id: string; channel: string; also: readonly string[] };
export type Message = { subject: string; text: string; channel: string };
export type Lessons = {
  corpus: readonly Row[];
  lexicon: Lexicon;
  lessons: readonly Lesson[];
  /** The model in use and the last decision it has read. */
  present: Classifier;
  /** The one that ships, which has read no decision at all. */
  shipped: Classifier;
  readUntil: string | null;
  /** Decisions since then are new to it: what it has read last, or the day a person chose it. */
  freshAfter: string | null;
  /** Somebody was erased whom the model in use has read: `present` is what would serve instead. */
  mustForget: boolean;
  /** Somebody answerable asked for it, and has read what rests on one person. */
  isConfirmed?: boolean;
  /** Habits of one person that somebody answerable confirmed before, by their names. */
  confirmed?: readonly string[];
  /** As messages are routed every day, with the thresholds in force. */
  answer(classifier: Classifier, message: Message): Answer;
};
export type Taught = {
  verdict: Verdict;
  trial: Trial;
  readUntil: string | null;
  lessons: number;
  confirmed: string[];
  next: Classifier | null;
};

/** One row in seven watches that nothing is unlearnt; by their ids, so that it is always the same ones. */
const isGuard = ({ id }: Row): boolean => Number(id.replace(/\D/g, '')) % 7 === 0;
/** Followed this often, a habit needs no more weight. */
const followed = 0.95;

const messageOf = (one: Row | Lesson): Message => ({
  ...{ subject: one.subject ?? '', text: one.text },
  channel: one.channel,
});
const nothing: Figures = { messages: 0, right: 0, routed: 0, routedRight: 0, calibration: 0 };
const untried = {
  held: { present: nothing, next: nothing },
  guard: { messages: 0, present: 0, next: 0, lost: 0 },
};

/**
 * Learns the corpus and the decisions of the agents, and judges the result beside the model in use: on the most recent
 * decisions, which neither has read, and on a share of the corpus, which is left out of both sides of the comparison. What is
 * published has read everything; its figures are those of its twin that had not.
 */
export const teach = (given: Lessons): Taught => {
  const { corpus, lexicon, lessons, present, readUntil, freshAfter, mustForget, answer, isConfirmed } = given;
  const { confirmed = [] } = given;
  const { taught, held, fresh } = split(lessons, freshAfter);
  const kept = { readUntil, lessons: lessons.length, confirmed: [...confirmed], next: null };
  if (fresh < fewest) return { ...kept, verdict: 'too-few', trial: { ...untried, fresh, mustForget } };

  const on = (classifier: Classifier, messages: readonly (Row | Lesson)[]) =>
    messages.map((message) => answer(classifier, messageOf(message)));
  const rest = corpus.filter((row) => !isGuard(row));
  const { twin, mass } = lightest(massesFor(taught), (mass) => {
    const classifier = learn([...rest, ...rowsOf(taught, mass)], lexicon, undefined, given.shipped);
    return { twin: classifier, mass, right: share(held, on(classifier, held)) };
  });
  const judged = { present: figuresOf(held, on(present, held)), next: figuresOf(held, on(twin, held)) };
  const habits = restingOnOne(
    lessons,
    (one) => answer(twin, messageOf(one)),
    (one) => answer(given.shipped, messageOf(one)),
  );
  const { onePerson, onTrial, ...known } = tried(habits, { isConfirmed, confirmed });
  const news = { ...untried, held: judged, fresh, mustForget, onePerson };
  // Most weeks end here: what is watched is asked only of what would serve.
  const first = verdictOf(news, fewest, isConfirmed);
  if (first !== 'published') return { ...kept, verdict: first, trial: news };
  const before = lessons.filter(({ at }) => readUntil !== null && at <= readUntil);
  const peer = learn([...rest, ...rowsOf(before, mass)], lexicon, undefined, given.shipped);
  const watched = corpus.filter(isGuard);
  const own = recalibrate(twin, held);
  const trial: Trial = {
    ...news,
    ...(own ? { calibrated: own.figures } : {}),
    guard: guarded(watched, { was: on(peer, watched), is: on(twin, watched), lessons, rest }),
  };
  const verdict = verdictOf(trial, fewest, isConfirmed);
  if (verdict !== 'published') return { ...kept, verdict, trial };
  const next = {
    ...learn(
      [...corpus, ...rowsOf(lessons, mass)],
      lexicon,
      own?.calibration ?? present.calibration,
      given.shipped,
    ),
    onTrial,
  };
  const dates = lessons.map(({ at }) => at).sort();
  return {
    verdict,
    trial,
    readUntil: dates.at(-1) ?? readUntil,
    lessons: lessons.length,
    ...known,
    next,
  };
};

const share = (messages: readonly Lesson[], answers: readonly Answer[]): number =>
  messages.length === 0 ? 1 : figuresOf(messages, answers).right / messages.length;

type Tried = { twin: Classifier; mass: number; right: number };
/** The first that is followed, else the best: what is learnt should disturb as little as it can. */
const lightest = (tries: readonly number[], attempt: (mass: number) => Tried): Tried => {
  let best: Tried | undefined;
  for (const mass of tries) {
    const tried = attempt(mass);
    if (!best || tried.right > best.right) best = tried;
    if (tried.right >= followed) break;
  }
  return best as Tried;
};

/** What neither side is sure of goes to a person, and changes sides by a hair. */
const sure = 0.5;

type Compared = { was: Answer[]; is: Answer[]; lessons: readonly Lesson[]; rest: readonly Row[] };
const guarded = (watched: readonly Row[], { was, is, lessons, rest }: Compared): Trial['guard'] => {
  const known = watched.map(({ service, also }) => ({ department: service, also }));
  const sides = {
    decisions: lessons.map((one) => ({ text: textOf(one), department: one.department })),
    corpus: rest.map((one) => ({ text: textOf(one), department: one.service })),
  };
  let lost = 0;
  watched.forEach((row, i) => {
    const [one, before, after] = [known[i], was[i], is[i]];
    if (!one || !before || !after || isRight(one, before) === isRight(one, after)) return;
    if (Math.max(before.confidence, after.confidence) < sure) return;
    if (isRight(one, after)) lost -= 1;
    else if (!isContradicted({ text: textOf(row), department: row.service }, after.department, sides))
      lost += 1;
  });
  return {
    messages: watched.length,
    present: figuresOf(known, was).right,
    next: figuresOf(known, is).right,
    lost: Math.max(0, lost),
  };
};
