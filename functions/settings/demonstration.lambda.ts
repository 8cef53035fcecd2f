import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { sha256 } from '../requests/secrets.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { customResource } from './custom-resource.adapter.ts';
import { Demonstration } from './demonstration.ts';
import { Seed } from './seed.ts';
import { tell } from './tell.ts';

const Env = z.object({ CONTACTS_TABLE: z.string(), REQUESTS_TABLE: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const s3 = new S3Client(impatient);
const db = documentClient();
const use = tell({
  requests: requestTable(db, env.REQUESTS_TABLE),
  contacts: contactTable(db, env.CONTACTS_TABLE),
  hash: sha256,
  publicUrl: env.PUBLIC_URL,
  dayIn,
  now,
});
const Properties = z.object({ Bucket: z.string(), Key: z.string() });

/** Custom resource of an invented authority: writes its invented requests, once. */
export const handler = customResource(
  (properties) => Properties.parse(properties),
  async ({ Bucket, Key }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const file = JSON.parse((await Body?.transformToString()) ?? '');
    await use(Seed.parse(file), Demonstration.parse(file.demonstration));
  },
);
