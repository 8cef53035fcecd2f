import { log } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { ReadingEnv, readingServices } from './reading-services.adapter.ts';
import { sweep } from './sweep.adapter.ts';
import { turns } from './turns.adapter.ts';

export type Env = ReadingEnv;
const env = ReadingEnv.parse(process.env);
const { reader, tell, db } = readingServices(env);
const deps = {
  sweepJobs: reader.sweep,
  turns: turns(db, env.BATCHES_TABLE, tell),
  readFile: batchTable(db, env.BATCHES_TABLE).readFile,
  now,
};

/** Every few minutes: what no notice told is found out. */
export const handler = async (): Promise<void> => {
  const { found } = await sweep(deps);
  if (found > 0) log('warn', 'reading-notices-lost', { found });
};
