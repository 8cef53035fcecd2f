import { createHash } from 'node:crypto';
import type { Context, Service } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { type JsonInput, jsonHandler } from '../wire/json-protocol.ts';
import { blocksOf } from './blocks.ts';
import { tooLarge, unsupported } from './faults.ts';
import { type Job, jobStore, type Location } from './job-store.ts';
import { fetchObject, openJobs } from './jobs.ts';
import { formatOf, openDocument } from './page-image.ts';
import { openReader } from './reader.ts';

const MB = 2 ** 20;

/** Text detection, French, by an engine of this machine: the same calls, errors and blocks as Textract. */
export function createTextract(ctx: Context): Service {
  const store = jobStore(ctx.db);
  const reader = openReader();
  const jobs = openJobs(ctx, store, reader);

  async function detect({ Document }: JsonInput) {
    const { Bytes, S3Object } = (Document ?? {}) as { Bytes?: string; S3Object?: Location };
    if (!Bytes && !S3Object)
      throw new ServiceFault('InvalidParameterException', 'Request has invalid parameters');
    const bytes = Bytes ? Buffer.from(Bytes, 'base64') : fetchObject(ctx, S3Object as Location);
    if (bytes.length > 10 * MB) throw tooLarge('The document is larger than 10 MB');
    const done = ctx.busy.begin('textract: DetectDocumentText');
    try {
      const document = await openDocument(bytes);
      try {
        if (document.pages > 1) throw unsupported();
        const image = await document.page(0);
        const read = await reader.read(image);
        const id = createHash('sha256').update(bytes).digest('hex');
        ctx.meter.count('textract', 'DetectDocumentText', 1);
        return { ...VERSION, DocumentMetadata: { Pages: 1 }, Blocks: blocksOf(read, 1, id) };
      } finally {
        document.close();
      }
    } finally {
      done();
    }
  }

  function start(input: JsonInput) {
    const { S3Object: document } = (input.DocumentLocation ?? {}) as { S3Object?: Location };
    if (!document?.Bucket || !document.Name)
      throw new ServiceFault('InvalidParameterException', 'Request has invalid parameters');
    const { SNSTopicArn: topic } = (input.NotificationChannel ?? {}) as { SNSTopicArn?: string };
    const token = input.ClientRequestToken as string | undefined;
    const known = token === undefined ? undefined : store.byToken(token);
    if (known) {
      if (JSON.stringify(known.document) === JSON.stringify(document)) return { JobId: known.id };
      throw new ServiceFault(
        'IdempotentParameterMismatchException',
        'A ClientRequestToken was reused with other parameters',
      );
    }
    checkSize(fetchObject(ctx, document));
    const id = createHash('sha256').update(`${token}${document.Name}${crypto.randomUUID()}`).digest('hex');
    const tag = input.JobTag as string | undefined;
    const job: Job = { id, status: 'IN_PROGRESS', document, topic, tag, isNotified: false };
    store.add(job, token);
    jobs.add(job);
    return { JobId: id };
  }

  function get({ JobId, MaxResults, NextToken }: JsonInput) {
    const job = store.get(String(JobId));
    if (!job) throw new ServiceFault('InvalidJobIdException', 'Request has invalid Job Id');
    const state = { ...VERSION, JobStatus: job.status, StatusMessage: job.message, ...warnings(job) };
    if (job.status === 'IN_PROGRESS' || job.status === 'FAILED') return state;
    const offset = Number(NextToken ?? 0);
    const count = Math.min(1000, Number(MaxResults) || 1000);
    const { blocks, isLast } = store.blocks(job.id, offset, count);
    const next = isLast ? undefined : String(offset + blocks.length);
    return { ...state, DocumentMetadata: { Pages: job.pages }, Blocks: blocks, NextToken: next };
  }

  /** Pages that a job left out, and why. */
  function warnings({ id, status, pages = 0, message = '' }: Job) {
    if (status !== 'PARTIAL_SUCCESS') return {};
    const read = store.readPages(id);
    const Pages = Array.from({ length: pages }, (_, at) => at + 1).filter((page) => !read.has(page));
    return { Warnings: [{ ErrorCode: message.split(':')[0], Pages }] };
  }

  return {
    name: 'textract',
    handle: jsonHandler(
      { service: 'Textract', version: '1.1' },
      {
        DetectDocumentText: detect,
        StartDocumentTextDetection: start,
        GetDocumentTextDetection: get,
      },
    ),
    start: async () => jobs.resume(),
    stop: () => jobs.stop(),
  };
}

const VERSION = { DetectDocumentTextModelVersion: '1.0' };

function checkSize(bytes: Buffer): void {
  const isSheets = ['pdf', 'tiff'].includes(formatOf(bytes));
  const most = isSheets ? 500 * MB : 10 * MB;
  if (bytes.length > most) throw tooLarge(`The document is larger than ${most / MB} MB`);
}
