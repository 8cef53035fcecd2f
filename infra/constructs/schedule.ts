import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { allow } from './accepted.ts';
import { DeadLetters } from './dead-letters.ts';

export type AppScheduleProps = {
  /** `06:00`, in `timeZone`: the hour stays what the clock on the wall says when the time changes. */
  readonly at: string;
  readonly timeZone: string;
  /** Monday to Friday; holidays are the function's own affair. */
  readonly weekdaysOnly?: boolean;
  readonly target: IFunction;
  /** What a person suffers when it does not run. */
  readonly impact: string;
};

/** Calls a function every day with `{scheduledAt}`, the instant it was due; what cannot be handed over waits in dead letters. */
export class AppSchedule extends CfnSchedule {
  constructor(scope: Construct, id: string, props: AppScheduleProps) {
    const { at, timeZone, target, impact } = props;
    const [hour = '6', minute = '0'] = at.split(':').map((part) => String(Number(part)));
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const deadLetters = new DeadLetters(scope, `${id}DeadLetters`, { impact });
    allow(role, ['lambda:InvokeFunction'], [target.functionArn]);
    allow(role, ['sqs:SendMessage'], [deadLetters.queueArn]);
    super(scope, id, {
      description: impact.slice(0, 500),
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: `cron(${minute} ${hour} ? * ${props.weekdaysOnly ? 'MON-FRI' : '*'} *)`,
      scheduleExpressionTimezone: timeZone,
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ scheduledAt: '<aws.scheduler.scheduled-time>' }),
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 24, maximumEventAgeInSeconds: 86_400 },
      },
    });
  }
}
