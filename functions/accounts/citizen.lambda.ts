import * as z from 'zod';
import { hashed, sessionTable } from '../agents/session-table.adapter.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { epochSeconds, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { accessTable } from './access-table.adapter.ts';
import * as api from './account-api.ts';
import { accountTable } from './account-table.adapter.ts';
import { citizenMe, own, readAccount } from './own-account.ts';
import { endAllSessions, endOneSession, readSecurity } from './security.ts';
import * as securityApi from './security-api.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const table = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const accounts = accountTable(db, env.ACCOUNTS_TABLE);
const access = accessTable(db, env.ACCOUNTS_TABLE);
const security = { table, access, now, own: own({ accounts }), hash: hashed };

/** Every page asks who is signed in: what few calls need is loaded by the first of them. */
const keys = lazily(async () => {
  const [wanted, checks, codes] = await Promise.all([
    import('./own-passkeys.ts'),
    import('./passkey.adapter.ts'),
    import('./code-table.adapter.ts'),
  ]);
  const deps = {
    ...security,
    codes: codes.codeTable(db, env.ACCOUNTS_TABLE),
    challengeIn: checks.challengeIn,
    checker: checks.passkeyChecker(env.PUBLIC_URL),
    siteName: async () => (await authority()).shortName,
  };
  return {
    refuseStale: (caller: Parameters<typeof wanted.refuseStale>[1]) => wanted.refuseStale(deps, caller),
    start: wanted.startPasskey(deps),
    add: wanted.addPasskey(deps),
    rename: wanted.renamePasskey(deps),
    remove: wanted.removePasskey(deps),
  };
});
/** One text by SNS; a number that takes none is not told apart: no code comes. */
const text = async (to: string, code: string, words: (code: string, name: string) => string) => {
  const [{ SNSClient }, { texter }, { senderName }] = await Promise.all([
    import('@aws-sdk/client-sns'),
    import('../delivery/sms.adapter.ts'),
    import('../sms/sender.ts'),
  ]);
  const one = await authority();
  await texter(new SNSClient(impatient))({ to, text: words(code, one.shortName), sender: senderName(one) });
};
const writing = lazily(async () => {
  const [persons, doubles, clusters, codes, joins, settles, tells, words, writes, phones] = await Promise.all(
    [
      import('../citizens/person-table.adapter.ts'),
      import('../citizens/duplicate-table.adapter.ts'),
      import('../citizens/cluster-table.adapter.ts'),
      import('./code-table.adapter.ts'),
      import('./join.ts'),
      import('./settle-joined.ts'),
      import('./tell.adapter.ts'),
      import('./words.ts'),
      import('./write-account.ts'),
      import('./prove-phone.ts'),
    ],
  );
  const people = persons.personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
  const tell = tells.teller(authority, env.CONFIGURATION_SET, env.PUBLIC_URL);
  const open = {
    ...{ accounts, people, newId, now, epochSeconds },
    duplicates: doubles.duplicateTable(db, env.CITIZENS_TABLE, people),
    clusters: clusters.clusterTable(db, env.CITIZENS_TABLE, people),
  };
  const deps = {
    ...{ ...open, table, access },
    codes: codes.codeTable(db, env.ACCOUNTS_TABLE),
    send: (email: string, code: string, language: PageLanguage) => tell.code(email, code, 'email', language),
    tellEmailChanged: tell.emailChanged,
    takeEmail: joins.takeEmail(open),
    settleJoined: settles.settleJoined({ table, access }),
    refuseStale: async (caller: Parameters<Awaited<ReturnType<typeof keys>>['refuseStale']>[0]) =>
      (await keys()).refuseStale(caller),
  };
  const proving = {
    ...deps,
    text: (to: string, code: string, language: PageLanguage) =>
      text(to, code, words.wordsIn(language).textCode),
  };
  return {
    askPhoneCode: phones.askPhoneCode(proving),
    confirmPhone: phones.confirmPhone(proving),
    write: writes.writeAccount(deps),
    askNewEmail: writes.askNewEmail(deps),
    confirmNewEmail: writes.confirmNewEmail(deps),
  };
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(api.citizenMe, citizenMe({ accounts, table, now })),
  handle(api.readAccount, readAccount({ accounts, now })),
  handle(api.writeAccount, async (...given) => (await writing()).write(...given)),
  handle(api.askNewEmail, async (...given) => (await writing()).askNewEmail(...given)),
  handle(api.confirmNewEmail, async (...given) => (await writing()).confirmNewEmail(...given)),
  handle(api.askPhoneCode, async (...given) => (await writing()).askPhoneCode(...given)),
  handle(api.confirmPhone, async (...given) => (await writing()).confirmPhone(...given)),
  handle(securityApi.readSecurity, readSecurity(security)),
  handle(securityApi.endOneSession, endOneSession(security)),
  handle(securityApi.endAllSessions, endAllSessions(security)),
  handle(securityApi.startPasskey, async (...given) => (await keys()).start(...given)),
  handle(securityApi.addPasskey, async (...given) => (await keys()).add(...given)),
  handle(securityApi.renamePasskey, async (...given) => (await keys()).rename(...given)),
  handle(securityApi.removePasskey, async (...given) => (await keys()).remove(...given)),
);
