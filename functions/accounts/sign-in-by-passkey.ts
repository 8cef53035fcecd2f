import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AccessTable } from './access-table.adapter.ts';
import type { Account } from './account.ts';
import type { CodeTable } from './code-table.adapter.ts';
import { countOrRefuse } from './count-or-refuse.ts';
import type { Entering } from './enter.ts';
import type { PasskeyChecker } from './passkey.adapter.ts';
import { isCopied } from './passkey.ts';
import type * as api from './public-api.ts';

export type PasskeyDeps = {
  codes: Pick<CodeTable, 'keepChallenge' | 'takeChallenge' | 'count'>;
  access: Pick<AccessTable, 'passkey' | 'usePasskey'>;
  checker: Pick<PasskeyChecker, 'rpId' | 'timeout' | 'signed'>;
  challengeIn(clientDataJSON: string): string;
  /** The account, or the one it was joined to. */
  account(id: string): Promise<Account | null>;
  newSecret(): string;
  now(): string;
  enter(entering: Entering): Promise<string[]>;
};

/** What to sign. It names nobody: the passkey says whose it is. */
export const askPasskey =
  ({ codes, checker, newSecret }: PasskeyDeps) =>
  async (): Promise<Answer<typeof api.askPasskey>> => {
    const challenge = newSecret();
    await codes.keepChallenge(challenge, null, checker.timeout / 1000);
    return { challenge, rpId: checker.rpId, timeout: checker.timeout };
  };

/** Refuses `wrong-code` for everything that is not a known passkey signing a challenge of ours for the first time. */
export const enterByPasskey =
  (deps: PasskeyDeps) =>
  async (
    { body: { assertion }, headers }: InputOf<typeof api.enterByPasskey>,
    { address, cookies }: { address: string; cookies: readonly string[] },
  ): Promise<Answer<typeof api.enterByPasskey>> => {
    await countOrRefuse(deps.codes, [['wrong-from', address]]);
    const challenge = deps.challengeIn(assertion.response.clientDataJSON);
    const isOurs = challenge !== '' && (await deps.codes.takeChallenge(challenge, null));
    const passkey = isOurs ? await deps.access.passkey(assertion.id) : null;
    const counter = passkey && (await deps.checker.signed(assertion, challenge, passkey));
    if (!passkey || counter === null || isCopied(passkey.counter, counter)) throw new Refusal('wrong-code');
    const account = await deps.account(passkey.account);
    if (!account || !(await deps.access.usePasskey(passkey, counter, deps.now())))
      throw new Refusal('wrong-code');
    const userAgent = headers['user-agent'];
    const entering = { account, by: 'passkey' as const, cookies, userAgent, passkey: passkey.id };
    return { isNew: false, cookies: await deps.enter(entering) };
  };
