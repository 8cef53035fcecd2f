import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { readQr } from '../letters/qr.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { sha256 } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { list, print } from './letters.ts';
import { lift, suppressed } from './lift-suppression.ts';
import { returned } from './note-returned.ts';
import { postTable } from './post-table.adapter.ts';
import { ask, confirm, listBatches, readBatch } from './print-batches.ts';
import { again, deliveries } from './send-again.ts';
import { liftSuppression, listSuppressions } from './suppression-api.ts';
import { suppressionTable } from './suppression-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const signer = lateSigner(env.PEPPER_SECRET, 'letter-qr');
const forget = lazily(async () => {
  const [{ SESv2Client }, { forgetAddress }] = await Promise.all([
    import('@aws-sdk/client-sesv2'),
    import('./account-suppression.adapter.ts'),
  ]);
  return forgetAddress(new SESv2Client(impatient));
});
const deps = {
  post: postTable(db, env.REQUESTS_TABLE),
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE, env.SEARCH_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  url: async ({ key }: { key: string }) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }),
  readCode: async (text: string) => readQr(text, await signer()),
  suppressions: suppressionTable(db, env.REQUESTS_TABLE),
  forget: async (address: string) => (await forget())(address),
  hash: sha256,
  now,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listLetters, list(deps)),
  handle(api.markPrinted, print(deps)),
  handle(api.listPrintBatches, listBatches(deps)),
  handle(api.askPrintBatch, ask(deps)),
  handle(api.readPrintBatch, readBatch(deps)),
  handle(api.confirmPosted, confirm(deps)),
  handle(api.noteReturned, returned(deps)),
  handle(api.readDeliveries, deliveries(deps)),
  handle(api.sendAgain, again(deps)),
  handle(listSuppressions, suppressed(deps)),
  handle(liftSuppression, lift(deps)),
);
