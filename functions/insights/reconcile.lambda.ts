import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { mostShown } from '../retention/proof.ts';
import { proofTable } from '../retention/proof-table.adapter.ts';
import { documentClient, impatient, log, measure } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { accountFor, type CameIn, type Lost, reconcile } from './reconcile.ts';
import { entriesIn, objectsIn } from './reconcile-store.adapter.ts';

const Env = z.object({
  CONTACTS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PRIVACY_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DROP_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const s3 = new S3Client(impatient);
const proofs = proofTable(db, env.PRIVACY_TABLE);
const dropped = objectsIn(s3, env.DROP_BUCKET);
const round = {
  list: objectsIn(s3, env.EVIDENCE_BUCKET),
  dropped: async () => (await dropped('scans/')).objects.filter(({ key }) => !key.endsWith('/')),
  account: accountFor(
    entriesIn(db, { contacts: env.CONTACTS_TABLE, batches: env.BATCHES_TABLE, requests: env.REQUESTS_TABLE }),
  ),
  now: Date.now,
};
const longest = 11 * 60_000;
/** As far back as a round that was missed, or an object dated oddly: looking twice harms nothing. */
const daysBack = 3;

/** Each night: every object that came in equals an entry. What does not add up is looked at again until it does. */
export const handler = async (): Promise<void> => {
  const begun = performance.now();
  const [last] = await proofs.list('entries');
  const since = new Date(Date.now() - daysBack * 86_400_000).toISOString();
  const { checked, lost, next } = await reconcile(
    { ...round, hasTime: () => performance.now() - begun < longest },
    {
      since: last && last.at < since ? last.at : since,
      after: await proofs.cursor('entries'),
      before: (last?.found ?? []) as CameIn[],
    },
  );
  for (const { why, contactId, reference } of lost) log('error', 'entry-lost', { why, contactId, reference });
  if (lost.length > 0) measure('EntriesLost', lost.length);
  const found: Lost[] = lost.slice(0, mostShown);
  const isWhole = next === null;
  await proofs.keep({ kind: 'entries', at: now(), checked, found, count: lost.length, isWhole });
  await proofs.goOn('entries', next);
};
