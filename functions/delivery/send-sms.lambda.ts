import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { newAnswerCode } from '../sms/answer-code.adapter.ts';
import { textTable } from '../sms/text-table.adapter.ts';
import { lease } from './lease.adapter.ts';
import { sendSms } from './send-sms.ts';
import { texter } from './sms.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const Input = z.object({ reference: z.string(), messageId: z.string() });
const use = sendSms({
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  send: texter(new SNSClient(impatient)),
  texts: textTable(db, env.CONTACTS_TABLE),
  newAnswerCode,
  lease,
  dayIn,
  publicUrl: env.PUBLIC_URL,
});

/** Task of deliver-message: `{reference, messageId}` gives `{outcome}`; throws `MessageHeld` while another sends. */
export const handler = (input: unknown) => use(Input.parse(input));
