import { addDays, addPeriod, type Day } from './day.ts';
import type { Happened } from './happened.ts';
import { addWorkingDays } from './holidays.ts';
import type { DeadlineState, LegalCase, LegalDeadline } from './legal-case.ts';
import { acknowledgementWhy as why } from './messages/fr.ts';
import type { SilenceClock } from './silence.ts';

type Kind = 'aee' | 'are' | 'ar';
const article: Record<Kind, string> = {
  aee: 'CRPA R112-11-2',
  are: 'CRPA L112-11, R112-11-2',
  ar: 'CRPA L112-3, R112-5',
};
const moot = (kind: Kind, because: string): LegalDeadline => ({
  kind,
  due: null,
  state: 'moot',
  article: article[kind],
  why: because,
});

/** Post only: no receipt is owed when silence accepts within fifteen days (R112-4). */
export const owesReceipt = ({
  mode,
  period,
  channel,
}: Pick<LegalCase, 'mode' | 'period' | 'channel'>): boolean =>
  channel === 'electronic' || mode !== 'sva' || addPeriod('2001-02-01', period) > addDays('2001-02-01', 15);

/**
 * Day from which an acknowledgement that is still missing can no longer serve: an express decision was notified before silence
 * could decide, so that its absence has no effect left (L112-6, L112-12), or the request is no longer there.
 */
const endOf = (
  { notifiedOn, leftOn }: Happened,
  { due }: SilenceClock,
): { on: Day; isAnswer: boolean } | null => {
  const answeredOn = notifiedOn && (!due || notifiedOn <= due) ? notifiedOn : null;
  if (answeredOn && (!leftOn || answeredOn <= leftOn)) return { on: answeredOn, isAnswer: true };
  return leftOn ? { on: leftOn, isAnswer: false } : null;
};

const within = (
  kind: 'aee' | 'are',
  given: LegalCase,
  facts: Happened,
  clock: SilenceClock,
): LegalDeadline => {
  if (given.channel === 'post') return moot(kind, why.notElectronic);
  const [from, doneOn, days] =
    kind === 'aee'
      ? [facts.receivedOn, facts.acknowledgedOn, 1]
      : [facts.competentOn, facts.fullyAcknowledgedOn, 10];
  const due = addWorkingDays(from, days, given.calendar);
  const end = endOf(facts, clock);
  const isOver = end !== null && (end.on <= due || (kind === 'are' && facts.isForwarded));
  if (isOver && !(doneOn && doneOn <= due)) return moot(kind, why.over(end));
  const state: DeadlineState = doneOn
    ? doneOn <= due
      ? 'met'
      : 'missed'
    : given.today <= due
      ? 'running'
      : 'missed';
  return {
    kind,
    due,
    state,
    article: article[kind],
    why: why[kind]({ from, due, doneOn, isTransferred: facts.isTransferred }),
  };
};

const receipt = (given: LegalCase, facts: Happened, clock: SilenceClock): LegalDeadline => {
  if (given.channel === 'electronic') return moot('ar', why.electronic);
  const doneOn = facts.fullyAcknowledgedOn;
  const base = { kind: 'ar', due: null, article: article.ar } as const;
  if (doneOn) return { ...base, state: 'met', why: why.arSent(doneOn) };
  if (!owesReceipt(given)) return { ...moot('ar', why.arNotOwed), article: 'CRPA R112-4' };
  const end = endOf(facts, clock);
  return end
    ? moot('ar', why.over(end))
    : { ...base, state: 'running', why: why.arMissing(facts.receivedOn) };
};

/**
 * Registration within a working day of the first receipt (`aee`), electronic acknowledgement within ten working days of receipt
 * by the competent body (`are`, R112-11-2), receipt of a letter, without a term (`ar`).
 */
export const acknowledgementDeadlines = (
  given: LegalCase,
  facts: Happened,
  clock: SilenceClock,
): LegalDeadline[] => [
  within('aee', given, facts, clock),
  within('are', given, facts, clock),
  receipt(given, facts, clock),
];
