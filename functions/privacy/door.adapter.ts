import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { impatient, lazily } from '../shared/aws.adapter.ts';
import { newId, now } from '../shared/clock.adapter.ts';
import { exportTable } from './export-table.adapter.ts';
import { parts } from './parts/all.ts';
import { namesOf, ReadPlaces } from './places.ts';
import { eraseRegister } from './register.adapter.ts';
import { signsOf } from './signs.adapter.ts';
import { tablesOf } from './tables.adapter.ts';

export const DoorEnv = ReadPlaces.extend({
  SESSIONS_TABLE: z.string(),
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type DoorEnv = z.infer<typeof DoorEnv>;

/** What is needed to answer for a life, whether its owner asks or an agent for them. */
export const openDoor = (db: DynamoDBDocumentClient, env: DoorEnv) => {
  const files = lazily(async () => {
    const { objects, s3Client } = await import('../shared/objects.adapter.ts');
    return objects(s3Client());
  });
  return {
    ...{ now, newId, parts },
    store: tablesOf(db, namesOf(env).tables),
    signs: signsOf(env.PEPPER_SECRET, impatient),
    exports: exportTable(db, env.PRIVACY_TABLE),
    register: eraseRegister(db, env.PRIVACY_TABLE),
    url: async (key: string, name: string) =>
      (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }, name),
  };
};
