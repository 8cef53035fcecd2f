import type { FileAccount } from '../batches/accounts.ts';
import type { Turns } from './turns.adapter.ts';

type Deps = {
  /** Jobs that began before an instant are asked for; answers how many were done. */
  sweepJobs(before: string, limit: number): Promise<number>;
  turns: Pick<Turns, 'takenBefore' | 'leave' | 'advance'>;
  readFile(batchId: string, fileId: string): Promise<Pick<FileAccount, 'state'>>;
  now(): string;
};
const minutes = (count: number) => count * 60_000;
/** A notice comes within seconds of a job's end, and the longest job lasts some minutes. */
const noticeOverdue = minutes(3);
const turnOverdue = minutes(30);
const mostJobs = 100;

/** Finds what no notice told: jobs that ended, and turns whose file is no longer read. Reads only what is open. */
export async function sweep({ sweepJobs, turns, readFile, now }: Deps): Promise<{ found: number }> {
  const at = now();
  const before = (age: number) => new Date(Date.parse(at) - age).toISOString();
  const found = await sweepJobs(before(noticeOverdue), mostJobs);
  for (const { batchId, fileId } of await turns.takenBefore(before(turnOverdue)))
    if ((await readFile(batchId, fileId)).state !== 'reading') await turns.leave(fileId, at);
  await turns.advance(at);
  return { found };
}
