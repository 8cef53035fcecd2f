import { owesReceipt } from './acknowledgements.ts';
import { addClearMonths } from './counting.ts';
import { addMonths, type Day } from './day.ts';
import type { Happened } from './happened.ts';
import type { LegalCase, LegalDeadline } from './legal-case.ts';
import { appealWhy as why } from './messages/fr.ts';
import { bornOn, type SilenceClock } from './silence.ts';

const moot = (because: string, article = 'CJA R421-1'): LegalDeadline => ({
  kind: 'appeal',
  due: null,
  state: 'moot',
  article,
  why: because,
});
const runs = (due: Day, today: Day, article: string, because: string): LegalDeadline => ({
  kind: 'appeal',
  due,
  state: today <= due ? 'running' : 'missed',
  article,
  why: because,
});

/**
 * Last day to appeal: two clear months from notification or from the birth of an implicit refusal. `null` and moot while there is
 * nothing to appeal, and when no delay can be opposed to the person: the acknowledgement is missing or incomplete, and no express
 * decision was notified before silence could decide (L112-6, L112-12). Once the last day is over the state is `missed`: the
 * person let it pass, and nobody can meet it any more. An acknowledgement that came after the implicit refusal does not
 * make its delay run.
 */
export const appealDeadline = (given: LegalCase, facts: Happened, clock: SilenceClock): LegalDeadline => {
  const { today, calendar, channel } = given;
  const { notifiedOn, decidedOn, fullyAcknowledgedOn: acknowledgedOn } = facts;
  const inopposable = moot(why.inopposable, channel === 'post' ? 'CRPA L112-6' : 'CRPA L112-12');
  const wasTold = (by: Day) => !owesReceipt(given) || (acknowledgedOn !== null && acknowledgedOn <= by);
  const born = bornOn(given, facts, clock);
  const refusedOn = given.mode === 'svr' ? born : null;
  const implicit = refusedOn && wasTold(refusedOn) ? implicitAppeal(given, facts, refusedOn) : null;
  if (notifiedOn) {
    const isInTime = !clock.due || notifiedOn <= clock.due;
    if (!isInTime && !wasTold(notifiedOn)) return inopposable;
    const due = addClearMonths(notifiedOn, 2, calendar);
    // A refusal that comes once the delay is over only confirms the implicit one (CJA R421-2).
    if (implicit?.due && (decidedOn ?? notifiedOn) > implicit.due) return implicit;
    return implicit && refusedOn
      ? runs(due, today, 'CJA R421-1, R421-2', why.restarted(refusedOn, notifiedOn, due))
      : runs(due, today, 'CJA R421-1', why.express(notifiedOn, due));
  }
  if (implicit) return implicit;
  if (refusedOn) return inopposable;
  return moot(born ? why.granted(born) : why.nothing);
};

/** The person asked for the reasons in time: until two months after they are given, and in any case within a year (L232-4; CE 2 October 2025, 504677). */
const implicitAppeal = (
  { today, calendar }: LegalCase,
  { reasonsAskedOn: askedOn, reasonsGivenOn: givenOn }: Happened,
  from: Day,
): LegalDeadline => {
  const ordinary = addClearMonths(from, 2, calendar);
  if (!askedOn || askedOn <= from || askedOn > ordinary)
    return runs(ordinary, today, 'CJA R421-2', why.implicit(from, ordinary));
  const limit = addMonths(askedOn, 12);
  const due = givenOn && givenOn <= limit ? addClearMonths(givenOn, 2, calendar) : limit;
  return runs(due, today, 'CRPA L232-4', why.reasons(askedOn, givenOn, due));
};
