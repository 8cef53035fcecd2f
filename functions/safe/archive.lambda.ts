import * as z from 'zod';
import { documentClient, queue } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { writeArchive } from './archive.adapter.ts';
import { archiveTable } from './archive-table.adapter.ts';
import { archiveKey, asked } from './archiving.ts';
import { safeTable } from './safe-table.adapter.ts';

const Env = z.object({ SAFE_TABLE: z.string(), DOCUMENTS_BUCKET: z.string(), EVIDENCE_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const s3 = s3Client();
const files = objects(s3);
const archives = archiveTable(db, env.SAFE_TABLE);
const buckets = { documents: env.DOCUMENTS_BUCKET, evidence: env.EVIDENCE_BUCKET };
const Asked = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });
const gone = ['NoSuchKey', 'NotFound', 'AccessDenied'];

/** Word left under `archives/asked/`: a safe is made into one file. What was asked twice is made twice, under two names: the last one counts. */
export const handler = queue(
  (body) => decodeURIComponent(Asked.parse(body).detail.object.key).slice(asked.length).split('/'),
  async ([account = '', id = '']) => {
    const key = archiveKey(account, id);
    const before = await archives.of(account, epochSeconds());
    if (before?.key !== key || before.state !== 'making') return;
    const all = await safeTable(db, env.SAFE_TABLE).all(account);
    const made = await writeArchive(
      {
        ...{ s3, bucket: env.DOCUMENTS_BUCKET },
        read: ({ bucket, objectKey }) =>
          files.read({ bucket: buckets[bucket], key: objectKey }).catch((error: Error) => {
            if (gone.includes(error.name)) return null;
            throw error;
          }),
      },
      key,
      all.filter(({ scan }) => scan === 'clean'),
    );
    await archives.save(account, { ...before, ...made, state: 'ready' }, epochSeconds());
  },
);
