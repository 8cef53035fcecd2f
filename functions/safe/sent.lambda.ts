import * as z from 'zod';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { lodgedTable } from './lodged-table.adapter.ts';
import { safeTable } from './safe-table.adapter.ts';
import { keepSent } from './sent.ts';

const Env = z.object({ SAFE_TABLE: z.string(), REQUESTS_TABLE: z.string(), DOCUMENTS_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const table = safeTable(db, env.SAFE_TABLE);
const lodged = lodgedTable(db, env.SAFE_TABLE);
const { load, snapshot } = requestTable(db, env.REQUESTS_TABLE);
const files = objects(s3Client());
const keep = keepSent({
  /** Who sent it while signed in, and who follows it since; a request nobody follows costs two small reads. */
  async accountsOf(reference) {
    const [senders, current] = await Promise.all([
      lodged.accountsOf(reference),
      ifThere(snapshot(reference)),
    ]);
    const followers = current?.request.followers.map(({ account }) => account) ?? [];
    const left = current?.request.unfollowed ?? [];
    return [...new Set([...senders, ...followers])].filter((account) => !left.includes(account));
  },
  messages: async (reference) => (await ifThere(load(reference)))?.messages ?? [],
  add: table.add,
  find: async (account, id) => (await table.find(account, id)) ?? table.find(account, id, 'bin'),
  async writeText(key, text) {
    await files.write({ bucket: env.DOCUMENTS_BUCKET, key }, text, 'text/plain; charset=utf-8');
  },
});
const Event = z.object({
  'detail-type': z.string(),
  detail: z.object({ reference: z.string(), account: z.string().optional() }),
});

/** Bus events about requests: whose they are (`request-lodged`), and that something was sent (`message-queued`, `request-answered`, `request-changed`). */
export const handler = async (event: unknown): Promise<void> => {
  const { 'detail-type': type, detail } = Event.parse(event);
  if (type === 'request-lodged' && detail.account) await lodged.note(detail.reference, detail.account);
  await keep(detail.reference);
};
