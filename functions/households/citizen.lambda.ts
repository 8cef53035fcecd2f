import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import type { Caller } from '../agents/caller.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { safeTable } from '../safe/safe-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, epochSeconds, newId, newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { tryTable } from '../telephony/try-table.adapter.ts';
import type { Household } from './household.ts';
import * as api from './household-api.ts';
import { householdTable } from './household-table.adapter.ts';
import { inviting } from './invite.ts';
import { keepKnown } from './known-api.ts';
import * as members from './members.ts';
import { readPrefill } from './prefill-api.ts';
import { readPrefill as readPrefillWith } from './read-prefill.ts';
import * as sharing from './sharing-api.ts';
import { householdView } from './view.ts';
import { whose } from './whose.ts';
import { changeHousehold } from './write-household.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  HOUSEHOLDS_TABLE: z.string(),
  SAFE_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const table = householdTable(db, env.HOUSEHOLDS_TABLE);
const account = accountTable(db, env.ACCOUNTS_TABLE).read;
const authority = authorityReader(db, env.SETTINGS_TABLE);
const tries = tryTable(db, env.HOUSEHOLDS_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const change = changeHousehold(table);
const invitations = inviting({
  ...{ ...table, account, newSecret, newId, now, epochSeconds },
  countTry: (kind, value) => tries.count(`child-${kind}`, value, now().slice(0, 10), epochSeconds()),
});
const prefillOf = readPrefillWith({
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  account,
  household: table.of,
  safe: (id) => safeTable(db, env.SAFE_TABLE).all(id, 200),
});
const at = async () => ({ now: now(), today: dayIn((await authority()).timeZone) });
const view = async (household: Household) => {
  const { today, now: instant } = await at();
  return householdView(household, today, instant);
};
const ofHome = (caller: Caller) => whose(caller, 'documents').account;
type At = Awaited<ReturnType<typeof at>>;
/** Changes the caller's household by a rule and answers it as it is then. */
const changed = async (caller: Caller, rule: (household: Household, at: At) => Household) => {
  const moment = await at();
  return view(await change(ofHome(caller), (household) => rule(household, moment)));
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readHousehold, async (_, caller) => view(await table.of(ofHome(caller)))),
  handle(api.addMember, ({ body: { id, ...typed } }, caller) =>
    changed(caller, (household, moment) => members.addMember(household, id, typed, moment)),
  ),
  handle(api.changeMember, ({ params, body }, caller) =>
    changed(caller, (household, moment) => members.changeMember(household, params.id, body, moment)),
  ),
  handle(api.confirmMember, ({ params, body }, caller) =>
    changed(caller, (household, moment) =>
      members.confirmMember(household, params.id, body.version, moment.now),
    ),
  ),
  handle(api.removeMember, ({ params, query }, caller) =>
    changed(caller, (household) => members.removeMember(household, params.id, query.version)),
  ),
  handle(api.forgetFact, ({ params, query }, caller) =>
    changed(caller, (household) => members.forgetFact(household, query.member, params.code)),
  ),
  handle(keepKnown, async ({ body }, caller) => {
    await changed(caller, (household, moment) =>
      members.keepSaid(household, body.member, body.values, moment),
    );
    return undefined;
  }),
  handle(sharing.inviteParent, ({ params }, caller) => invitations.invite(ofHome(caller), params.id)),
  handle(sharing.readInvitation, ({ body }, caller) => invitations.read(ofHome(caller), body.secret)),
  handle(sharing.acceptInvitation, ({ body }, caller) =>
    invitations.accept(ofHome(caller), body.secret, body.birth),
  ),
  handle(sharing.endSharing, async ({ params }, caller) => {
    await invitations.end(ofHome(caller), params.id);
    return undefined;
  }),
  handle(readPrefill, async ({ params, query }, caller) =>
    prefillOf(whose(caller, 'requests').account, { ...params, ...query }, (await at()).today),
  ),
);
