import { Refusal } from '../shared/refusal.ts';
import type { Account } from './account.ts';
import type { Entering } from './enter.ts';
import { type Identity, identityOf } from './identity.ts';
import type { Opened } from './open-account.ts';

export type CertifiedDeps = {
  openByFranceConnect(identity: Identity): Promise<Opened>;
  joinFranceConnect(
    account: string,
    identity: Identity,
  ): Promise<{ account: Account; joined: string | null }>;
  settleJoined(from: string, into: string): Promise<void>;
  enter(entering: Entering): Promise<string[]>;
};
type Said = { claims: Record<string, unknown>; idToken: string | undefined };
type Coming = Pick<Entering, 'cookies' | 'userAgent'>;

/** A session for whom FranceConnect has just certified; when they asked so, signed in, that identity joins their account. */
export const enterCertified =
  (deps: CertifiedDeps) =>
  async ({ claims, idToken }: Said, coming: Coming, join: string | undefined): Promise<string[]> => {
    const identity = identityOf(claims);
    if (!identity) throw new Refusal('invalid-input');
    const by = 'franceconnect' as const;
    if (!join) {
      const { account } = await deps.openByFranceConnect(identity);
      return deps.enter({ account, by, ...coming, idToken });
    }
    const { account, joined } = await deps.joinFranceConnect(join, identity);
    if (joined) await deps.settleJoined(joined, account.id);
    return deps.enter({ account, by, ...coming, idToken });
  };
