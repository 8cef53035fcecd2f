import { normalise } from './features.ts';
import { type Model, probabilities } from './model.ts';
import { soonest } from './soonest.ts';
import patterns from './urgency-signals.json' with { type: 'json' };

/**
 * What says that somebody cannot wait: the words of the message as a model knows them (`text`), and signals, each with its
 * weight (a danger, a right about to be lost, a day that is near). Above zero, a message is urgent.
 */
export type Urgency = { text: Model; weights: number[]; bias: number };
export type Urgent = { subject: string | null; text: string; channel: string };

const signals = Object.values(patterns).map((pattern) => new RegExp(pattern));
const shouting = /!!!|!! |\b\p{Lu}{4,}(?: \p{Lu}{2,}){4,}/u;
const letters = ['letter', 'scan'];
const calls = ['call-note', 'phone'];
/** A bill that falls due in a month is no emergency, a removal is: both distances are told apart. */
const nearDays = [10, 30] as const;
const longest = 200;

/** What is read for urgency: the subject once, as any other line. */
export const wholeOf = ({ subject, text }: Pick<Urgent, 'subject' | 'text'>): string =>
  `${subject ?? ''}\n${text}`;

/** Signals of a message, in an order that the weights of a model keep; none is about who writes. */
export const signalsOf = (message: Urgent, isUnwanted: boolean): number[] => {
  const raw = wholeOf(message);
  const plain = normalise(raw);
  const days = soonest(plain);
  const is = [
    ...signals.map((signal) => signal.test(plain)),
    shouting.test(raw),
    calls.includes(message.channel),
    letters.includes(message.channel),
    ...nearDays.map((most) => days !== null && days <= most),
    isUnwanted,
  ];
  return [...is.map(Number), Math.min(plain.split(' ').length, longest) / longest];
};

/** How much the words alone speak for urgency, as log odds. */
export const wordsSay = (model: Model, text: string): number => {
  const high = probabilities(model, text)[model.labels.indexOf('high')] ?? 0;
  return Math.log((high + 1e-4) / (1 - high + 1e-4));
};

/** `high` when waiting would cost somebody dearly; what nobody wants to read is never urgent. */
export const urgencyOf = (
  { text: model, weights, bias }: Urgency,
  message: Urgent,
  isUnwanted: boolean,
): 'normal' | 'high' => {
  if (isUnwanted) return 'normal';
  const given = [...signalsOf(message, isUnwanted), wordsSay(model, wholeOf(message))];
  const sum = given.reduce((total, signal, i) => total + signal * (weights[i] ?? 0), bias);
  return sum > 0 ? 'high' : 'normal';
};
