import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { eraseRegister } from '../privacy/register.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, log } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { noticeBy } from './notice.adapter.ts';
import { prepareSlips } from './prepare.ts';
import { everyProcedure } from './retained.adapter.ts';
import { runSlips } from './run.ts';
import { setAsideContacts } from './set-aside.adapter.ts';
import { endedRequests, slipTable } from './slip-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  PRIVACY_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const slips = slipTable(db, env.PRIVACY_TABLE);
const { snapshot } = requestTable(db, env.REQUESTS_TABLE);
const { readHeader } = contactTable(db, env.CONTACTS_TABLE);
const { ask } = eraseRegister(db, env.PRIVACY_TABLE);
const today = async () => dayIn((await authority()).timeZone);
const standing = async () => [...(await slips.listed('open', 500)), ...(await slips.listed('over', 200))];
const prepare = prepareSlips({
  ...{ now, today, standing, authority, add: slips.add },
  procedures: everyProcedure(db, env.PROCEDURES_TABLE),
  ended: endedRequests(db, env.REQUESTS_TABLE),
  setAside: setAsideContacts(db, env.CONTACTS_TABLE),
  tell: noticeBy({ authority, publicUrl: env.PUBLIC_URL, configurationSet: env.CONFIGURATION_SET }),
});
const longest = 11 * 60_000;

/** Each night: slips that are agreed are carried out; on the first of a month those that are due are written. */
export const handler = async (): Promise<void> => {
  const begun = performance.now();
  const erased = await runSlips({
    now,
    waiting: await slips.listed('open', 500),
    save: slips.save,
    look: {
      snapshot: (reference) => ifThere(snapshot(reference)),
      contact: (id) => ifThere(readHeader(id)),
    },
    erase: (kind, id) => ask({ kind, id, at: now(), why: 'retention', by: 'auto' }),
    hasTime: () => performance.now() - begun < longest,
  });
  const made = (await today()).endsWith('-01') ? (await prepare()).length : 0;
  log('info', 'retention-night', { erased, made });
};
