import type { Account } from '../accounts/account.ts';
import { Refusal } from '../shared/refusal.ts';
import { memberOf } from './members.ts';
import { type Invitation, shareChild, stopSharing } from './sharing.ts';
import { again, type Told, type WriteDeps } from './write-household.ts';

export type InviteDeps = WriteDeps & {
  account(id: string): Promise<Pick<Account, 'givenName' | 'familyName' | 'usedName'> | null>;
  invite(secret: string, invitation: Invitation): Promise<void>;
  invitation(secret: string): Promise<Invitation | null>;
  forgetInvitation(secret: string): Promise<void>;
  /** Counts one more try of today and answers how many there were. */
  countTry(kind: 'account' | 'secret', value: string): Promise<number>;
  newSecret(): string;
  newId(): string;
  now(): string;
  epochSeconds(): number;
};
const validDays = 7;
/** Wrong days of birth: a child's is one in a few thousands. */
const mostTries = { account: 10, secret: 5 } as const;

export function inviting(deps: InviteDeps) {
  const nameOf = async (account: string): Promise<string> => {
    const found = await deps.account(account);
    if (!found) throw new Refusal('not-found');
    return [found.givenName, found.usedName ?? found.familyName].filter(Boolean).join(' ');
  };
  /** Who invites, or the refusal that every wrong, spent or past invitation gets. */
  const open = async (secret: string): Promise<Invitation> => {
    const invitation = await deps.invitation(secret);
    if (!invitation) throw new Refusal('wrong-tracking-code');
    return invitation;
  };
  const ends = ({ expiresAt }: Invitation) => new Date(expiresAt * 1000).toISOString();

  return {
    /** Refuses `not-allowed-in-state` for whoever is no child, or is shared already. */
    async invite(account: string, member: string): Promise<{ secret: string; expiresAt: string }> {
      const child = memberOf(await deps.of(account), member);
      if (child.relation !== 'child' || child.shared || !child.birth)
        throw new Refusal('not-allowed-in-state');
      const secret = deps.newSecret();
      const expiresAt = deps.epochSeconds() + validDays * 86_400;
      const invitation = { account, member, from: await nameOf(account), expiresAt };
      await deps.invite(secret, invitation);
      return { secret, expiresAt: ends(invitation) };
    },

    async read(
      account: string,
      secret: string,
    ): Promise<{ from: string; expiresAt: string; isOwn: boolean }> {
      const invitation = await open(secret);
      return {
        from: invitation.from,
        expiresAt: ends(invitation),
        isOwn: invitation.account === account,
      };
    },

    /** Refuses `too-many-requests`, and `wrong-tracking-code` for a wrong birth as for a wrong link. */
    async accept(account: string, secret: string, birth: string): Promise<{ member: string }> {
      const counts = await Promise.all([
        deps.countTry('account', account),
        deps.countTry('secret', secret.slice(0, 12)),
      ]);
      if (counts[0] > mostTries.account || counts[1] > mostTries.secret)
        throw new Refusal('too-many-requests');
      const invitation = await open(secret);
      const [name, newId, now] = [await nameOf(account), deps.newId(), deps.now()];
      const member = await again(async () => {
        const [from, to] = await Promise.all([deps.of(invitation.account), deps.of(account)]);
        const [one, other] = shareChild(
          { household: from, name: invitation.from, member: invitation.member },
          { household: to, name, newId },
          birth,
          now,
        );
        const told: Told = {
          ...{ account: invitation.account, member: invitation.member },
          about: 'joined',
        };
        const mine = one.members.find(({ id }) => id === invitation.member)?.shared?.member ?? newId;
        return { households: [one, other], told: [told], result: mine };
      }, deps.save);
      await deps.forgetInvitation(secret);
      return { member };
    },

    /** Either parent may end it, at any moment and without the other. */
    async end(account: string, memberId: string): Promise<void> {
      await again(async () => {
        const household = await deps.of(account);
        const { shared } = memberOf(household, memberId);
        if (!shared) return { households: [], told: [], result: undefined };
        const other = stopSharing(await deps.of(shared.account), shared.member);
        const told: Told = { account: shared.account, member: shared.member, about: 'ended' };
        const households = [stopSharing(household, memberId), ...(other.version > 0 ? [other] : [])];
        return { households, told: [told], result: undefined };
      }, deps.save);
    },
  };
}
