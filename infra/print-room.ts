import { Duration } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
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
import type { Env as MailingEnv } from '../functions/delivery/mailing.lambda.ts';
import type { Env as BatchEnv } from '../functions/delivery/print-batch.lambda.ts';
import { liftSuppression, listSuppressions } from '../functions/delivery/suppression-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import { letIndex } from './search.ts';
import type { SubjectProps } from './subject.ts';

const unprinted = 'Letters wait: nobody finds the batch of the day to print and post.';

/** Paper: the daily batch of letters, what agents say of them, and those that come back. */
export class PrintRoom extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#agents(props);
    this.#batches(props, this.#mailing(props));
  }

  /** With an outside service, it is what takes the letters every morning; what it refuses is printed in house when asked. */
  #mailing({ data: { tables, buckets }, authority }: SubjectProps): AppFunction<MailingEnv> | undefined {
    const service = authority.delivery?.mailingService;
    if (!service) return undefined;
    const secret = Secret.fromSecretNameV2(this, 'MailingSecret', service.secretId);
    const mailing = new AppFunction<MailingEnv>(this, 'Mailing', {
      entry: 'delivery/mailing.lambda.ts',
      env: {
        REQUESTS_TABLE: tables.requests.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        SERVICE_URL: service.url,
        TOKEN_URL: service.tokenUrl,
        CLIENT_ID: service.clientId,
        CLIENT_SECRET: service.secretId,
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact: unprinted,
    });
    tables.requests.allow(mailing, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    buckets.documents.allow(mailing, 'letters/*', 'GetObject');
    return mailing.allow(['secretsmanager:GetSecretValue'], [`${secret.secretArn}-??????`]);
  }

  #agents({ data: { tables, buckets, secrets }, api, publicUrl }: SubjectProps): void {
    const letters = new AppFunction<AgentEnv>(this, 'Letters', {
      entry: 'delivery/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        SEARCH_TABLE: tables.search.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact: 'Agents do not see which letters to print and post, nor mend an address.',
    });
    letReadSessions(letters, tables);
    letIndex(letters, tables);
    tables.settings.allow(letters, 'GetItem');
    tables.requests.allow(letters, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    buckets.documents.allow(letters, 'letters/*', 'GetObject');
    buckets.documents.allow(letters, 'print/*', 'GetObject');
    letters.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(letters, listLetters, markPrinted, listPrintBatches, askPrintBatch, readPrintBatch);
    letters.allow(
      ['ses:DeleteSuppressedDestination'],
      ['*'],
      "The list of addresses that SES does not write to is the account's: it has no name of its own.",
    );
    api.route(letters, confirmPosted, noteReturned, readDeliveries, sendAgain);
    api.route(letters, listSuppressions, liftSuppression);
  }

  #batches(
    { data: { tables, buckets, bus }, authority }: SubjectProps,
    mailing?: AppFunction<MailingEnv>,
  ): void {
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
      target: mailing ?? batch,
      impact: unprinted,
    });
    onEvent(this, 'Asked', { bus, type: 'print-asked', target: batch, impact: unprinted });
  }
}
