import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct, type IConstruct } from 'constructs';
import { entriesOf, slugOf } from './runbook.ts';

export type AlarmsProps = { readonly email?: string; readonly key?: IKey };

/** The one topic of a stack that wakes somebody up. House constructs find it by themselves with `Alarms.of`. */
export class Alarms extends Construct {
  readonly topic: ITopic;

  constructor(stack: Stack, props: AlarmsProps = {}) {
    super(stack, 'Alarms');
    const topic = new Topic(this, 'Topic', { enforceSSL: true, masterKey: props.key });
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    if (props.email) topic.addSubscription(new EmailSubscription(props.email));
    this.topic = topic;
  }

  /** The alarms of the stack around a construct, made when there are none yet. */
  static of(scope: IConstruct): Alarms {
    const stack = Stack.of(scope);
    return (stack.node.tryFindChild('Alarms') as Alarms | undefined) ?? new Alarms(stack);
  }
}

/**
 * Rings as soon as the sum of a metric over five minutes is above zero.
 * @param impact what a person suffers meanwhile: the text of the message that wakes somebody up
 * @param kind heading of its entry in the runbook (infra/runbook/alarms.md), the id of the alarm unless said
 */
export function alarmAbove(
  scope: IConstruct,
  id: string,
  alarm: { metric: IMetric; impact: string; threshold?: number; kind?: string },
): Alarm {
  const created = new Alarm(scope, id, {
    metric: alarm.metric,
    alarmDescription: `${alarm.impact} ${entriesOf(scope, alarm.kind ?? id)}`,
    threshold: alarm.threshold ?? 0,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  created.addAlarmAction(new SnsAction(Alarms.of(scope).topic));
  return created;
}

/** How long the metrics of the house are summed. */
export const alarmPeriod = Duration.minutes(5);

/** A figure that functions print (`measure` in functions/shared/aws.adapter.ts), summed over five minutes unless said. */
export const figure = (
  scope: IConstruct,
  metricName: string,
  { by, statistic = 'Sum', period = alarmPeriod }: Counted = {},
): Metric =>
  new Metric({
    namespace: `Parvis/${slugOf(Stack.of(scope))}`,
    metricName,
    dimensionsMap: by,
    statistic,
    period,
  });
type Counted = { by?: Record<string, string>; statistic?: string; period?: Duration };
