import type { Block, TextractClient } from '@aws-sdk/client-textract';
import { GetDocumentTextDetectionCommand, StartDocumentTextDetectionCommand } from '@aws-sdk/client-textract';
import type { ReadLine } from '../image/orientation.ts';

export type Reading =
  | { status: 'running' }
  | { status: 'failed' }
  | { status: 'done'; lines: ReadLine[]; confidence: number };
export type TextDetection = ReturnType<typeof textDetection>;
type Notice = { topicArn: string; roleArn: string };

/** Text detection by Textract, asynchronous: only its Start and Get calls are sure to read French. */
export const textDetection = (textract: TextractClient, { topicArn, roleArn }: Notice) => ({
  /** `token` makes a repeat answer the same job; `tag` comes back in the notice. */
  async start(object: { bucket: string; key: string }, token: string, tag: string): Promise<string> {
    const { JobId } = await textract.send(
      new StartDocumentTextDetectionCommand({
        DocumentLocation: { S3Object: { Bucket: object.bucket, Name: object.key } },
        ClientRequestToken: token,
        JobTag: tag,
        NotificationChannel: { SNSTopicArn: topicArn, RoleArn: roleArn },
      }),
    );
    if (!JobId) throw new Error('job-without-id');
    return JobId;
  },

  /** Lines in reading order; `confidence` is the mean over the words, 0 to 100. */
  async read(jobId: string): Promise<Reading> {
    const blocks: Block[] = [];
    let NextToken: string | undefined;
    do {
      const reply = await textract.send(new GetDocumentTextDetectionCommand({ JobId: jobId, NextToken }));
      if (reply.JobStatus === 'IN_PROGRESS') return { status: 'running' };
      if (reply.JobStatus === 'FAILED') return { status: 'failed' };
      blocks.push(...(reply.Blocks ?? []));
      NextToken = reply.NextToken;
    } while (NextToken);
    const words = blocks.filter((block) => block.BlockType === 'WORD');
    const sum = words.reduce((total, word) => total + (word.Confidence ?? 0), 0);
    const lines = blocks
      .filter((block) => block.BlockType === 'LINE')
      .map((line) => ({
        text: line.Text ?? '',
        width: line.Geometry?.BoundingBox?.Width ?? 0,
        height: line.Geometry?.BoundingBox?.Height ?? 0,
      }));
    return { status: 'done', lines, confidence: words.length > 0 ? sum / words.length : 0 };
  },
});
