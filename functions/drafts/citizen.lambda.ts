import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { deleteDraft, listDrafts, readDraft, saveDraft } from './citizen-api.ts';
import { draftTable } from './draft-table.adapter.ts';
import { draftsOf } from './save-draft.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  DRAFTS_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const files = lazily(async () => {
  const [{ s3Client }, { draftFiles }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('./draft-files.adapter.ts'),
  ]);
  return draftFiles(s3Client(), env.UPLOADS_BUCKET);
});
const drafts = draftsOf({
  drafts: draftTable(db, env.DRAFTS_TABLE),
  files: { keep: async (id) => (await files()).keep(id), drop: async (id) => (await files()).drop(id) },
  authority: authorityReader(db, env.SETTINGS_TABLE),
  now,
  dayIn,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(listDrafts, drafts.list),
  handle(readDraft, drafts.read),
  handle(saveDraft, drafts.save),
  handle(deleteDraft, drafts.remove),
);
