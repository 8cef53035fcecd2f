import * as z from 'zod';
import { noticeMailer } from '../households/notice-mail.adapter.ts';
import { sha256 } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, log } from '../shared/aws.adapter.ts';
import { dayIn, newSecret } from '../shared/clock.adapter.ts';
import { ownerSecretOf } from './cosign.ts';
import { cosignDue } from './cosign-due.ts';
import { tellWith } from './cosign-mail.ts';
import { cosignTable } from './cosign-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  DRAFTS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const use = cosignDue({
  ...cosignTable(db, env.DRAFTS_TABLE),
  tell: tellWith({ authority, send: noticeMailer(env.CONFIGURATION_SET), publicUrl: env.PUBLIC_URL }),
  hash: sha256,
  ownerSecret: ownerSecretOf(sha256),
  newSecret,
});

/** Every morning: second signatures are reminded, or given up when their time is over. */
export const handler = async () => {
  const done = await use(dayIn((await authority()).timeZone));
  log('info', 'second-signatures', done);
  return done;
};
