import * as z from 'zod';
import { log } from '../../shared/aws.adapter.ts';
import { ReadingEnv, readingServices } from './reading-services.adapter.ts';

export type Env = ReadingEnv;
const { reader } = readingServices(ReadingEnv.parse(process.env));
const Event = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });
const Notice = z.object({ JobId: z.string(), JobTag: z.string().default('') });

/** Textract's notice that a job ended, through its topic: what was read is kept and the machine goes on. */
export const handler = async (event: unknown): Promise<void> => {
  for (const { Sns } of Event.parse(event).Records) {
    const { JobId, JobTag } = Notice.parse(JSON.parse(Sns.Message));
    const [fileId = '', id = ''] = JobTag.split('.');
    const isKnown = fileId !== '' && id !== '' && (await reader.notice(fileId, id, JobId));
    if (isKnown) continue;
    log('warn', 'notice-of-unknown-job', { fileId, jobId: JobId });
    // Kept among the dead letters, where a person sees it: a job of ours that we do not know is a reading that is lost.
    throw new Error('notice-of-unknown-job');
  }
};
