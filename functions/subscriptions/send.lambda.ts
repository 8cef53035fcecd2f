import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { toldTable } from '../appointments/told-table.adapter.ts';
import { mailer } from '../delivery/mail.adapter.ts';
import { texter } from '../delivery/sms.adapter.ts';
import { isSuppressed } from '../delivery/suppression.ts';
import { suppressionTable } from '../delivery/suppression-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { isOptedOut } from '../sms/text.ts';
import { textTable } from '../sms/text-table.adapter.ts';
import { alertTable } from './alert-table.adapter.ts';
import { sendDigests } from './digest.ts';
import { digestTable } from './digest-table.adapter.ts';
import { letters } from './mail.adapter.ts';
import { sendBatch, sendQuestion } from './send.ts';
import { subscriptionSettingsTable } from './settings-table.adapter.ts';
import type { Subscriber } from './subscriber.ts';
import { subscriberTable } from './subscriber-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SUBSCRIPTIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { AWS_REGION } = z.object({ AWS_REGION: z.string() }).parse(process.env);
const db = documentClient();
const suppressions = suppressionTable(db, env.REQUESTS_TABLE);
const texts = textTable(db, env.CONTACTS_TABLE);
const deps = {
  ...{ now, dayIn, publicUrl: env.PUBLIC_URL },
  settings: subscriptionSettingsTable(db, env.SETTINGS_TABLE).read,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  alerts: alertTable(db, env.SUBSCRIPTIONS_TABLE),
  subscribers: subscriberTable(db, env.SUBSCRIPTIONS_TABLE),
  digests: digestTable(db, env.SUBSCRIPTIONS_TABLE),
  told: toldTable(db, env.SUBSCRIPTIONS_TABLE),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'subscription'),
  mail: letters(mailer(new SESv2Client(impatient), env.CONFIGURATION_SET, AWS_REGION)),
  text: texter(new SNSClient(impatient)),
  isSpared: async ({ channel, address }: Subscriber) =>
    channel === 'sms'
      ? isOptedOut(await texts.optOut(address))
      : isSuppressed(await suppressions.find(address)),
};
const Work = z.union([
  z.object({ alertId: z.string(), revision: z.number() }),
  z.object({ detail: z.object({ subscriber: z.string(), revision: z.number() }) }),
  z.object({ scheduledAt: z.string() }),
]);

/** A batch of an alert (its machine), the question to a new address (the bus), or what was too much for a week (Mondays). */
export const handler = async (event: unknown): Promise<{ more: boolean }> => {
  const work = Work.parse(event);
  if ('alertId' in work) return sendBatch(deps)(work);
  await ('detail' in work ? sendQuestion(deps)(work.detail) : sendDigests(deps)());
  return { more: false };
};
