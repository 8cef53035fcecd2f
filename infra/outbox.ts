import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Env as RepublishEnv } from '../functions/operations/republish.lambda.ts';
import type { Env } from '../functions/shared/outbox.lambda.ts';
import { alarmAbove, figure } from './constructs/alarms.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

const impact =
  'Requests stop where they are: what was received or decided is kept, but nothing that should follow begins.';

const minutesLate = 5;
const sources = [
  'contacts',
  'batches',
  'citizens',
  'accounts',
  'households',
  'appointments',
  'payments',
  'reports',
  'subscriptions',
  'mandates',
  'privacy',
  'requests',
] as const;

/** Carries what the tables' transactions announced to the authority's bus, in the order of each item. */
export class Outbox extends Construct {
  constructor(scope: Construct, id: string, { data }: SubjectProps) {
    super(scope, id);
    const publish = new AppFunction<Env>(this, 'Publish', {
      entry: 'shared/outbox.lambda.ts',
      env: { EVENT_BUS: data.bus.eventBusName },
      impact,
    });
    publish.allow(['events:PutEvents'], [data.bus.eventBusArn]);
    alarmAbove(this, 'OutboxLag', {
      metric: figure(this, 'OutboxLag', { statistic: 'Maximum' }),
      threshold: minutesLate * 60_000,
      impact: `What was received or decided minutes ago has begun nothing yet: people wait for what is already done.`,
    });
    const again = new AppFunction<RepublishEnv>(this, 'Republish', {
      entry: 'operations/republish.lambda.ts',
      env: { EVENT_BUS: data.bus.eventBusName },
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact,
    });
    again.allow(['events:PutEvents'], [data.bus.eventBusArn]);
    for (const name of sources) data.tables[name].allow(again, 'Scan');
    const lost = new DeadLetters(this, 'Lost', { impact }).goesTo({
      by: 'stream',
      target: again.functionArn,
    });
    for (const name of sources) {
      const table = data.tables[name];
      publish.addEventSource(
        new DynamoEventSource(table, {
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 100,
          parallelizationFactor: 2,
          bisectBatchOnError: true,
          reportBatchItemFailures: true,
          retryAttempts: 100,
          maxRecordAge: Duration.hours(20),
          onFailure: new SqsDlq(lost),
          filters: [
            FilterCriteria.filter({
              eventName: FilterRule.isEqual('INSERT'),
              dynamodb: { NewImage: { outbox: { M: { type: { S: FilterRule.exists() } } } } },
            }),
          ],
        }),
      );
    }
  }
}
