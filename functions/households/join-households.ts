import { type Household, type Member, mostMembers } from './household.ts';
import { stopSharing } from './sharing.ts';

const isSame = (one: Member, other: Member): boolean =>
  one.relation === other.relation &&
  one.birth === other.birth &&
  one.givenName.toLowerCase() === other.givenName.toLowerCase();

/**
 * What was said under two accounts of one person, as one household: what stands in the account that stays goes before.
 * Whoever is in both is there once, with the facts of both.
 */
export function joinHouseholds(from: Household, into: Household): Household {
  const merged = into.members.map((member) => {
    const twin = from.members.find((one) => isSame(one, member));
    return twin ? { ...member, facts: { ...twin.facts, ...member.facts } } : member;
  });
  const added = from.members
    .filter((member) => !into.members.some((one) => isSame(one, member) || one.id === member.id))
    .slice(0, Math.max(0, mostMembers - merged.length));
  return { ...into, members: [...merged, ...added], facts: { ...from.facts, ...into.facts } };
}

type Deps = {
  of(account: string): Promise<Household>;
  save(households: readonly Household[], told: readonly never[]): Promise<void>;
};
/**
 * Moves a household to the account that stays; said twice it moves nothing twice. A child shared with somebody stays
 * shared: the other parent's copy follows.
 */
export async function moveHousehold({ of, save }: Deps, from: string, into: string): Promise<void> {
  const [old, kept] = await Promise.all([of(from), of(into)]);
  if (old.members.length === 0 && Object.keys(old.facts).length === 0) return;
  const joined = joinHouseholds(old, kept);
  const others = new Map<string, Household>();
  for (const { id, shared } of old.members) {
    if (!shared || shared.account === into) continue;
    const other = others.get(shared.account) ?? (await of(shared.account));
    const isMoved = joined.members.some((member) => member.id === id);
    others.set(shared.account, pointTo(other, shared.member, isMoved ? into : null));
  }
  await save([joined, { ...old, members: [], facts: {} }, ...others.values()], []);
}

/** The other parent's copy names the account that stays; null: it is shared no more. */
function pointTo(other: Household, memberId: string, account: string | null): Household {
  if (account === null) return stopSharing(other, memberId);
  const point = (member: Member): Member =>
    member.id === memberId && member.shared ? { ...member, shared: { ...member.shared, account } } : member;
  return { ...other, members: other.members.map(point) };
}
