import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as ArchiveEnv } from '../functions/safe/archive.lambda.ts';
import { asked } from '../functions/safe/archiving.ts';
import type { Env as NightlyEnv } from '../functions/safe/nightly.lambda.ts';
import type { Env as ReadEnv } from '../functions/safe/read.lambda.ts';
import type { Env as SentEnv } from '../functions/safe/sent.lambda.ts';
import type { AppBucket } from './constructs/bucket.ts';
import { AppFunction } from './constructs/function.ts';
import { AppQueue } from './constructs/queue.ts';
import { AppRule, onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** What is done for the safes while nobody waits: documents read, what was sent kept, one file made of all, bins emptied. */
export class SafeWork extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#archive(props);
    this.#read(props);
    this.#sent(props);
    this.#nightly(props);
  }

  #archive({ data: { tables, buckets } }: SubjectProps): void {
    const impact = 'Citizens who asked for everything in their safe wait for a file that does not come.';
    const timeout = Duration.minutes(5);
    const archive = new AppFunction<ArchiveEnv>(this, 'Archive', {
      entry: 'safe/archive.lambda.ts',
      env: {
        SAFE_TABLE: tables.safe.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
      },
      timeout,
      impact,
    });
    tables.safe.allow(archive, 'GetItem', 'Query', 'PutItem');
    buckets.documents.allow(archive, 'safe/*', 'GetObject').allow(archive, 'archives/*', 'PutObject');
    buckets.documents.allow(archive, 'signed/*', 'GetObject').allowListing(archive);
    buckets.evidence.allow(archive, 'requests/*', 'GetObject').allowListing(archive);
    const queue = new AppQueue(this, 'Archives', { impact, consumerTimeout: timeout });
    queue.feeds(archive, { maxConcurrency: 5 });
    this.#onArrival('Asked', { prefix: asked, bucket: buckets.documents, target: queue, impact });
  }

  #onArrival(
    id: string,
    given: { prefix: string; bucket: AppBucket; target: AppQueue; impact: string },
  ): void {
    const { prefix, bucket, target, impact } = given;
    new AppRule(this, id, {
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix }] } },
      },
      ...{ target, impact },
    });
  }

  #read({ data: { tables, buckets } }: SubjectProps): void {
    const { documents, uploads } = buckets;
    const impact =
      'Documents stay in the safe unread: their owner types what could have been read, or waits for the check.';
    const timeout = Duration.minutes(2);
    const read = new AppFunction<ReadEnv>(this, 'Read', {
      entry: 'safe/read.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SAFE_TABLE: tables.safe.tableName,
        DOCUMENTS_BUCKET: documents.bucketName,
        UPLOADS_BUCKET: uploads.bucketName,
      },
      timeout,
      nativeImages: true,
      memory: 1769,
      impact,
    });
    tables.settings.allow(read, 'GetItem');
    tables.safe.allow(read, 'GetItem', 'PutItem');
    documents.allow(read, 'safe/*', 'GetObject');
    uploads.allow(read, 'uploads/*', 'GetObjectTagging');
    const queue = new AppQueue(this, 'Arrived', { impact, consumerTimeout: timeout });
    queue.feeds(read, { maxConcurrency: 5 });
    this.#onArrival('Kept', { prefix: 'safe/', bucket: documents, target: queue, impact });
  }

  #sent({ data: { tables, buckets, bus } }: SubjectProps): void {
    const impact =
      'What the authority sent is not in the safe: citizens find it on the page of their request only.';
    const sent = new AppFunction<SentEnv>(this, 'Sent', {
      entry: 'safe/sent.lambda.ts',
      env: {
        SAFE_TABLE: tables.safe.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      asynchronous: true,
      impact,
    });
    tables.safe.allow(sent, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    tables.requests.allow(sent, 'Query', 'GetItem', 'BatchGetItem');
    buckets.documents.allow(sent, 'safe/*', 'PutObject');
    onEvent(this, 'Left', {
      bus,
      type: ['request-lodged', 'message-queued', 'request-answered', 'request-changed'],
      target: sent,
      impact,
    });
  }

  #nightly({ authority, data: { tables, buckets }, mail, publicUrl }: SubjectProps): void {
    const impact = 'Bins are not emptied and nobody is warned of papers that run out.';
    const nightly = new AppFunction<NightlyEnv>(this, 'Nightly', {
      entry: 'safe/nightly.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SAFE_TABLE: tables.safe.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        HOUSEHOLDS_TABLE: tables.households.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.minutes(10),
      impact,
    });
    tables.settings.allow(nightly, 'GetItem');
    tables.safe.allow(nightly, 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    tables.accounts.allow(nightly, 'GetItem');
    tables.households.allow(nightly, 'GetItem');
    tables.procedures.allow(nightly, 'GetItem', 'Query');
    buckets.documents.allow(nightly, 'safe/*', 'DeleteObject');
    nightly.allow(['ses:SendEmail'], mail.sendingArns);
    new AppSchedule(this, 'EveryNight', {
      ...{ at: '04:10', timeZone: authority.timeZone },
      ...{ target: nightly, impact },
    });
  }
}
