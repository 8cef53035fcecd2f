import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { readText } from '../documents/filing/read-text.adapter.ts';
import { sniff } from '../intake/sniff.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily, queue } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { readArrived } from './read-arrived.ts';
import { safeTable } from './safe-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SAFE_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const files = objects(s3Client());
const authority = authorityReader(db, env.SETTINGS_TABLE);
const engine = lazily(async () =>
  (await import('../documents/reading/engine.adapter.ts')).openEngine({ workers: 1 }),
);
const table = safeTable(db, env.SAFE_TABLE);
const read = readArrived({
  find: table.find,
  save: table.save,
  scanOf: (id) => files.malwareScan({ bucket: env.UPLOADS_BUCKET, key: `uploads/${id}` }),
  async textOf({ objectKey, name }) {
    const bytes = await files.read({ bucket: env.DOCUMENTS_BUCKET, key: objectKey });
    return readText(bytes, await sniff(name, bytes), engine);
  },
  today: async () => dayIn((await authority()).timeZone),
  pause,
});
const Created = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** Objects that arrive under `safe/` of the documents bucket: each is looked at, then read. */
export const handler = queue(
  (body) => decodeURIComponent(Created.parse(body).detail.object.key),
  (key) => {
    const [, account = '', id = ''] = key.split('/');
    return read(account, id);
  },
);
