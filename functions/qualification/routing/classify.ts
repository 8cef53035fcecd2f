import type { Proposal, Sender } from '../../intake/contact.ts';
import { referenceIn, senderIn, subjectIn } from '../extraction/extract.ts';
import { type Classifier, type Scored, score, textOf } from './learn.ts';
import { addressedElsewhere, notOurs, unwanted } from './not-ours.ts';
import { ownWordsIn } from './own-words.ts';
import { secondIn } from './parts.ts';
import { type KnownProcedure, procedureFor } from './procedures.ts';
import { unless, wordsFor } from './reasons.ts';
import { type Addressee, type Beside, headOf, type Signal, signalsOf, withSignals } from './signals.ts';
import { urgencyOf } from './urgency.ts';

export type { KnownProcedure } from './procedures.ts';
export type Message = {
  subject: string;
  text: string;
  channel: string;
  sender?: Partial<Sender>;
  beside?: Beside;
};
export type Options = {
  /** From which confidence a message goes to a department alone; one for all, or each its own. */
  threshold: number | ((department: string) => number);
  procedures?: readonly KnownProcedure[];
  /** To whom messages may be addressed; without them only the words count. */
  departments?: readonly Addressee[];
  /** Letters with which the authority's references begin: other letters are numbers of somebody else. */
  prefix?: string;
};

/** Without any, a person looks, however sure the model is: what says nothing in words of the department waits. */
const leastOwnWords = 1;
const shortest = 40;
/** From here on a person is told that a message may be for none of the departments. */
const mayBeStrange = 0.12;

/**
 * Proposes a department, a procedure, an urgency and who writes, with the words that decided, what else is asked and what
 * would change the answer. `routed` says that the confidence (0 to 1) reaches the threshold: below it a person decides.
 * Throws when the model knows no department.
 */
export const classify = (
  classifier: Classifier,
  message: Message,
  { threshold, procedures = [], departments = [], prefix }: Options,
): Proposal => {
  const text = textOf(message);
  const signals = signalsOf(message, departments, {
    own: classifier.own,
    read: (file) => score(classifier, file)[0],
  });
  const said = score(classifier, text);
  const isFaint = ownWordsIn(text, classifier.own[said[0]?.label ?? '']) < leastOwnWords;
  const words = withSignals(said, signals, isFaint);
  const asked = procedureFor(classifier.procedures, text, words[0]?.label ?? '', procedures);
  const { scored, moved } = inCommune(words, asked, { procedures, commune: message.beside?.commune });
  const [best, ...rest] = scored;
  if (!best) throw new Error('the model knows no department: build it again');
  const habit = onTrialIn(classifier, scored);
  const sender = senderIn(message.text, message.sender, message.channel);
  const reasons = wordsFor(classifier, text, best.label, sender.name);
  const least = typeof threshold === 'number' ? threshold : threshold(best.label);
  const isUnwanted = best.label === unwanted;
  const elsewhere = addressedElsewhere(headOf(message.text));
  const strange = scored.find(({ label }) => label === unwanted)?.probability ?? 0;
  return {
    department: best.label,
    confidence: round(best.probability),
    // Nothing is thrown away by a machine alone: what looks unwanted is shown to a person first.
    routed:
      best.probability >= least &&
      habit.length === 0 &&
      elsewhere === null &&
      !isUnwanted &&
      message.text.trim().length >= shortest &&
      ownWordsIn(text, classifier.own[best.label]) >= leastOwnWords,
    others: rest.slice(0, 3).map((one) => ({ department: one.label, confidence: round(one.probability) })),
    procedure: asked,
    urgency: urgencyOf(classifier.urgency, message, isUnwanted),
    sender,
    subject: message.subject.trim() || subjectIn(message.text),
    reference: referenceIn(text, prefix),
    reasons,
    ...(strange >= mayBeStrange || elsewhere ? { notOurs: notOurs(text, round(strange)) } : {}),
    ...shown([...signals, ...moved, ...habit]),
    ...alsoSaid(classifier, message, scored, { reasons, name: sender.name }),
  };
};

const nextBest = 2;
/** What one person taught moves a letter only as far as a second pair of eyes: which it was before stands next to the first. */
const onTrialIn = ({ onTrial = [] }: Classifier, [best, ...rest]: readonly Scored[]): Signal[] =>
  onTrial
    .filter(
      ({ from, to }) => best?.label === to && rest.slice(0, nextBest).some(({ label }) => label === from),
    )
    .map(({ from, to }) => ({ kind: 'habit', department: to, odds: 0.1, what: from }));

/** What a procedure says of who instructs it in a commune is no question of words: the two change places. */
const inCommune = (
  scored: readonly Scored[],
  asked: string | null,
  { procedures, commune }: { procedures: readonly KnownProcedure[]; commune: Beside['commune'] },
): { scored: readonly Scored[]; moved: Signal[] } => {
  const there = procedures.find(({ id }) => id === asked)?.elsewhere ?? {};
  const other = commune && Object.hasOwn(there, commune.code) ? there[commune.code] : undefined;
  const first = scored[0];
  const second = scored.find(({ label }) => label === other);
  if (!commune || !first || !second || first === second) return { scored, moved: [] };
  const moved = { kind: 'commune', department: second.label, odds: 1, what: commune.name } as const;
  const rest = scored.filter((one) => one !== first && one !== second);
  const changed = [
    { label: second.label, probability: first.probability },
    { label: first.label, probability: second.probability },
    ...rest,
  ];
  return { scored: changed.sort((a, b) => b.probability - a.probability), moved: [moved] };
};

/** Strongest first; nothing where only the words spoke. */
const shown = (signals: readonly Signal[]): Pick<Proposal, 'signals'> => {
  const said = signals
    .map(({ kind, department, odds, what }) => ({ kind, department, what, odds }))
    .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
  if (said.length === 0) return {};
  return { signals: said.slice(0, mostShown).map(({ odds, ...one }) => ({ ...one, isFor: odds > 0 })) };
};
const mostShown = 8;

const round = (probability: number) => Math.round(probability * 1000) / 1000;
const fewReasons = 4;

const alsoSaid = (
  classifier: Classifier,
  message: Message,
  scored: readonly Scored[],
  { reasons, name }: { reasons: readonly string[]; name: string | null },
): Pick<Proposal, 'second' | 'unless'> => {
  const second = secondIn(classifier, message.text, scored, [unwanted]);
  const change = unless(classifier, textOf(message), scored, reasons);
  return {
    ...(second && {
      second: {
        department: second.department,
        confidence: round(second.confidence),
        reasons: wordsFor(classifier, second.part, second.department, name, fewReasons),
      },
    }),
    ...(change && { unless: change }),
  };
};
