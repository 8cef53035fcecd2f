import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { householdTable } from '../households/household-table.adapter.ts';
import { noticeMailer } from '../households/notice-mail.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { emptyBins, warnByMail } from './nightly.ts';
import { safeTable } from './safe-table.adapter.ts';
import { seasonalProcedures } from './seasonal.ts';
import { wishTable } from './wish-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SAFE_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  HOUSEHOLDS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const table = safeTable(db, env.SAFE_TABLE);
const wishes = wishTable(db, env.SAFE_TABLE);
const files = objects(s3Client());
const authority = authorityReader(db, env.SETTINGS_TABLE);
const deps = {
  ...{ toEmpty: table.toEmpty, forget: table.forget, wishes: wishes.page, saveWish: wishes.save },
  removeObject: (key: string) => files.remove({ bucket: env.DOCUMENTS_BUCKET, key }),
  documents: (account: string) => table.all(account),
  seasonal: seasonalProcedures({ ...procedureTable(db, env.PROCEDURES_TABLE), clock: () => Date.now() }),
  async hasChildren(account: string) {
    const { members } = await householdTable(db, env.HOUSEHOLDS_TABLE).of(account);
    return members.some(({ relation }) => relation === 'child');
  },
  account: accountTable(db, env.ACCOUNTS_TABLE).read,
  ...{ authority, send: noticeMailer(env.CONFIGURATION_SET), publicUrl: env.PUBLIC_URL },
};

/** Every night: empties the bins, then warns of papers those who want it. Run again, it does nothing twice. */
export const handler = async (): Promise<{ emptied: number; warned: number }> => {
  const today = dayIn((await authority()).timeZone);
  return { emptied: await emptyBins(deps, today), warned: await warnByMail(deps, today) };
};
