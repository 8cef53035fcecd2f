import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import { AppFunction } from './function.ts';

/** Seconds in which messages may be gathered before their reader is called. */
const longestWindow = 10;

export type AppQueueProps = {
  /** What a person suffers when a message cannot be handled. */
  readonly impact: string;
  /** Time-out of the function that reads it: the message stays hidden six times as long. */
  readonly consumerTimeout: Duration;
  /** Tries before the dead letters, 5 unless said. */
  readonly tries?: number;
};

/** A queue with its dead letters and their alarm. */
export class AppQueue extends Queue {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: AppQueueProps) {
    const deadLetters = new DeadLetters(scope, `${id}DeadLetters`, { impact: props.impact });
    super(scope, id, {
      // Six times the reader's patience, and the longest of our windows.
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6 + longestWindow),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: props.tries ?? 5 },
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
    });
    this.deadLetters = deadLetters.goesTo({ by: 'queue', target: this.queueUrl });
  }

  /** Hands the messages to a function, which answers the failures of a batch one by one. */
  feeds(
    fn: IFunction,
    options: { batchSize?: number; maxConcurrency?: number; window?: Duration } = {},
  ): this {
    if (fn instanceof AppFunction) fn.ringsElsewhere();
    fn.addEventSource(
      new SqsEventSource(this, {
        batchSize: options.batchSize ?? 1,
        maxConcurrency: options.maxConcurrency,
        maxBatchingWindow: options.window,
        reportBatchItemFailures: true,
      }),
    );
    return this;
  }
}
