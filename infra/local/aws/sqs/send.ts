import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import type { JsonInput } from '../wire/json-protocol.ts';
import { type MessageAttributes, md5, md5OfAttributes } from './digest.ts';
import type { Messages, NewMessage } from './messages.ts';
import type { Queue } from './queues.ts';
import type { Wakers } from './wakers.ts';

/** SendMessage, also for one entry of a batch. */
export function sendMessage(
  ctx: Context,
  messages: Messages,
  wakers: Wakers,
  queue: Queue,
  input: JsonInput,
) {
  const body = String(input.MessageBody ?? '');
  const attributes = (input.MessageAttributes ?? {}) as MessageAttributes;
  check(queue, body, input);
  const id = messages.send(queue, {
    body,
    attributes,
    traceHeader: (input.MessageSystemAttributes as MessageAttributes | undefined)?.AWSTraceHeader
      ?.StringValue,
    ...(input.DelaySeconds === undefined ? {} : { delayMs: Number(input.DelaySeconds) * 1000 }),
    ...order(queue, body, input),
  });
  // SQS bills one request per started 64 KB; the request itself is already counted.
  const more = Math.ceil(Buffer.byteLength(body) / 65_536) - 1;
  if (more > 0) ctx.meter.count('sqs', 'SendMessage', more);
  wakers.changed(queue);
  const digest = md5OfAttributes(attributes);
  return {
    MessageId: id,
    MD5OfMessageBody: md5(body),
    ...(digest ? { MD5OfMessageAttributes: digest } : {}),
  };
}

function check(queue: Queue, body: string, input: JsonInput): void {
  if (!body)
    throw new ServiceFault('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > Number(queue.attributes.MaximumMessageSize))
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.attributes.MaximumMessageSize} bytes.`,
    );
  const delay = Number(input.DelaySeconds ?? 0);
  if (!(delay >= 0 && delay <= 900))
    throw invalid('Value for parameter DelaySeconds is invalid. Reason: Must be between 0 and 900.');
}

function order(queue: Queue, body: string, input: JsonInput): Pick<NewMessage, 'groupId' | 'dedupId'> {
  const groupId = input.MessageGroupId === undefined ? undefined : String(input.MessageGroupId);
  if (!queue.isFifo) return { groupId: undefined };
  if (!groupId)
    throw new ServiceFault('MissingParameter', 'The request must contain the parameter MessageGroupId.');
  const dedupId =
    input.MessageDeduplicationId ??
    (queue.attributes.ContentBasedDeduplication === 'true' ? md5(body) : undefined);
  if (!dedupId)
    throw invalid(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  return { groupId, dedupId: String(dedupId) };
}

const invalid = (message: string) => new ServiceFault('InvalidParameterValue', message);
