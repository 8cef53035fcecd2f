import { emailOf } from '../citizens/normalise.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { readCode } from './code.ts';
import type { CodeTable } from './code-table.adapter.ts';
import { countOrRefuse } from './count-or-refuse.ts';
import type { Entering } from './enter.ts';
import type { Opened } from './open-account.ts';
import type * as api from './public-api.ts';

export type CodeDeps = {
  codes: Pick<CodeTable, 'make' | 'take' | 'count'>;
  send(email: string, code: string, language: PageLanguage): Promise<void>;
  openByEmail(email: string): Promise<Opened>;
  enter(entering: Entering): Promise<string[]>;
};
type From = { address: string; cookies: readonly string[] };

/**
 * Sends a code. Whether the address has an account is not looked up: the answer, its time and the mail are the same for
 * everybody. Refuses `invalid-input` for what is no address, `too-many-requests`.
 */
export const askCode =
  (deps: CodeDeps) =>
  async ({ body }: InputOf<typeof api.askCode>, { address }: From): Promise<Answer<typeof api.askCode>> => {
    const email = emailOf(body.email);
    if (!email) throw new Refusal('invalid-input', [{ field: 'email', code: 'invalid' }]);
    await countOrRefuse(deps.codes, [
      ['code-from', address],
      ['code-to', email],
    ]);
    const { ticket, code } = await deps.codes.make({ purpose: 'sign-in', to: email, account: null });
    await deps.send(email, code, body.language);
    return { ticket };
  };

/** Refuses `wrong-code` for everything that is not the code of this ticket, now, for the first time. */
export const enterByCode =
  (deps: CodeDeps) =>
  async (
    { body, headers }: InputOf<typeof api.enterByCode>,
    { address, cookies }: From,
  ): Promise<Answer<typeof api.enterByCode>> => {
    await countOrRefuse(deps.codes, [['wrong-from', address]]);
    const sent = await deps.codes.take(body.ticket, readCode(body.code));
    if (sent?.purpose !== 'sign-in') throw new Refusal('wrong-code');
    const { account, isNew } = await deps.openByEmail(sent.to);
    const userAgent = headers['user-agent'];
    return { isNew, cookies: await deps.enter({ account, by: 'code', cookies, userAgent }) };
  };
