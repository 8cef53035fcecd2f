import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { TextractClient } from '@aws-sdk/client-textract';
import * as z from 'zod';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { pageReader } from './read-page.adapter.ts';
import { textDetection } from './text-detection.adapter.ts';

const Env = z.object({
  BATCHES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  READ_TOPIC_ARN: z.string(),
  TEXTRACT_ROLE_ARN: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const notice = { topicArn: env.READ_TOPIC_ARN, roleArn: env.TEXTRACT_ROLE_ARN };
const reader = pageReader({
  pages: pageTable(documentClient(), env.BATCHES_TABLE),
  objects: objects(new S3Client(impatient)),
  detection: textDetection(new TextractClient(impatient), notice),
  states: new SFNClient(impatient),
  documentsBucket: env.DOCUMENTS_BUCKET,
});
const Event = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });
const Notice = z.object({ JobId: z.string(), JobTag: z.string().default('') });

/** Textract's notice that a job ended, through its topic: the page's text is kept and the machine goes on. */
export const handler = async (event: unknown): Promise<void> => {
  for (const { Sns } of Event.parse(event).Records) {
    const { JobId, JobTag } = Notice.parse(JSON.parse(Sns.Message));
    const [fileId = '', page = ''] = JobTag.split('.');
    await reader.notice(fileId, Number(page), JobId);
  }
};
