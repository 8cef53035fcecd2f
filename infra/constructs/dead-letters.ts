import { Duration, Stack, Tags } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Replay } from '../../functions/operations/dead-letter-queue.ts';
import { accept } from './accepted.ts';
import { alarmAbove, alarmPeriod } from './alarms.ts';
import { subjectOf } from './runbook.ts';

/** By this tag the back-office may empty dead letters and nothing else. */
export const deadLettersTag = { key: 'holds', value: 'dead-letters' } as const;

/** Where what could not be done waits fourteen days for a person; it rings as soon as something is in it. */
export class DeadLetters extends Queue {
  /** `work/payments/RequestsDeadLetters`: its place, the same at each deployment. */
  readonly place: string;
  readonly subject: string;
  /** Where its letters go when an administrator replays them; said once the target exists. */
  replay: Replay = { by: 'hand' };

  constructor(scope: Construct, id: string, props: { readonly impact: string }) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
    });
    this.subject = subjectOf(scope);
    this.place = this.node.scopes
      .slice(Stack.of(this).node.scopes.length)
      .map((one) => one.node.id)
      .join('/');
    Tags.of(this).add(deadLettersTag.key, deadLettersTag.value);
    accept(this, 'SQS3', 'This queue is itself the dead-letter queue; its depth rings an alarm.');
    alarmAbove(scope, `${id}Depth`, {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod }),
      kind: 'dead-letters',
      impact: props.impact,
    });
  }

  /** Says how its letters are handed over again. */
  goesTo(replay: Replay): this {
    this.replay = replay;
    return this;
  }

  /** All dead letters of a stack. */
  static in(stack: Stack): DeadLetters[] {
    return stack.node.findAll().filter((one): one is DeadLetters => one instanceof DeadLetters);
  }
}
