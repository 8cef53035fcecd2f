import { type All, isOurs, place, type Rule, text, unless } from './template.ts';

const mappings = (all: All) => all.of('AWS::Lambda::EventSourceMapping').filter(isOurs);
const ofQueues = (all: All) => mappings(all).filter(({ props }) => !props.StartingPosition);
const ofStreams = (all: All) => mappings(all).filter(({ props }) => props.StartingPosition);
const days = 86_400;

/** Queues and streams: nothing is lost between a sender and its function (docs of SQS, DynamoDB and Kinesis event sources). */
export const queueRules: readonly Rule[] = [
  {
    says: 'a function answers for each message of a batch apart',
    broken: (all) =>
      unless(({ props }) => text(props.FunctionResponseTypes).includes('ReportBatchItemFailures'))(
        ofQueues(all),
        all,
      ),
  },
  {
    says: 'a message stays hidden six times as long as its reader may take, and its window',
    broken: (all) =>
      unless(({ stack, props }) => {
        const queue = all.behind(stack, props.EventSourceArn, 'AWS::SQS::Queue');
        const reader = all.behind(stack, props.FunctionName, 'AWS::Lambda::Function');
        const least =
          6 * Number(reader?.props.Timeout ?? 3) + Number(props.MaximumBatchingWindowInSeconds ?? 0);
        return Number(queue?.props.VisibilityTimeout ?? 30) >= least;
      })(ofQueues(all), all),
  },
  {
    says: 'a queue is never filtered: SQS deletes what does not fit',
    broken: (all) => unless(({ props }) => props.FilterCriteria === undefined)(ofQueues(all), all),
  },
  {
    says: 'a limit of readers is at least two, what SQS accepts',
    broken: (all) =>
      unless(({ props }) => {
        const { MaximumConcurrency: most } = (props.ScalingConfig ?? {}) as { MaximumConcurrency?: number };
        return most === undefined || most >= 2;
      })(ofQueues(all), all),
  },
  {
    says: 'a message is tried five times, then kept fourteen days among dead letters',
    broken: (all) =>
      all
        .of('AWS::SQS::Queue')
        .filter(isOurs)
        .flatMap((queue) => {
          const { maxReceiveCount } = (queue.props.RedrivePolicy ?? {}) as { maxReceiveCount?: number };
          const isKept = Number(queue.props.MessageRetentionPeriod) === 14 * days;
          return isKept && (maxReceiveCount === undefined || maxReceiveCount >= 5) ? [] : [place(queue)];
        }),
  },
  {
    says: 'a poisoned record of a stream is cut out, tried so often, and told',
    broken: (all) =>
      unless(
        ({ props }) =>
          props.StartingPosition === 'TRIM_HORIZON' &&
          props.BisectBatchOnFunctionError === true &&
          Number(props.MaximumRetryAttempts) > 0 &&
          Number(props.MaximumRecordAgeInSeconds) < days &&
          text(props.DestinationConfig).includes('OnFailure'),
      )(ofStreams(all), all),
  },
];
