import { Refusal } from '../shared/refusal.ts';
import type { Household, Member } from './household.ts';
import { mirror, stopSharing } from './sharing.ts';

/** Something that the other parent of a shared child is told: never what it is, only that it is there to be seen. */
export type Told = { account: string; member: string; about: 'joined' | 'changed' | 'ended' };
export type WriteDeps = {
  of(account: string): Promise<Household>;
  /** Writes all or none, each only when it is still as it was read; refuses `conflict`. */
  save(households: readonly Household[], told: readonly Told[]): Promise<void>;
};
/** Two tabs, or two parents, at the same second. */
const attempts = 5;

/** Again from what is stored now, when somebody else wrote meanwhile; a conflict of the rule itself is thrown at once. */
export async function again<Result>(
  decide: () => Promise<{ households: Household[]; told: Told[]; result: Result }>,
  save: WriteDeps['save'],
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const { households, told, result } = await decide();
    try {
      if (households.length > 0) await save(households, told);
      return result;
    } catch (error) {
      const isOvertaken = error instanceof Refusal && error.code === 'conflict';
      if (!isOvertaken || attempt === attempts) throw error;
    }
  }
}

/**
 * Changes a household, and with it the copies that other parents hold of the children it shares.
 * @param change pure; throws its refusals
 */
export const changeHousehold =
  ({ of, save }: WriteDeps) =>
  (account: string, change: (household: Household) => Household): Promise<Household> =>
    again(async () => {
      const before = await of(account);
      const after = change(before);
      if (after === before) return { households: [], told: [], result: before };
      const others = await Promise.all(sharedChanges(before, after).map(toOther(of)));
      const found = others.filter((one) => one !== null);
      return {
        households: [after, ...found.map(({ household }) => household)],
        told: found.map(({ told }) => told),
        result: after,
      };
    }, save);

type Change = { member: Member; isGone: boolean };
/** Children shared with another account that were changed, removed, or are no longer shared. */
function sharedChanges(before: Household, after: Household): Change[] {
  return before.members.flatMap((member) => {
    if (!member.shared) return [];
    const now = after.members.find(({ id }) => id === member.id);
    if (now === member) return [];
    return [{ member: { ...(now ?? member), shared: member.shared }, isGone: !now?.shared }];
  });
}

const toOther =
  (of: WriteDeps['of']) =>
  async ({ member, isGone }: Change) => {
    const shared = member.shared as NonNullable<Member['shared']>;
    const other = await of(shared.account);
    const household = isGone ? stopSharing(other, shared.member) : mirror(member, other);
    if (!household || household === other) return null;
    const told: Told = {
      ...{ account: shared.account, member: shared.member },
      about: isGone ? 'ended' : 'changed',
    };
    return { household, told };
  };
