import type { Caller } from '../agents/caller.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AccessTable } from './access-table.adapter.ts';
import { writeTo } from './account.ts';
import type { CodeTable } from './code-table.adapter.ts';
import type { PasskeyChecker } from './passkey.adapter.ts';
import { mostPasskeys, type Passkey } from './passkey.ts';
import { currentId, endSessions, type SecurityDeps } from './security.ts';
import type * as api from './security-api.ts';

export type OwnPasskeyDeps = SecurityDeps & {
  access: SecurityDeps['access'] & Pick<AccessTable, 'passkey' | 'savePasskey' | 'removePasskey'>;
  table: SecurityDeps['table'] & Pick<SessionTable, 'citizenSession'>;
  codes: Pick<CodeTable, 'keepChallenge' | 'takeChallenge'>;
  checker: Pick<PasskeyChecker, 'creation' | 'created' | 'timeout'>;
  challengeIn(clientDataJSON: string): string;
  siteName(): Promise<string>;
};
const freshFor = 30 * 60_000;

/** What lets others in later is only given to whoever showed lately who they are. Refuses `fresh-sign-in-needed`. */
export const refuseStale = async (
  { table, now }: Pick<OwnPasskeyDeps, 'table' | 'now'>,
  { cookies }: Pick<Caller, 'cookies'>,
): Promise<void> => {
  const session = await table.citizenSession(cookies);
  if (!session || Date.parse(now()) - Date.parse(session.startedAt) > freshFor)
    throw new Refusal('fresh-sign-in-needed');
};

export const startPasskey =
  (deps: OwnPasskeyDeps) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.startPasskey>> => {
    const account = await deps.own(caller);
    await refuseStale(deps, caller);
    const known = await deps.access.passkeys(account.id);
    if (known.length >= mostPasskeys) throw new Refusal('not-allowed-in-state');
    const display = [account.givenName.split(' ')[0], account.familyName].filter(Boolean).join(' ');
    const site = await deps.siteName();
    const name = writeTo(account) ?? display;
    const options = await deps.checker.creation({ site, account: account.id, name, display, known });
    await deps.codes.keepChallenge(options.challenge, account.id, deps.checker.timeout / 1000);
    return { options: { ...options } };
  };

/** Refuses `wrong-code` for what was not made here, for this account, for this challenge. */
export const addPasskey =
  (deps: OwnPasskeyDeps) =>
  async (
    { body: { name, credential } }: InputOf<typeof api.addPasskey>,
    caller: Caller,
  ): Promise<Answer<typeof api.addPasskey>> => {
    const account = await deps.own(caller);
    const challenge = deps.challengeIn(credential.response.clientDataJSON);
    const isOurs = challenge !== '' && (await deps.codes.takeChallenge(challenge, account.id));
    const key = isOurs ? await deps.checker.created(credential, challenge) : null;
    if (!key || (await deps.access.passkey(key.id))) throw new Refusal('wrong-code');
    const made: Passkey = { ...key, account: account.id, name, createdAt: deps.now(), lastUsedAt: null };
    await deps.access.savePasskey(made);
    return { id: made.id };
  };

const mine = async (deps: OwnPasskeyDeps, id: string, caller: Caller): Promise<Passkey> => {
  const account = await deps.own(caller);
  const passkey = await deps.access.passkey(id);
  if (passkey?.account !== account.id) throw new Refusal('not-found');
  return passkey;
};

export const renamePasskey =
  (deps: OwnPasskeyDeps) =>
  async ({ params, body }: InputOf<typeof api.renamePasskey>, caller: Caller): Promise<undefined> => {
    await deps.access.savePasskey({ ...(await mine(deps, params.id, caller)), name: body.name });
    return undefined;
  };

/** A key that was lost or lent opens nothing more, and what it opened elsewhere is closed. */
export const removePasskey =
  (deps: OwnPasskeyDeps) =>
  async ({ params }: InputOf<typeof api.removePasskey>, caller: Caller): Promise<undefined> => {
    const passkey = await mine(deps, params.id, caller);
    await deps.access.removePasskey(passkey);
    const current = currentId(deps, caller);
    await endSessions(deps, passkey.account, (one) => one.passkey === passkey.id && one.id !== current);
    return undefined;
  };
