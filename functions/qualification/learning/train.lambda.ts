import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { procedureTable } from '../../procedures/procedure-table.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient } from '../../shared/aws.adapter.ts';
import { dayIn } from '../../shared/clock.adapter.ts';
import { objects, s3Client } from '../../shared/objects.adapter.ts';
import { knownProcedures } from '../known-procedures.ts';
import { classify } from '../routing/classify.ts';
import { encode } from '../routing/model-file.ts';
import { thresholdOf } from '../routing/thresholds.ts';
import { similarTable } from '../similar/similar-table.adapter.ts';
import { shippedCorpus } from './corpus.adapter.ts';
import { inUseItem } from './in-use-item.adapter.ts';
import { learningTable } from './learning-table.adapter.ts';
import { publishedClassifier } from './published.adapter.ts';
import { run } from './run.ts';
import { textTable } from './text-table.adapter.ts';
import { isAsked, modelKey } from './version.ts';
import { versionTable } from './version-table.adapter.ts';
import { weekOf } from './week.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  LEARNING_TABLE: z.string(),
  SIMILAR_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const stored = objects(s3Client());
const place = (key: string) => ({ bucket: env.DOCUMENTS_BUCKET, key });
const bytes = (key: string) => stored.read(place(key));
const authority = authorityReader(db, env.SETTINGS_TABLE);
const learning = learningTable(db, env.LEARNING_TABLE, async (instant) =>
  weekOf(dayIn((await authority()).timeZone, instant)),
);
const similar = similarTable(db, env.SIMILAR_TABLE);
const versions = versionTable(db, env.LEARNING_TABLE);
const inUse = inUseItem(db, env.SETTINGS_TABLE).read;
const procedures = knownProcedures(procedureTable(db, env.PROCEDURES_TABLE));
const use = run({
  ...versions,
  ...{ inUse, examples: learning.examples, texts: textTable(db, env.CONTACTS_TABLE).texts },
  // Who is erased leaves no mark among similar messages either.
  forget: async (contactId, at) => {
    await similar.forget(contactId);
    await learning.forget(contactId, at);
  },
  corpus: shippedCorpus,
  serving: (chosen) => publishedClassifier({ inUse: async () => chosen, bytes })(),
  async answer() {
    const settings = await authority();
    const threshold = (department: string) => thresholdOf(settings, department);
    const options = { threshold, procedures: await procedures() };
    return (classifier, message) => classify(classifier, message, options);
  },
  async write(version, classifier) {
    const bytes = gzipSync(encode(classifier), { level: 9 });
    await stored.write(place(modelKey(version)), bytes, 'application/octet-stream');
  },
  elapsed: () => performance.now(),
});
const Input = z.object({ at: z.string(), name: z.string() });

/** First task of learn-from-agents: `{version}` to serve in place of the choice of `{since}`, null when nothing is better. */
export const handler = (input: unknown) => {
  const { at, name } = Input.parse(input);
  return use({ at, isConfirmed: isAsked(name) });
};
