import { Refusal } from '../shared/refusal.ts';
import type { Household, Member } from './household.ts';
import { memberOf, withMember } from './members.ts';

/**
 * Two parents who live apart may keep what is said of their child together (Code civil 372-2): its identity and the facts
 * of its days, in two copies written at once. Addresses stay each parent's own, and so does whatever else they hold.
 */
const together = ({ givenName, familyName, birth, gender, facts }: Member) => ({
  ...{ givenName, familyName, birth, gender, facts },
});

export type Invitation = { account: string; member: string; from: string; expiresAt: number };
type Parent = { household: Household; name: string };

/**
 * Both households once the other parent accepted. Refuses `conflict` when the child is shared already, and `not-allowed-in-state`
 * to whoever would share with themselves.
 * @param proof day of birth of the child, as who accepts says it; refuses `wrong-tracking-code` like every wrong proof
 */
export function shareChild(
  inviting: Parent & { member: string },
  accepting: Parent & { newId: string },
  proof: string,
  now: string,
): [Household, Household] {
  if (inviting.household.account === accepting.household.account) throw new Refusal('not-allowed-in-state');
  const child = memberOf(inviting.household, inviting.member);
  if (child.relation !== 'child' || child.birth !== proof) throw new Refusal('wrong-tracking-code');
  if (child.shared) throw new Refusal('conflict');
  const twin = accepting.household.members.find(
    (one) =>
      one.relation === 'child' && one.birth === proof && one.givenName === child.givenName && !one.shared,
  );
  const id = twin?.id ?? accepting.newId;
  const copy: Member = {
    ...(twin ?? blank(id, now)),
    ...together(child),
    facts: { ...twin?.facts, ...child.facts },
    otherParent: { name: inviting.name, address: null, email: twin?.otherParent?.email ?? null },
    confirmedAt: now,
    shared: { account: inviting.household.account, member: child.id, name: inviting.name, since: now },
  };
  const sharing = { account: accepting.household.account, member: id, name: accepting.name, since: now };
  return [
    withMember(inviting.household, { ...child, facts: copy.facts, shared: sharing }),
    twin
      ? withMember(accepting.household, copy)
      : { ...accepting.household, members: [...accepting.household.members, copy] },
  ];
}

const blank = (id: string, now: string): Member => ({
  ...{ id, version: 1, relation: 'child', givenName: '', familyName: '', birth: null, gender: null },
  ...{ address: null, otherAddress: null, otherParent: null, facts: {}, confirmedAt: now, shared: null },
});

/** The other parent's household once a shared child was changed in one; null when they no longer share it. */
export function mirror(changed: Member, household: Household): Household | null {
  const copy = household.members.find(({ id }) => id === changed.shared?.member);
  return copy ? withMember(household, { ...copy, ...together(changed) }) : null;
}

/** Each parent goes on with their own copy. */
export const stopSharing = (household: Household, memberId: string): Household => {
  const member = household.members.find(({ id }) => id === memberId);
  return member?.shared ? withMember(household, { ...member, shared: null }) : household;
};
