import { type All, isOurs, place, type Rule, text, unless } from './template.ts';

type Target = { Arn?: unknown; DeadLetterConfig?: { Arn?: unknown } };
const targets = (all: All) =>
  all
    .of('AWS::Events::Rule')
    .flatMap((rule) => ((rule.props.Targets ?? []) as Target[]).map((target) => ({ rule, target })));

/** Statements of the policies of a queue that let a service put messages in, on whose behalf. */
const mayFill = (all: All, stack: string, queue: string, service: string): boolean =>
  all
    .of('AWS::SQS::QueuePolicy')
    .filter((policy) => policy.stack === stack && text(policy.props.Queues).includes(`"${queue}"`))
    .some((policy) => {
      const { Statement } = policy.props.PolicyDocument as { Statement: Record<string, unknown>[] };
      return Statement.some(
        ({ Effect, Principal, Condition }) =>
          Effect === 'Allow' &&
          text(Principal).includes(service) &&
          text(Condition).includes('aws:SourceArn'),
      );
    });

/** Buses, topics, schedules and asynchronous calls: what cannot be handed over waits for a person. */
export const eventRules: readonly Rule[] = [
  {
    says: 'each target of a rule has dead letters, whose policy lets EventBridge fill them for that rule alone',
    broken: (all) =>
      targets(all).flatMap(({ rule, target }) => {
        const queue = all.behind(rule.stack, target.DeadLetterConfig?.Arn, 'AWS::SQS::Queue');
        return queue && mayFill(all, rule.stack, queue.id, 'events.amazonaws.com') ? [] : [place(rule)];
      }),
  },
  {
    says: 'each queue behind a topic has dead letters for what the topic cannot hand over',
    broken: (all) =>
      unless(
        ({ props }) => props.Protocol !== 'sqs' || text(props.RedrivePolicy).includes('deadLetterTargetArn'),
      )(all.of('AWS::SNS::Subscription'), all),
  },
  {
    says: 'a schedule tries again for a day, then leaves a dead letter',
    broken: (all) =>
      unless(({ props }) => {
        const { DeadLetterConfig, RetryPolicy } = props.Target as Record<string, Record<string, unknown>>;
        return DeadLetterConfig !== undefined && Number(RetryPolicy?.MaximumRetryAttempts) > 0;
      })(all.of('AWS::Scheduler::Schedule'), all),
  },
  {
    says: 'a function that events call tries twice more, for six hours, then leaves a dead letter',
    broken: (all) =>
      unless(
        ({ props }) =>
          text(props.DestinationConfig).includes('OnFailure') &&
          props.MaximumRetryAttempts === 2 &&
          Number(props.MaximumEventAgeInSeconds) > 0,
      )(all.of('AWS::Lambda::EventInvokeConfig'), all),
  },
  {
    says: 'every function that a rule calls has such a way out',
    broken: (all) =>
      targets(all).flatMap(({ rule, target }) => {
        const fn = all.behind(rule.stack, target.Arn, 'AWS::Lambda::Function');
        const config = all
          .of('AWS::Lambda::EventInvokeConfig')
          .some(
            ({ stack, props }) =>
              stack === rule.stack && fn && text(props.FunctionName).includes(`"${fn.id}"`),
          );
        return !fn || config || !isOurs(fn) ? [] : [place(fn)];
      }),
  },
];
