import { owesReceipt } from './acknowledgements.ts';
import { addClearMonths } from './counting.ts';
import { addMonths, type Day, latest } from './day.ts';
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
 * Day from which a delay can be opposed to the person: that of the full acknowledgement, `null` while there is none. One that comes
 * late is transmitted all the same (L112-6, L112-12), and informs from its own day only.
 */
const toldOn = (given: LegalCase, { receivedOn, fullyAcknowledgedOn }: Happened): Day | null =>
  owesReceipt(given) ? fullyAcknowledgedOn : receivedOn;

/**
 * Last day to appeal: two clear months from notification or from the birth of an implicit refusal, and not before the full
 * acknowledgement when that came later. `null` and moot while there is nothing to appeal, and when no delay can be opposed to
 * the person: the acknowledgement is missing or incomplete, and no express decision was notified before silence could decide
 * (L112-6, L112-12). Once the last day is over the state is `missed`: the person let it pass, and nobody can meet it any more.
 */
export const appealDeadline = (given: LegalCase, facts: Happened, clock: SilenceClock): LegalDeadline => {
  const { today, calendar, channel } = given;
  const { notifiedOn, decidedOn } = facts;
  const inopposable = moot(why.inopposable, channel === 'post' ? 'CRPA L112-6' : 'CRPA L112-12');
  const told = toldOn(given, facts);
  const born = bornOn(given, facts, clock);
  const refusedOn = given.mode === 'svr' ? born : null;
  const implicit = refusedOn && told ? implicitAppeal(given, facts, refusedOn, told) : null;
  if (notifiedOn) {
    const isInTime = !clock.due || notifiedOn <= clock.due;
    const opposableOn = isInTime ? notifiedOn : told;
    if (!opposableOn) return inopposable;
    const due = addClearMonths(latest(notifiedOn, opposableOn), 2, calendar);
    // A refusal that comes once the delay is over only confirms the implicit one (CJA R421-2).
    if (implicit?.due && (decidedOn ?? notifiedOn) > implicit.due) return implicit;
    const late = opposableOn > notifiedOn ? why.late(opposableOn) : '';
    return implicit && refusedOn
      ? runs(due, today, 'CJA R421-1, R421-2', why.restarted(refusedOn, notifiedOn, due) + late)
      : runs(due, today, 'CJA R421-1', why.express(notifiedOn, due) + late);
  }
  if (implicit) return implicit;
  if (refusedOn) return inopposable;
  return moot(born ? why.granted(born) : why.nothing);
};

/**
 * The delay of an implicit refusal. When the person asked for the reasons in time it lasts until two months after they are given,
 * and in any case a year from the request (L232-4; CE 2 October 2025, 504677); reasons never shorten it.
 */
const implicitAppeal = (
  { today, calendar }: LegalCase,
  { reasonsAskedOn: askedOn, reasonsGivenOn: givenOn }: Happened,
  born: Day,
  told: Day,
): LegalDeadline => {
  const ordinary = addClearMonths(latest(born, told), 2, calendar);
  if (askedOn && askedOn > born && askedOn <= ordinary) {
    const limit = addMonths(askedOn, 12);
    const due = givenOn && givenOn <= limit ? addClearMonths(givenOn, 2, calendar) : limit;
    if (due > ordinary) return runs(due, today, 'CRPA L232-4', why.reasons(askedOn, givenOn, due));
  }
  const late = told > born ? why.late(told) : '';
  return runs(ordinary, today, 'CJA R421-2', why.implicit(born, ordinary) + late);
};
