import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { toldTable } from '../appointments/told-table.adapter.ts';
import { mailer } from '../delivery/mail.adapter.ts';
import { isSuppressed } from '../delivery/suppression.ts';
import { suppressionTable } from '../delivery/suppression-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { followerTable } from './follower-table.adapter.ts';
import { news } from './news.ts';
import { reportTable } from './report-table.adapter.ts';
import { settingTable } from './setting-table.adapter.ts';
import { tellFollower } from './tell-follower.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REPORTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { AWS_REGION } = z.object({ AWS_REGION: z.string() }).parse(process.env);
const db = documentClient();
const requests = requestTable(db, env.REQUESTS_TABLE);
const suppressions = suppressionTable(db, env.REQUESTS_TABLE);
const tell = tellFollower({
  ...{ dayIn, publicUrl: env.PUBLIC_URL },
  setting: settingTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'report'),
  told: toldTable(db, env.REPORTS_TABLE),
  mail: mailer(new SESv2Client(impatient), env.CONFIGURATION_SET, AWS_REGION),
  isSuppressed: async (address) => isSuppressed(await suppressions.find(address)),
});
const follow = news({
  ...{ tell, now, snapshot: requests.snapshot, load: requests.load },
  reports: reportTable(db, env.REPORTS_TABLE),
  followers: followerTable(db, env.REPORTS_TABLE),
});
const Event = z.union([
  z.object({
    'detail-type': z.literal('report-followed'),
    detail: z.object({ reference: z.string(), follower: z.string() }),
  }),
  z.object({ detail: z.object({ reference: z.string() }) }),
]);
const followers = followerTable(db, env.REPORTS_TABLE);
const reports = reportTable(db, env.REPORTS_TABLE);

/** What happens to the request of a report shows on the map, and is told to its followers. */
export const handler = async (event: unknown): Promise<void> => {
  const found = Event.parse(event);
  const { reference } = found.detail;
  if (!('follower' in found.detail)) return follow(reference);
  const [report, follower] = await Promise.all([
    reports.read(reference),
    followers.read(reference, found.detail.follower),
  ]);
  if (report && follower) await tell(report, follower, { kind: 'welcome' });
};
