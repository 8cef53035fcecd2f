import * as z from 'zod';
import type { ObjectRef } from '../intake/contact.ts';
import { codeMaker } from '../letters/code-table.adapter.ts';
import { drawLetter } from '../letters/letter-pdf.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { countPages, withEnclosures } from './assemble.adapter.ts';
import { deliveryFiles } from './files.adapter.ts';
import { lease } from './lease.adapter.ts';
import { writeLetter } from './write-letter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PEPPER_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const s3 = s3Client();
const buckets = { evidence: env.EVIDENCE_BUCKET, documents: env.DOCUMENTS_BUCKET };
const files = deliveryFiles(s3, buckets);
const { logo } = settingsTable(db, env.SETTINGS_TABLE);
const Input = z.object({ reference: z.string(), messageId: z.string() });
const use = writeLetter({
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  draw: async (letter) => drawLetter({ ...letter, logo: await logo() }),
  codeOf: codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
  bytes: (file: ObjectRef) => files.bytes(file),
  scan: ({ bucket, key, versionId }: ObjectRef) =>
    objects(s3).malwareScan({ bucket: buckets[bucket], key, versionId: versionId || undefined }),
  count: countPages,
  join: withEnclosures,
  write: files.writeLetter,
  dayIn,
  lease,
});

/** Task of deliver-message: `{reference, messageId}` gives `{outcome: "done"}` once the letter waits for the printer. */
export const handler = (input: unknown) => use(Input.parse(input));
