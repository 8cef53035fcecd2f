import type { Proposal, Sender } from '../../intake/contact.ts';
import { referenceIn, senderIn, subjectIn } from '../extraction/extract.ts';
import { normalise, wordsOf } from './features.ts';
import { type Classifier, score, textOf } from './learn.ts';
import { voice } from './model.ts';
import { ownWordsIn } from './own-words.ts';
import { urgencyOf } from './urgency.ts';

export type Message = { subject: string; text: string; channel: string; sender?: Partial<Sender> };
/** A procedure as routing sees it: which department instructs it and the words people use for it. */
export type KnownProcedure = { id: string; department: string; title: string; keywords: string[] };

/**
 * Proposes a department, a procedure, an urgency and who writes, with the words that decided.
 * `routed` says that the confidence reaches `threshold`: below it a person decides.
 */
export const classify = (
  classifier: Classifier,
  message: Message,
  { threshold, procedures = [] }: { threshold: number; procedures?: readonly KnownProcedure[] },
): Proposal => {
  const text = textOf(message);
  const [best, ...rest] = score(classifier, text);
  if (!best) throw new Error('the model knows no department: build it again');
  const sender = senderIn(message.text, message.sender, message.channel);
  return {
    department: best.label,
    confidence: round(best.probability),
    // Nothing is thrown away by a machine alone: what looks unwanted is shown to a person first.
    routed:
      best.probability >= threshold &&
      best.label !== unwanted &&
      message.text.trim().length >= 40 &&
      ownWordsIn(text, classifier.own[best.label]) >= leastOwnWords,
    others: rest.slice(0, 3).map((one) => ({ department: one.label, confidence: round(one.probability) })),
    procedure: procedureFor(normalise(text), best.label, procedures),
    urgency: urgencyOf(classifier.urgency, message, best.label === unwanted),
    sender,
    subject: message.subject.trim() || subjectIn(message.text),
    reference: referenceIn(text),
    reasons: reasons(classifier, text, best.label, sender.name),
  };
};

/** Nobody instructs what is in this place: advertisements, and what was meant for somebody else. */
export const unwanted = 'indesirable';
/** Fewer, and a person looks: a letter that says nothing waits, at the price of some 4 % of what would be routed alone. */
const leastOwnWords = 2;

const round = (probability: number) => Math.round(probability * 1000) / 1000;

/** At most eight words, strongest first, that speak for the department; who writes is never a reason. */
const reasons = (classifier: Classifier, text: string, label: string, name: string | null): string[] => {
  const known = new Set(normalise(name ?? '').split(' '));
  return wordsOf(text)
    .filter((word) => !known.has(normalise(word)))
    .map((word) => ({ word, weight: voice(classifier.complement, word, label) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .filter(({ word }, i, all) => all.findIndex((other) => normalise(other.word) === normalise(word)) === i)
    .slice(0, 8)
    .map(({ word }) => word);
};

/** The department's procedure whose own words the text holds most of, when it holds at least one. */
const procedureFor = (
  text: string,
  department: string,
  procedures: readonly KnownProcedure[],
): string | null => {
  const ranked = procedures
    .filter((procedure) => procedure.department === department)
    .map(({ id, keywords }) => ({
      id,
      hits: keywords.filter((word) => text.includes(normalise(word))).length,
    }))
    .sort((a, b) => b.hits - a.hits);
  return ranked[0] && ranked[0].hits > 0 ? ranked[0].id : null;
};
