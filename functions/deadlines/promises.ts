import { addMonths } from './day.ts';
import type { Happened } from './happened.ts';
import type { DeadlineState, LegalCase, LegalDeadline } from './legal-case.ts';
import { promiseWhy as why } from './messages/fr.ts';
import { promisedOn } from './rules.ts';
import { suspension } from './silence.ts';

/** Promise of the authority (Services Publics+): no law sets it. Documents that are awaited suspend it as they suspend a refusal. */
export const commitmentDeadline = (given: LegalCase, facts: Happened): LegalDeadline | null => {
  const { commitmentDays, today } = given;
  if (commitmentDays === undefined) return null;
  const { competentOn, leftOn, asks } = facts;
  const doneOn = facts.notifiedOn ?? facts.decidedOn;
  const end = promisedOn(competentOn, { commitmentDays });
  const asked = asks.filter(({ on }) => !doneOn || on < doneOn);
  const { due, isSuspended } = suspension(competentOn, end, asked, today);
  const base = { kind: 'commitment', article: why.source } as const;
  if (doneOn)
    return { ...base, due, state: doneOn <= due ? 'met' : 'missed', why: why.commitment(competentOn, due) };
  if (leftOn && leftOn <= due) return { ...base, due: null, state: 'moot', why: why.left };
  const state: DeadlineState = today > due ? 'missed' : isSuspended ? 'suspended' : 'running';
  return { ...base, due, state, why: why.commitment(competentOn, due) };
};

/** Reasons of an implicit refusal, within a month of being asked for (L232-4); `null` when nobody asked. */
export const reasonsDeadline = (given: LegalCase, facts: Happened): LegalDeadline | null => {
  const { reasonsAskedOn: askedOn, reasonsGivenOn: givenOn } = facts;
  if (!askedOn) return null;
  const due = addMonths(askedOn, 1);
  const state: DeadlineState = givenOn
    ? givenOn <= due
      ? 'met'
      : 'missed'
    : given.today <= due
      ? 'running'
      : 'missed';
  return { kind: 'reasons', due, state, article: 'CRPA L232-4', why: why.reasons(askedOn, due) };
};
