import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { toldTable } from '../appointments/told-table.adapter.ts';
import { personTable } from '../citizens/person-table.adapter.ts';
import { deliveryFiles } from '../delivery/files.adapter.ts';
import { mailer } from '../delivery/mail.adapter.ts';
import { texter } from '../delivery/sms.adapter.ts';
import { isSuppressed } from '../delivery/suppression.ts';
import { suppressionTable } from '../delivery/suppression-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { s3Client } from '../shared/objects.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { isOptedOut } from '../sms/text.ts';
import { textTable } from '../sms/text-table.adapter.ts';
import { mandateTable } from './mandate-table.adapter.ts';
import { type ReturnedDeps, ReturnedEvent, takeReturned } from './returned.ts';
import { tellMandate } from './tell.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  CONFIGURATION_SET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { AWS_REGION } = z.object({ AWS_REGION: z.string() }).parse(process.env);
const db = documentClient();
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: '' });
const suppressions = suppressionTable(db, env.REQUESTS_TABLE);
const texts = textTable(db, env.CONTACTS_TABLE);
const { logo } = settingsTable(db, env.SETTINGS_TABLE);
const files = deliveryFiles(s3Client(), { documents: env.DOCUMENTS_BUCKET, evidence: '' });
const deps: ReturnedDeps = {
  ...{ now, dayIn, publicUrl: env.PUBLIC_URL },
  mandates: mandateTable(db, { mandates: env.MANDATES_TABLE, sessions: env.SESSIONS_TABLE }),
  told: toldTable(db, env.MANDATES_TABLE),
  account: accountTable(db, env.ACCOUNTS_TABLE).current,
  sheets: async (person) => (await ifThere(people.read(person)))?.members ?? [],
  authority: authorityReader(db, env.SETTINGS_TABLE),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'mandate'),
  mail: mailer(new SESv2Client(impatient), env.CONFIGURATION_SET, AWS_REGION),
  text: texter(new SNSClient(impatient)),
  keepSent: texts.keepSent,
  suppress: suppressions.put,
  isSuppressed: async (address) => isSuppressed(await suppressions.find(address)),
  isOptedOut: async (number) => isOptedOut(await texts.optOut(number)),
  async write(key, letter, about) {
    const { drawLetter } = await import('../letters/letter-pdf.adapter.ts');
    await files.writeLetter(key, (await drawLetter({ ...letter, logo: await logo() })).pdf, about);
  },
};
const Event = z.object({
  detail: z.object({
    mandateId: z.string(),
    change: z.enum(['offered', 'begun', 'over']),
    version: z.number().int(),
  }),
});

/**
 * Bus event `mandate-changed`: the person is told by their own way, the helper by mail, each once. What SES or a carrier says
 * later of such a notice: the person is told by another way.
 */
export const handler = async (event: unknown): Promise<void> => {
  const returned = ReturnedEvent.safeParse(event);
  if (returned.success) await takeReturned(deps)(returned.data);
  else await tellMandate(deps)(Event.parse(event).detail);
};
