import { acknowledgementDeadlines } from './acknowledgements.ts';
import { appealDeadline } from './appeal.ts';
import { happened } from './happened.ts';
import { type LegalCase, type LegalDeadline, requestKinds } from './legal-case.ts';
import { notReceived } from './messages/fr.ts';
import { portalDeadline } from './portal.ts';
import { commitmentDeadline, reasonsDeadline } from './promises.ts';
import { silenceClock, silenceDeadline } from './silence.ts';

/**
 * Every deadline of a request as it stands on the case's `today`: the five of the law in the order of `requestKinds`, always, what
 * does not apply being moot without a day; then the promise, the reasons and the portal when there are any.
 */
export const legalDeadlines = (given: LegalCase): LegalDeadline[] => {
  const facts = happened(given);
  if (!facts)
    return requestKinds.map((kind) => ({ kind, due: null, state: 'moot', article: '', why: notReceived }));
  const clock = silenceClock(given, facts);
  const others = [commitmentDeadline(given, facts), reasonsDeadline(given, facts), portalDeadline(given)];
  return [
    ...acknowledgementDeadlines(given, facts, clock),
    silenceDeadline(given, facts, clock),
    appealDeadline(given, facts, clock),
    ...others.filter((one) => one !== null),
  ];
};
