import type { Citizen } from '../agents/caller.ts';
import { absoluteLimit, cookie, cookieNames, cookieValue } from '../agents/session.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import type { AccessTable } from './access-table.adapter.ts';
import type { Account } from './account.ts';
import { familyOf, type OpenSession } from './device.ts';

export const deviceCookie = '__Host-parvis-device';
const deviceSeconds = 400 * 86_400;

export type EnterDeps = {
  table: Pick<SessionTable, 'begin' | 'end'>;
  access: Pick<AccessTable, 'noteSession' | 'device' | 'hasDevices' | 'noteDevice'>;
  newSecret(): string;
  hash(text: string): string;
  now(): string;
  epochSeconds(): number;
  /** Tells the person that a device never seen before is in. */
  tellNewDevice(account: Account, userAgent: string | undefined): Promise<void>;
};
export type Entering = {
  account: Account;
  by: OpenSession['by'];
  cookies: readonly string[];
  userAgent: string | undefined;
  passkey?: string;
  /** Of FranceConnect, to leave it when the session ends. */
  idToken?: string | undefined;
};

/** How an account is seen by the rest of the product while somebody is signed in to it. */
export const citizenOf = (
  { id, person, givenName, familyName, email }: Account,
  by: Citizen['by'],
): Citizen => ({
  ...{ account: id, person, givenName, familyName, email, by },
});

/**
 * Opens a session for whoever has just proved whose account it is: always a new one, whatever the browser held before. Answers
 * its cookies: the session, and the name by which this browser is recognised next time.
 */
export const enter =
  (deps: EnterDeps) =>
  async ({ account, by, cookies, userAgent, passkey, idToken }: Entering): Promise<string[]> => {
    const { table, access, hash } = deps;
    await table.end(cookies, 'citizens');
    const secret = await table.begin({
      audience: 'citizens',
      citizen: citizenOf(account, by),
      ...(idToken ? { idToken } : {}),
    });
    const [at, seconds] = [deps.now(), deps.epochSeconds()];
    const limit = absoluteLimit('citizens') / 1000;
    const family = familyOf(userAgent);
    const opened = { id: hash(secret), family, by, startedAt: at, expiresAt: seconds + limit };
    await access.noteSession(account.id, passkey ? { ...opened, passkey } : opened);
    const held = cookieValue(cookies, deviceCookie);
    const mark = held && held.length > 20 ? held : deps.newSecret();
    const id = hash(mark);
    const known = await access.device(account.id, id);
    const isStranger = !known && (await access.hasDevices(account.id));
    const firstSeenAt = known?.firstSeenAt ?? at;
    await access.noteDevice(account.id, { id, family, firstSeenAt, lastSeenAt: at }, seconds);
    if (isStranger) await deps.tellNewDevice(account, userAgent);
    return [cookie(cookieNames.citizens, secret, limit), cookie(deviceCookie, mark, deviceSeconds)];
  };
