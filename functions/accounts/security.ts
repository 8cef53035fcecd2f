import type { Caller } from '../agents/caller.ts';
import { cookie, cookieNames, cookieValue } from '../agents/session.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AccessTable } from './access-table.adapter.ts';
import type { Account } from './account.ts';
import type { OpenSession } from './device.ts';
import type * as api from './security-api.ts';

export type SecurityDeps = {
  table: Pick<SessionTable, 'byId' | 'endById'>;
  access: Pick<AccessTable, 'sessions' | 'forgetSession' | 'passkeys'>;
  /** The account of whoever calls; refuses `unauthenticated`. */
  own(caller: Caller): Promise<Account>;
  hash(text: string): string;
  now(): string;
};
const gone = cookie(cookieNames.citizens, '', 0);

/** Id of the session behind the cookies. */
export const currentId = (
  { hash }: Pick<SecurityDeps, 'hash'>,
  { cookies }: Pick<Caller, 'cookies'>,
): string => hash(cookieValue(cookies, cookieNames.citizens) ?? '');

/** Ends sessions of an account wherever they are open. */
export const endSessions = async (
  { table, access }: Pick<SecurityDeps, 'table' | 'access'>,
  account: string,
  which: (session: OpenSession) => boolean,
): Promise<void> => {
  const wanted = (await access.sessions(account)).filter(which);
  await Promise.all(wanted.map(({ id }) => table.endById(id)));
  await Promise.all(wanted.map(({ id }) => access.forgetSession(account, id)));
};

export const readSecurity =
  (deps: SecurityDeps) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.readSecurity>> => {
    const { id, email, franceConnect } = await deps.own(caller);
    const [passkeys, open] = await Promise.all([deps.access.passkeys(id), deps.access.sessions(id)]);
    const current = currentId(deps, caller);
    const alive = await Promise.all(
      open.map(async ({ id, family, by, startedAt }) => {
        const session = await deps.table.byId(id);
        return session
          ? [{ id, family, by, startedAt, lastSeenAt: session.seenAt, isCurrent: id === current }]
          : [];
      }),
    );
    const sessions = alive.flat().toSorted((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1));
    return { email, franceConnect, passkeys, sessions, now: deps.now() };
  };

/** Refuses `not-found` for a session that is not one's own, or is over. */
export const endOneSession =
  (deps: SecurityDeps) =>
  async (
    { params }: InputOf<typeof api.endOneSession>,
    caller: Caller,
  ): Promise<Answer<typeof api.endOneSession>> => {
    const { id } = await deps.own(caller);
    const isMine = (await deps.access.sessions(id)).some((session) => session.id === params.id);
    if (!isMine) throw new Refusal('not-found');
    await endSessions(deps, id, (session) => session.id === params.id);
    return currentId(deps, caller) === params.id ? { cookies: [gone] } : undefined;
  };

export const endAllSessions =
  (deps: SecurityDeps) =>
  async (
    { body }: InputOf<typeof api.endAllSessions>,
    caller: Caller,
  ): Promise<Answer<typeof api.endAllSessions>> => {
    const { id } = await deps.own(caller);
    const current = currentId(deps, caller);
    await endSessions(deps, id, (session) => !body.others || session.id !== current);
    return body.others ? undefined : { cookies: [gone] };
  };
