import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { noticeTable } from './notice-table.adapter.ts';
import { readNotices } from './public-api.ts';
import { publicNotices } from './set-notice.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(
    readNotices,
    publicNotices({
      now,
      notices: noticeTable(db, env.SETTINGS_TABLE),
      authority: authorityReader(db, env.SETTINGS_TABLE),
    }),
  ),
);
