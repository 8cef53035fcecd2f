import { Duration } from 'aws-cdk-lib';
import {
  EventField,
  type EventPattern,
  type IEventBus,
  type IRuleTarget,
  Rule,
  RuleTargetInput,
} from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SfnStateMachine, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { type IFunction, Function as LambdaFunctionConstruct } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Replay } from '../../functions/operations/dead-letter-queue.ts';
import { type BusEventType, busSource } from '../../functions/shared/events.ts';
import { DeadLetters } from './dead-letters.ts';

type Target = IFunction | Queue | StateMachine;
export type AppRuleProps = {
  /** The account's default bus (S3 and its like) unless said. */
  readonly bus?: IEventBus;
  readonly pattern: EventPattern;
  /** A function and a queue receive the event whole; a machine receives its `detail`. */
  readonly target: Target;
  /** What a person suffers when the event cannot be handed over. */
  readonly impact: string;
};

/** Hands events to a target; what cannot be handed over in a day waits in dead letters. */
export class AppRule extends Rule {
  constructor(scope: Construct, id: string, props: AppRuleProps) {
    super(scope, id, {
      eventBus: props.bus,
      eventPattern: props.pattern,
      description: props.impact.slice(0, 500),
    });
    const deadLetterQueue = new DeadLetters(scope, `${id}DeadLetters`, { impact: props.impact });
    deadLetterQueue.goesTo(replayTo(props.target));
    const options = { deadLetterQueue, retryAttempts: 24, maxEventAge: Duration.hours(24) };
    this.addTarget(targetOf(props.target, options));
  }
}

/** Hands one kind of the authority's own events (functions/shared/events.ts) to a target. */
export function onEvent(
  scope: Construct,
  id: string,
  props: {
    readonly bus: IEventBus;
    readonly type: BusEventType | readonly BusEventType[];
    readonly target: Target;
    readonly impact: string;
  },
): AppRule {
  const { bus, type, target, impact } = props;
  return new AppRule(scope, id, {
    bus,
    target,
    impact,
    pattern: { source: [busSource], detailType: [type].flat() },
  });
}

/** What could not be handed over is handed to the same target, as the rule would have done. */
function replayTo(target: Target): Replay {
  if (target instanceof StateMachine)
    return { by: 'event', kind: 'machine', target: target.stateMachineArn, detail: 'true' };
  if (target instanceof Queue) return { by: 'event', kind: 'queue', target: target.queueUrl };
  if (target instanceof LambdaFunctionConstruct)
    return { by: 'event', kind: 'function', target: target.functionArn };
  return { by: 'hand' };
}

type Options = { deadLetterQueue: DeadLetters; retryAttempts: number; maxEventAge: Duration };
function targetOf(target: Target, options: Options): IRuleTarget {
  if (target instanceof StateMachine)
    return new SfnStateMachine(target, {
      ...options,
      input: RuleTargetInput.fromObject(EventField.fromPath('$.detail')),
    });
  if (target instanceof Queue) return new SqsQueue(target, options);
  if (target instanceof LambdaFunctionConstruct) return new LambdaFunction(target, options);
  throw new Error('a rule hands events to a function, a queue or a machine of this app');
}
