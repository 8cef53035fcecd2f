import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { sha256 } from '../requests/secrets.adapter.ts';
import { documentClient, impatient, log, measure } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { anchorStore } from './anchor-store.adapter.ts';
import { journalStore } from './journal-store.adapter.ts';
import { mostShown } from './proof.ts';
import { proofTable } from './proof-table.adapter.ts';
import { verifyJournals } from './verify-journals.ts';

const Env = z.object({
  REQUESTS_TABLE: z.string(),
  PRIVACY_TABLE: z.string(),
  ANCHORS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const proofs = proofTable(db, env.PRIVACY_TABLE);
const anchors = anchorStore(new S3Client(impatient), env.ANCHORS_BUCKET);
const { read } = journalStore(db, env.REQUESTS_TABLE);
/** Of the quarter of an hour that the function has. */
const longest = 11 * 60_000;

/** Each night: as many journals as there is time for are proved, line by line, against the heads that were anchored. */
export const handler = async (): Promise<void> => {
  const begun = performance.now();
  const { checked, broken, next } = await verifyJournals(
    {
      ...{ read, page: anchors.page, anchorsOf: anchors.of, hash: sha256 },
      hasTime: () => performance.now() - begun < longest,
    },
    await proofs.cursor('journal'),
  );
  for (const { reference, index, why } of broken) log('error', 'journal-broken', { reference, index, why });
  if (broken.length > 0) measure('JournalBroken', broken.length);
  const found = broken.slice(0, mostShown);
  const isWhole = next === null;
  await proofs.keep({ kind: 'journal', at: now(), checked, found, count: broken.length, isWhole });
  await proofs.goOn('journal', next);
};
