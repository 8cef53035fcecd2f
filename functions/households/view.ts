import { addMonths } from '../deadlines/day.ts';
import { ageOn, isOfAge } from './age.ts';
import { type Facts, type Household, type Member, mostMembers } from './household.ts';
import type { HouseholdView, MemberView } from './household-api.ts';

/** What was said exact a year ago is asked again: people move, and change schools in September. */
export const isToConfirm = ({ confirmedAt }: Pick<Member, 'confirmedAt'>, today: string): boolean =>
  addMonths(confirmedAt.slice(0, 10), 12) <= today;

const linesOf = (facts: Facts) =>
  Object.entries(facts).map(([code, { label, shown }]) => ({ code, label, shown }));

const memberView = (member: Member, today: string): MemberView => ({
  ...member,
  age: member.birth === null ? null : ageOn(member.birth, today),
  cameOfAge: member.relation === 'child' && isOfAge(member.birth, today),
  facts: linesOf(member.facts),
  toConfirm: isToConfirm(member, today),
  shared: member.shared && { name: member.shared.name, since: member.shared.since },
});

const order = ['partner', 'child', 'parent', 'other'] as const;
/** As its owner sees it: the partner, then children from the eldest, then the others. */
export const householdView = (household: Household, today: string, now: string): HouseholdView => ({
  members: household.members
    .toSorted(
      (one, other) =>
        order.indexOf(one.relation) - order.indexOf(other.relation) ||
        (one.birth ?? '').localeCompare(other.birth ?? ''),
    )
    .map((member) => memberView(member, today)),
  facts: linesOf(household.facts),
  most: mostMembers,
  now,
});
