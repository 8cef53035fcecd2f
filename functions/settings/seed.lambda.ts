import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { agendaTable } from '../appointments/agenda-table.adapter.ts';
import { distributionTable } from '../instruction/distribution/distribution-table.adapter.ts';
import { articleTable } from '../knowledge/article-table.adapter.ts';
import { catalogueTable } from '../procedures/catalogue-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { settingTable as reportSettingTable } from '../reports/setting-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { subscriptionSettingsTable } from '../subscriptions/settings-table.adapter.ts';
import { customResource } from './custom-resource.adapter.ts';
import { Seed } from './seed.ts';
import { settingsTable } from './settings-table.adapter.ts';
import { sow } from './sow.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const s3 = new S3Client(impatient);
const db = documentClient();
const fields = {
  settings: settingsTable(db, env.SETTINGS_TABLE),
  procedures: procedureTable(db, env.PROCEDURES_TABLE),
  catalogue: catalogueTable(db, env.PROCEDURES_TABLE),
  articles: articleTable(db, env.ARTICLES_TABLE),
  people: peopleTable(db, env.PEOPLE_TABLE),
  agenda: agendaTable(db, env.SETTINGS_TABLE),
  subscriptions: subscriptionSettingsTable(db, env.SETTINGS_TABLE),
  reports: reportSettingTable(db, env.SETTINGS_TABLE),
  distribution: distributionTable(db, { people: env.PEOPLE_TABLE, requests: '' }),
};
const Properties = z.object({ Bucket: z.string(), Key: z.string() });

export const handler = customResource(
  (properties) => Properties.parse(properties),
  async ({ Bucket, Key }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const seed = Seed.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    await sow(seed, fields, now());
  },
);
