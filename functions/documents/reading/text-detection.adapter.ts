import type { TextractClient } from '@aws-sdk/client-textract';
import { GetDocumentTextDetectionCommand, StartDocumentTextDetectionCommand } from '@aws-sdk/client-textract';
import { type DetectedBlock, type DetectedPage, readPages } from './detected.ts';

export type Detection =
  | { status: 'running' }
  | { status: 'failed' }
  | { status: 'done'; pages: Map<number, DetectedPage> };
export type TextDetection = ReturnType<typeof textDetection>;
type Notice = { topicArn: string; roleArn: string };

/** Paris allows one start a second: the machine tries again, each time later and never in step with the others. */
export class ReaderBusy extends Error {
  override name = 'ReaderBusy';
}
const busy = ['ProvisionedThroughputExceededException', 'ThrottlingException', 'LimitExceededException'];
/** What trying again cannot mend: the pages go to the other reader. */
const refusals = [
  'BadDocumentException',
  'UnsupportedDocumentException',
  'DocumentTooLargeException',
  'InvalidParameterException',
  'InvalidS3ObjectException',
  'AccessDeniedException',
];

/** Text detection by Textract, asynchronous: only its Start and Get calls are sure to read French. */
export const textDetection = (textract: TextractClient, { topicArn, roleArn }: Notice) => ({
  /**
   * `token` makes a repeat answer the same job; `tag` comes back in the notice. Null when Textract refuses the document.
   * @throws ReaderBusy when it is throttled
   */
  async start(object: { bucket: string; key: string }, token: string, tag: string): Promise<string | null> {
    try {
      const { JobId } = await textract.send(
        new StartDocumentTextDetectionCommand({
          DocumentLocation: { S3Object: { Bucket: object.bucket, Name: object.key } },
          ClientRequestToken: token,
          JobTag: tag,
          NotificationChannel: { SNSTopicArn: topicArn, RoleArn: roleArn },
        }),
      );
      return JobId ?? null;
    } catch (error) {
      const { name } = error as Error;
      if (busy.includes(name)) throw new ReaderBusy();
      if (refusals.includes(name)) return null;
      throw error;
    }
  },

  /** Pages as the job read them; those it left out (PARTIAL_SUCCESS) are missing. Jobs are forgotten after a week. */
  async read(jobId: string): Promise<Detection> {
    const blocks: DetectedBlock[] = [];
    let NextToken: string | undefined;
    do {
      const reply = await textract
        .send(new GetDocumentTextDetectionCommand({ JobId: jobId, NextToken }))
        .catch((error: Error) => {
          if (busy.includes(error.name)) throw new ReaderBusy();
          if (error.name === 'InvalidJobIdException') return null;
          throw error;
        });
      if (!reply || reply.JobStatus === 'FAILED') return { status: 'failed' };
      if (reply.JobStatus === 'IN_PROGRESS') return { status: 'running' };
      blocks.push(...((reply.Blocks ?? []) as DetectedBlock[]));
      NextToken = reply.NextToken;
    } while (NextToken);
    return { status: 'done', pages: readPages(blocks) };
  },
});
