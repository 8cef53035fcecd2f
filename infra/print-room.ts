import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/delivery/agent.lambda.ts';
import {
  askPrintBatch,
  confirmPosted,
  listLetters,
  listPrintBatches,
  markPrinted,
  noteReturned,
  readDeliveries,
  readPrintBatch,
  sendAgain,
} from '../functions/delivery/agent-api.ts';
import type { Env as BatchEnv } from '../functions/delivery/print-batch.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

const unprinted = 'Letters wait: nobody finds the batch of the day to print and post.';

/** Paper: the daily batch of letters, what agents say of them, and those that come back. */
export class PrintRoom extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#agents(props);
    this.#batches(props);
  }

  #agents({ data: { tables, buckets, secrets }, api, publicUrl }: SubjectProps): void {
    const letters = new AppFunction<AgentEnv>(this, 'Letters', {
      entry: 'delivery/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact: 'Agents do not see which letters to print and post, nor mend an address.',
    });
    letReadSessions(letters, tables);
    tables.settings.allow(letters, 'GetItem');
    tables.requests.allow(letters, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    buckets.documents.allow(letters, 'letters/*', 'GetObject');
    buckets.documents.allow(letters, 'print/*', 'GetObject');
    letters.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(letters, listLetters, markPrinted, listPrintBatches, askPrintBatch, readPrintBatch);
    api.route(letters, confirmPosted, noteReturned, readDeliveries, sendAgain);
  }

  #batches({ data: { tables, buckets, bus }, authority }: SubjectProps): void {
    const batch = new AppFunction<BatchEnv>(this, 'PrintBatch', {
      entry: 'delivery/print-batch.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      // One part of a hundred letters in memory; thirty of them one after the other.
      memory: 2048,
      timeout: Duration.minutes(10),
      asynchronous: true,
      impact: unprinted,
    });
    tables.settings.allow(batch, 'GetItem');
    tables.requests.allow(batch, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    buckets.documents.allow(batch, 'letters/*', 'GetObject');
    buckets.documents.allow(batch, 'print/*', 'PutObject');
    new AppSchedule(this, 'Daily', {
      at: authority.delivery?.printAt ?? '06:00',
      timeZone: authority.timeZone,
      weekdaysOnly: true,
      target: batch,
      impact: unprinted,
    });
    onEvent(this, 'Asked', { bus, type: 'print-asked', target: batch, impact: unprinted });
  }
}
