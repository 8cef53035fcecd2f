import { accessTable } from '../../functions/accounts/access-table.adapter.ts';
import { accountTable } from '../../functions/accounts/account-table.adapter.ts';
import { codeTable } from '../../functions/accounts/code-table.adapter.ts';
import { enter } from '../../functions/accounts/enter.ts';
import { enterCertified } from '../../functions/accounts/enter-certified.ts';
import { joinFranceConnect, takeEmail } from '../../functions/accounts/join.ts';
import { openByEmail, openByFranceConnect } from '../../functions/accounts/open-account.ts';
import * as account from '../../functions/accounts/own-account.ts';
import * as keys from '../../functions/accounts/own-passkeys.ts';
import { challengeIn, passkeyChecker } from '../../functions/accounts/passkey.adapter.ts';
import { askPhoneCode, confirmPhone } from '../../functions/accounts/prove-phone.ts';
import * as security from '../../functions/accounts/security.ts';
import { settleJoined } from '../../functions/accounts/settle-joined.ts';
import { askCode, enterByCode } from '../../functions/accounts/sign-in-by-code.ts';
import { askPasskey, enterByPasskey } from '../../functions/accounts/sign-in-by-passkey.ts';
import * as writing from '../../functions/accounts/write-account.ts';
import type { Caller } from '../../functions/agents/caller.ts';
import { cookieNames, cookieValue } from '../../functions/agents/session.ts';
import { hashed, sessionTable } from '../../functions/agents/session-table.adapter.ts';
import { clusterTable } from '../../functions/citizens/cluster-table.adapter.ts';
import { duplicateTable } from '../../functions/citizens/duplicate-table.adapter.ts';
import { personTable } from '../../functions/citizens/person-table.adapter.ts';
import { epochSeconds, newId, newSecret, now } from '../../functions/shared/clock.adapter.ts';
import type { TestDatabase } from './dynamo.ts';

export const siteUrl = 'https://val-clair.example';
export const asked = { params: undefined, query: undefined, headers: undefined, body: undefined } as const;
const kept = (lines: readonly string[] | undefined) =>
  (lines ?? []).map((line) => line.split(';')[0] ?? '').filter((one) => !one.endsWith('='));

/** Accounts on tables of their own, with the mails they send; a `Person` here is somebody at a browser. */
export const accountsWorld = async ({ db, table: fresh }: TestDatabase) => {
  const names = {
    accounts: await fresh(),
    citizens: await fresh(),
    search: await fresh(),
    sessions: await fresh(),
  };
  const table = sessionTable(db, names.sessions, async () => null);
  const accounts = accountTable(db, names.accounts);
  const access = accessTable(db, names.accounts);
  const codes = codeTable(db, names.accounts);
  const people = personTable(db, { citizens: names.citizens, search: names.search });
  const open = {
    ...{ accounts, people, newId, now, epochSeconds },
    duplicates: duplicateTable(db, names.citizens, people),
    clusters: clusterTable(db, names.citizens, people),
  };
  const mails: { to: string; code?: string; what: string; language?: string }[] = [];
  const send = async (to: string, code: string, language?: string) =>
    void mails.push({ to, code, what: 'code', ...(language && { language }) });
  const come = enter({
    ...{ table, access, newSecret, now, epochSeconds, hash: hashed },
    tellNewDevice: async ({ email }) => void mails.push({ to: email ?? '', what: 'new-device' }),
  });
  const checker = passkeyChecker(siteUrl);
  const byCode = { codes, send, enter: come, openByEmail: openByEmail(open) };
  const byKey = {
    codes,
    access,
    newSecret,
    now,
    challengeIn,
    checker,
    enter: come,
    account: accounts.current,
  };
  const secure = {
    ...{ table, access, codes, now, challengeIn, checker, hash: hashed },
    own: account.own(open),
    siteName: async () => 'Val-Clair',
  };
  const own = {
    ...{ ...open, table, access, codes, send },
    tellEmailChanged: async (to: string) => void mails.push({ to, what: 'email-changed' }),
    takeEmail: takeEmail(open),
    settleJoined: settleJoined({ table, access }),
    refuseStale: (caller: Caller) => keys.refuseStale(secure, caller),
  };
  const phone = { ...open, codes, text: send };
  const certified = enterCertified({
    openByFranceConnect: openByFranceConnect(open),
    joinFranceConnect: joinFranceConnect(open),
    settleJoined: own.settleJoined,
    enter: come,
  });
  const lastCode = (to: string) => mails.findLast((one) => one.to === to && one.code)?.code ?? '';

  /** A browser: what it holds, and where it calls from. */
  const person = (address = '192.0.2.1', userAgent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0') => {
    const jar = new Map<string, string>();
    const hold = (lines: readonly string[] | undefined) => {
      for (const one of kept(lines)) jar.set(one.split('=')[0] ?? '', one);
    };
    const cookies = () => [...jar.values()];
    const caller = async (): Promise<Caller> => {
      const citizen = await table.sessions.citizen(cookies());
      const call = { requestId: 'r', address, cookies: cookies() };
      return citizen ? { ...call, kind: 'citizen', citizen } : { ...call, kind: 'anonymous' };
    };
    const from = () => ({ address, cookies: cookies() });
    const headers = { 'user-agent': userAgent };
    return {
      ...{ hold, cookies, caller, from, headers },
      secret: () => cookieValue(cookies(), cookieNames.citizens),
      sessionId: () => hashed(cookieValue(cookies(), cookieNames.citizens) ?? ''),
      async accountId() {
        return (await table.sessions.citizen(cookies()))?.account ?? null;
      },
      async byCode(email: string) {
        const { ticket } = await askCode(byCode)({ ...asked, body: { email, language: 'fr' } }, from());
        const body = { ticket, code: lastCode(email) };
        const { cookies: lines, isNew } = await enterByCode(byCode)({ ...asked, headers, body }, from());
        hold(lines);
        return { isNew };
      },
      async byFranceConnect(claims: Record<string, unknown>, join?: string) {
        const coming = { cookies: cookies(), userAgent };
        hold(await certified({ claims, idToken: 'id-token' }, coming, join));
      },
    };
  };
  return {
    ...{ names, table, accounts, access, codes, people, open, mails, lastCode, person, checker, certified },
    askCode: askCode(byCode),
    enterByCode: enterByCode(byCode),
    askPasskey: askPasskey(byKey),
    enterByPasskey: enterByPasskey(byKey),
    own,
    account: {
      me: account.citizenMe(own),
      read: account.readAccount(own),
      write: writing.writeAccount(own),
      askNewEmail: writing.askNewEmail(own),
      askPhoneCode: askPhoneCode(phone),
      confirmPhone: confirmPhone(phone),
      confirmNewEmail: writing.confirmNewEmail(own),
    },
    security: {
      read: security.readSecurity(secure),
      endOne: security.endOneSession(secure),
      endAll: security.endAllSessions(secure),
      startPasskey: keys.startPasskey(secure),
      addPasskey: keys.addPasskey(secure),
      renamePasskey: keys.renamePasskey(secure),
      removePasskey: keys.removePasskey(secure),
    },
  };
};
export type AccountsWorld = Awaited<ReturnType<typeof accountsWorld>>;

/** What FranceConnect certifies of an invented woman. */
export const certifiedClaims = (change: Record<string, unknown> = {}) => ({
  sub: `${'a'.repeat(66)}v1`,
  given_name: 'Angela Claire Louise',
  given_name_array: ['Angela', 'Claire', 'Louise'],
  family_name: 'DUBOIS',
  birthdate: '1962-08-24',
  gender: 'female',
  birthplace: '75107',
  birthcountry: '99100',
  email: 'angela@courriel.example',
  ...change,
});
