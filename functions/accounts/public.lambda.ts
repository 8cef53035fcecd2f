import * as z from 'zod';
import { hashed, sessionTable } from '../agents/session-table.adapter.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { epochSeconds, newId, newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { accessTable } from './access-table.adapter.ts';
import { accountTable } from './account-table.adapter.ts';
import { codeTable } from './code-table.adapter.ts';
import { enter } from './enter.ts';
import { challengeIn, passkeyChecker } from './passkey.adapter.ts';
import * as api from './public-api.ts';
import { askCode, enterByCode } from './sign-in-by-code.ts';
import { askPasskey, enterByPasskey } from './sign-in-by-passkey.ts';

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
const table = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const accounts = accountTable(db, env.ACCOUNTS_TABLE);
const access = accessTable(db, env.ACCOUNTS_TABLE);
const codes = codeTable(db, env.ACCOUNTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const tell = lazily(async () =>
  (await import('./tell.adapter.ts')).teller(authority, env.CONFIGURATION_SET, env.PUBLIC_URL),
);
const come = enter({
  ...{ table, access, newSecret, now, epochSeconds },
  hash: hashed,
  tellNewDevice: async (...given) => (await tell()).newDevice(...given),
});
/** Asking for a code looks nobody up: whoever finds or makes accounts is loaded by the first right code. */
const opening = lazily(async () => {
  const [{ personTable }, { duplicateTable }, { openByEmail }] = await Promise.all([
    import('../citizens/person-table.adapter.ts'),
    import('../citizens/duplicate-table.adapter.ts'),
    import('./open-account.ts'),
  ]);
  const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
  const duplicates = duplicateTable(db, env.CITIZENS_TABLE, people);
  return openByEmail({ accounts, people, duplicates, newId, now, epochSeconds });
});
const byCode = {
  ...{ codes, enter: come },
  send: async (email: string, code: string, language: PageLanguage) =>
    (await tell()).code(email, code, 'code', language),
  openByEmail: async (email: string) => (await opening())(email),
};
const byPasskey = {
  ...{ codes, access, newSecret, now, challengeIn, enter: come },
  checker: passkeyChecker(env.PUBLIC_URL),
  account: accounts.current,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(api.askCode, askCode(byCode)),
  handle(api.enterByCode, enterByCode(byCode)),
  handle(api.askPasskey, askPasskey(byPasskey)),
  handle(api.enterByPasskey, enterByPasskey(byPasskey)),
);
