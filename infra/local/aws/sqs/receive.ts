import { ServiceFault } from '../wire/fault.ts';
import type { JsonInput } from '../wire/json-protocol.ts';
import { type MessageAttributes, md5, md5OfAttributes } from './digest.ts';
import type { Held, Messages } from './messages.ts';
import type { Queue } from './queues.ts';
import type { Wakers } from './wakers.ts';

/** ReceiveMessage; a long poll waits on the machine's clock. */
export async function receiveMessage(messages: Messages, wakers: Wakers, queue: Queue, input: JsonInput) {
  const max = Number(input.MaxNumberOfMessages ?? 1);
  if (!(max >= 1 && max <= 10))
    throw new ServiceFault('InvalidParameterValue', 'MaxNumberOfMessages must be between 1 and 10.');
  const visibility =
    input.VisibilityTimeout === undefined ? undefined : Number(input.VisibilityTimeout) * 1000;
  const wait = Number(input.WaitTimeSeconds ?? queue.attributes.ReceiveMessageWaitTimeSeconds) * 1000;
  const until = Date.now() + wait;
  let held = messages.receive(queue, max, visibility);
  while (held.length === 0 && Date.now() < until && !wakers.isClosed()) {
    wakers.arm(queue);
    await wakers.arrival(queue, until - Date.now());
    held = messages.receive(queue, max, visibility);
  }
  wakers.arm(queue);
  return held.length ? { Messages: held.map((message) => asWire(message, input)) } : {};
}

function asWire(held: Held, input: JsonInput) {
  const wanted = [...asNames(input.AttributeNames), ...asNames(input.MessageSystemAttributeNames)];
  const system = Object.entries(held.system).filter(
    ([name]) => wanted.includes('All') || wanted.includes(name),
  );
  const attributes = chosen(held.attributes, asNames(input.MessageAttributeNames));
  const digest = md5OfAttributes(attributes);
  return {
    MessageId: held.id,
    ReceiptHandle: held.handle,
    MD5OfBody: md5(held.body),
    Body: held.body,
    ...(system.length ? { Attributes: Object.fromEntries(system) } : {}),
    ...(digest ? { MD5OfMessageAttributes: digest, MessageAttributes: attributes } : {}),
  };
}

/** `All`, `.*`, a name, or a prefix followed by `.*`. */
function chosen(attributes: MessageAttributes, wanted: string[]): MessageAttributes {
  const isWanted = (name: string) =>
    wanted.some(
      (pattern) =>
        pattern === 'All' ||
        pattern === name ||
        (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}

const asNames = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
