import type { Caller } from '../agents/caller.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './account-api.ts';
import { readCode } from './code.ts';
import type { CodeTable } from './code-table.adapter.ts';
import { countOrRefuse } from './count-or-refuse.ts';
import { type OpenDeps, save } from './open-account.ts';
import { own, viewOf } from './own-account.ts';

export type PhoneDeps = OpenDeps & {
  codes: Pick<CodeTable, 'make' | 'take' | 'count'>;
  /** @param phone E.164 */
  text(phone: string, code: string, language: PageLanguage): Promise<void>;
};

/** Refuses `not-allowed-in-state` when there is no number, or it is proved already; `too-many-requests`. */
export const askPhoneCode =
  (deps: PhoneDeps) =>
  async (
    { query }: InputOf<typeof api.askPhoneCode>,
    caller: Caller,
  ): Promise<Answer<typeof api.askPhoneCode>> => {
    const { id, phone, phoneProvenAt } = await own(deps)(caller);
    if (!phone || phoneProvenAt) throw new Refusal('not-allowed-in-state');
    await countOrRefuse(deps.codes, [
      ['code-from', caller.address],
      ['code-to', phone],
      ['text-of', id],
    ]);
    const { ticket, code } = await deps.codes.make({ purpose: 'phone', to: phone, account: id });
    await deps.text(phone, code, query.language);
    return { ticket };
  };

/** Refuses `wrong-code`, also when the number was changed since. */
export const confirmPhone =
  (deps: PhoneDeps) =>
  async (
    { body }: InputOf<typeof api.confirmPhone>,
    caller: Caller,
  ): Promise<Answer<typeof api.confirmPhone>> => {
    const account = await own(deps)(caller);
    await countOrRefuse(deps.codes, [['wrong-from', caller.address]]);
    const sent = await deps.codes.take(body.ticket, readCode(body.code));
    const isMine = sent?.purpose === 'phone' && sent.account === account.id && sent.to === account.phone;
    if (!isMine) throw new Refusal('wrong-code');
    return viewOf(await save(deps, account, { ...account, phoneProvenAt: deps.now() }), deps.now());
  };
