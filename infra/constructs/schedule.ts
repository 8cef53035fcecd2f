import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { allow } from './accepted.ts';
import { DeadLetters } from './dead-letters.ts';

type When =
  /** `06:00`, in `timeZone`: the hour stays what the clock on the wall says when the time changes. */
  | { readonly at: string; readonly timeZone: string; readonly everyMinutes?: undefined }
  | { readonly everyMinutes: number; readonly timeZone?: undefined };
export type AppScheduleProps = When & {
  /** Monday to Friday; holidays are the function's own affair. */
  readonly weekdaysOnly?: boolean;
  /** Once a week, on that day. */
  readonly onlyOn?: 'SUN' | 'MON' | 'SAT';
  readonly target: IFunction;
  /** What a person suffers when it does not run. */
  readonly impact: string;
};

/** Calls a function every day, or every few minutes, with `{scheduledAt}`, the instant it was due; what cannot be handed over waits in dead letters. */
export class AppSchedule extends CfnSchedule {
  constructor(scope: Construct, id: string, props: AppScheduleProps) {
    const { target, impact } = props;
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const deadLetters = new DeadLetters(scope, `${id}DeadLetters`, { impact }).goesTo({
      ...{ by: 'event', kind: 'function', target: target.functionArn },
    });
    allow(role, ['lambda:InvokeFunction'], [target.functionArn]);
    allow(role, ['sqs:SendMessage'], [deadLetters.queueArn]);
    super(scope, id, {
      description: impact.slice(0, 500),
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: expressionOf(props),
      scheduleExpressionTimezone: props.timeZone,
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

function expressionOf(props: AppScheduleProps): string {
  if (props.everyMinutes !== undefined) return `rate(${props.everyMinutes} minutes)`;
  const [hour = '6', minute = '0'] = props.at.split(':').map((part) => String(Number(part)));
  return `cron(${minute} ${hour} ? * ${props.onlyOn ?? (props.weekdaysOnly ? 'MON-FRI' : '*')} *)`;
}
