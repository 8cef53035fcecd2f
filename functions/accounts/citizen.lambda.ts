import * as z from 'zod';
import { hashed, sessionTable } from '../agents/session-table.adapter.ts';
import { clusterTable } from '../citizens/cluster-table.adapter.ts';
import { duplicateTable } from '../citizens/duplicate-table.adapter.ts';
import { personTable } from '../citizens/person-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { epochSeconds, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { accessTable } from './access-table.adapter.ts';
import * as api from './account-api.ts';
import { accountTable } from './account-table.adapter.ts';
import { codeTable } from './code-table.adapter.ts';
import { takeEmail } from './join.ts';
import { mails } from './messages/fr.ts';
import { askNewEmail, citizenMe, confirmNewEmail, own, readAccount, writeAccount } from './own-account.ts';
import { addPasskey, refuseStale, removePasskey, renamePasskey, startPasskey } from './own-passkeys.ts';
import { challengeIn, passkeyChecker } from './passkey.adapter.ts';
import { endAllSessions, endOneSession, readSecurity } from './security.ts';
import * as securityApi from './security-api.ts';
import { settleJoined } from './settle-joined.ts';
import { teller } from './tell.adapter.ts';

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
const codes = codeTable(db, env.ACCOUNTS_TABLE);
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
const tell = teller(authority, env.CONFIGURATION_SET, env.PUBLIC_URL);
const open = {
  ...{ accounts, people, newId, now, epochSeconds },
  duplicates: duplicateTable(db, env.CITIZENS_TABLE, people),
  clusters: clusterTable(db, env.CITIZENS_TABLE, people),
};
const security = {
  ...{ table, access, codes, now, challengeIn },
  own: own(open),
  hash: hashed,
  checker: passkeyChecker(env.PUBLIC_URL),
  siteName: async () => (await authority()).shortName,
};
const account = {
  ...{ ...open, table, access, codes },
  send: (email: string, code: string) => tell.code(email, code, mails.email),
  tellEmailChanged: tell.emailChanged,
  takeEmail: takeEmail(open),
  settleJoined: settleJoined({ table, access }),
  refuseStale: (caller: Parameters<typeof refuseStale>[1]) => refuseStale(security, caller),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(api.citizenMe, citizenMe(account)),
  handle(api.readAccount, readAccount(account)),
  handle(api.writeAccount, writeAccount(account)),
  handle(api.askNewEmail, askNewEmail(account)),
  handle(api.confirmNewEmail, confirmNewEmail(account)),
  handle(securityApi.readSecurity, readSecurity(security)),
  handle(securityApi.endOneSession, endOneSession(security)),
  handle(securityApi.endAllSessions, endAllSessions(security)),
  handle(securityApi.startPasskey, startPasskey(security)),
  handle(securityApi.addPasskey, addPasskey(security)),
  handle(securityApi.renamePasskey, renamePasskey(security)),
  handle(securityApi.removePasskey, removePasskey(security)),
);
