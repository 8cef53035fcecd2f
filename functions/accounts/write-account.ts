import type { Caller } from '../agents/caller.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import { emailOf, phoneOf } from '../citizens/normalise.ts';
import { tidy } from '../procedures/formats.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import type { Answer, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { AccessTable } from './access-table.adapter.ts';
import type { Account } from './account.ts';
import type * as api from './account-api.ts';
import { readCode } from './code.ts';
import type { CodeTable } from './code-table.adapter.ts';
import { countOrRefuse } from './count-or-refuse.ts';
import { citizenOf } from './enter.ts';
import { type OpenDeps, proposeAlike, save } from './open-account.ts';
import { own, viewOf } from './own-account.ts';
import { readingOf } from './words.ts';

export type AccountDeps = OpenDeps & {
  table: Pick<SessionTable, 'byId' | 'citizenSession' | 'changeCitizen'>;
  access: Pick<AccessTable, 'sessions'>;
  codes: Pick<CodeTable, 'make' | 'take' | 'count'>;
  send(email: string, code: string, language: PageLanguage): Promise<void>;
  /** Tells the address that opened the account until now that it does no more. */
  tellEmailChanged(email: string, language: PageLanguage): Promise<void>;
  takeEmail(account: string, email: string): Promise<{ account: Account; joined: string | null }>;
  /** What the joined account had open is closed, its passkeys follow. */
  settleJoined(from: string, into: string): Promise<void>;
  refuseStale(caller: Caller): Promise<void>;
};

/** Every session of theirs calls them by their name of now; for whom each acts stays as it is. */
const spread = async ({ access, table }: AccountDeps, account: Account): Promise<void> => {
  for (const { id, by } of await access.sessions(account.id)) {
    const before = (await table.byId(id))?.citizen;
    if (!before) continue;
    const { actingFor } = before;
    await table.changeCitizen(id, { ...citizenOf(account, by), ...(actingFor ? { actingFor } : {}) });
  }
};

/** Refuses `conflict` when it changed since, `not-allowed-in-state` for what is certified, `invalid-input`. */
export const writeAccount =
  (deps: AccountDeps) =>
  async (
    { body }: InputOf<typeof api.writeAccount>,
    caller: Caller,
  ): Promise<Answer<typeof api.writeAccount>> => {
    const before = await own(deps)(caller);
    if (before.version !== body.version) throw new Refusal('conflict');
    const { version: _, ...said } = body;
    const phone = said.phone ? phoneOf(said.phone) : null;
    if (said.phone && !phone) throw new Refusal('invalid-input', [{ field: 'phone', code: 'invalid' }]);
    if (said.birth && said.birth.date > deps.now().slice(0, said.birth.date.length))
      throw new Refusal('invalid-input', [{ field: 'birth', code: 'out-of-range' }]);
    const after: Account = {
      ...before,
      ...said,
      ...{ phone, givenName: tidy(said.givenName), familyName: tidy(said.familyName) },
      phoneProvenAt: phone === before.phone ? (before.phoneProvenAt ?? null) : null,
      usedName: said.usedName ? tidy(said.usedName) : null,
    };
    const isNamedOtherwise = after.givenName !== before.givenName || after.familyName !== before.familyName;
    const isBornOtherwise = JSON.stringify(after.birth) !== JSON.stringify(before.birth);
    if (before.franceConnect && (isNamedOtherwise || (before.birth && isBornOtherwise)))
      throw new Refusal('not-allowed-in-state');
    const saved = await save(deps, before, after);
    if (isNamedOtherwise) {
      await spread(deps, saved);
      await proposeAlike(deps, saved);
    }
    return viewOf(saved, deps.now());
  };

/** Refuses `fresh-sign-in-needed`, `invalid-input`, `too-many-requests`. */
export const askNewEmail =
  (deps: AccountDeps) =>
  async (
    { body }: InputOf<typeof api.askNewEmail>,
    caller: Caller,
  ): Promise<Answer<typeof api.askNewEmail>> => {
    const account = await own(deps)(caller);
    await deps.refuseStale(caller);
    const email = emailOf(body.email);
    if (!email) throw new Refusal('invalid-input', [{ field: 'email', code: 'invalid' }]);
    await countOrRefuse(deps.codes, [
      ['code-from', caller.address],
      ['code-to', email],
    ]);
    const { ticket, code } = await deps.codes.make({ purpose: 'email', to: email, account: account.id });
    await deps.send(email, code, readingOf(account));
    return { ticket };
  };

/** Refuses `wrong-code`; `conflict` when the address opens the account of somebody else. */
export const confirmNewEmail =
  (deps: AccountDeps) =>
  async (
    { body }: InputOf<typeof api.confirmNewEmail>,
    caller: Caller,
  ): Promise<Answer<typeof api.confirmNewEmail>> => {
    const before = await own(deps)(caller);
    await countOrRefuse(deps.codes, [['wrong-from', caller.address]]);
    const sent = await deps.codes.take(body.ticket, readCode(body.code));
    if (sent?.purpose !== 'email' || sent.account !== before.id) throw new Refusal('wrong-code');
    const { account, joined } = await deps.takeEmail(before.id, sent.to);
    if (joined) await deps.settleJoined(joined, account.id);
    await spread(deps, account);
    if (before.email && before.email !== sent.to)
      await deps.tellEmailChanged(before.email, readingOf(before));
    return { email: sent.to, isJoined: joined !== null };
  };
