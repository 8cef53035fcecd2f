import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { accept } from './accepted.ts';
import { alarmAbove, alarmPeriod } from './alarms.ts';

/** Where what could not be done waits fourteen days for a person; it rings as soon as something is in it. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, props: { readonly impact: string }) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
    });
    accept(this, 'SQS3', 'This queue is itself the dead-letter queue; its depth rings an alarm.');
    alarmAbove(scope, `${id}Depth`, {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod }),
      impact: props.impact,
    });
  }
}
