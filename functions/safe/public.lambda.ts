import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { epochSeconds, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { tryTable } from '../telephony/try-table.adapter.ts';
import { openingShares } from './open-share.ts';
import { safeTable } from './safe-table.adapter.ts';
import { downloadShared, openShare } from './share-api.ts';
import { shareTable } from './share-table.adapter.ts';

const Env = z.object({
  SAFE_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const tries = tryTable(db, env.SAFE_TABLE);
const account = accountTable(db, env.ACCOUNTS_TABLE).read;
const buckets = { documents: env.DOCUMENTS_BUCKET, evidence: env.EVIDENCE_BUCKET };
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const links = openingShares({
  ...shareTable(db, env.SAFE_TABLE),
  find: safeTable(db, env.SAFE_TABLE).find,
  now,
  givenName: async (id) => (await account(id))?.givenName ?? '',
  // Always saved, never drawn: whoever was sent a link did not ask what is behind it.
  url: async ({ bucket, objectKey, name }) =>
    (await files()).url({ bucket: buckets[bucket], key: objectKey }, name),
  countTry: (address) => tries.count('share-address', address, now().slice(0, 10), epochSeconds()),
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(openShare, ({ body }, { address }) => links.open(body.secret, address)),
  handle(downloadShared, ({ body }, { address }) => links.download(body.secret, body.document, address)),
);
