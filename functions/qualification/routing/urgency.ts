import { normalise } from './features.ts';
import { type Model, probabilities } from './model.ts';
import { soonest } from './soonest.ts';
import patterns from './urgency-signals.json' with { type: 'json' };

/**
 * What says that somebody cannot wait: the words of the message (`text`) and the pieces of its words (`letters`), as two models know
 * them that err differently, and signals, each with its weight (a danger, a right about to be lost, a day that is near; what
 * comes again and again waits longer). Above zero, a message is urgent.
 */
export type Urgency = { text: Model; letters: Model; weights: number[]; bias: number };
export type Urgent = { subject: string | null; text: string; channel: string };

const names = Object.keys(patterns);
const signals = Object.values(patterns).map((pattern) => new RegExp(pattern));
/** A harm may be of last year and a day may be a holiday: together they cannot wait. */
const times = ['says-urgent', 'now', 'within-days', 'deadline'];
const notHarms = [...times, 'frail-person', 'travel', 'again-and-again', 'thanks', 'hours-and-prices'];
const shouting = /!!!|!! |\b\p{Lu}{4,}(?: \p{Lu}{2,}){4,}/u;
const letters = ['letter', 'scan'];
const calls = ['call-note', 'phone'];
/** A bill that falls due in a month is no emergency, a removal is: both distances are told apart. */
const nearDays = [10, 30] as const;
const longest = 200;
/** Who only asks something asks it in few words. */
const shortQuestion = 220;

/** What is read for urgency: the subject once, as any other line. */
export const wholeOf = ({ subject, text }: Pick<Urgent, 'subject' | 'text'>): string =>
  `${subject ?? ''}\n${text}`;

/** Signals of a message, in an order that the weights of a model keep; none is about who writes. */
export const signalsOf = (message: Urgent, isUnwanted: boolean): number[] => {
  const raw = wholeOf(message);
  const plain = normalise(raw);
  const days = soonest(plain);
  const said = signals.map((signal) => signal.test(plain));
  const hasTime = said.some((is, i) => is && times.includes(names[i] ?? ''));
  const hasHarm = said.some((is, i) => is && !notHarms.includes(names[i] ?? ''));
  const is = [
    ...said,
    raw.length < shortQuestion && raw.includes('?'),
    hasHarm,
    hasTime,
    hasHarm && hasTime,
    shouting.test(raw),
    calls.includes(message.channel),
    letters.includes(message.channel),
    ...nearDays.map((most) => days !== null && days <= most),
    isUnwanted,
  ];
  return [...is.map(Number), Math.min(plain.split(' ').length, longest) / longest];
};

const saidBy = (model: Model, text: string): number => {
  const high = probabilities(model, text)[model.labels.indexOf('high')] ?? 0;
  return Math.log((high + 1e-4) / (1 - high + 1e-4));
};
/** How much the words alone speak for urgency, as log odds: by the words, and by their pieces. */
export const wordsSay = ({ text, letters }: Pick<Urgency, 'text' | 'letters'>, said: string): number[] => [
  saidBy(text, said),
  saidBy(letters, said),
];

/** `high` when waiting would cost somebody dearly; what nobody wants to read is never urgent. */
export const urgencyOf = (urgency: Urgency, message: Urgent, isUnwanted: boolean): 'normal' | 'high' => {
  if (isUnwanted) return 'normal';
  const { weights, bias } = urgency;
  const given = [...signalsOf(message, isUnwanted), ...wordsSay(urgency, wholeOf(message))];
  const sum = given.reduce((total, signal, i) => total + signal * (weights[i] ?? 0), bias);
  return sum > 0 ? 'high' : 'normal';
};
