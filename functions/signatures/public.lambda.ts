import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { letterTable } from './letter-table.adapter.ts';
import { verifyCode, verifyFile } from './public-api.ts';
import { byCode, byFile } from './verify.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), REQUESTS_TABLE: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const deps = {
  letters: letterTable(db, env.REQUESTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(verifyCode, byCode(deps)),
  handle(verifyFile, byFile(deps)),
);
