import type { DeadLetterQueue } from './dead-letter-queue.ts';
import { type Ids, idsIn } from './ids.ts';

/** A message of a queue, with the instants SQS gives in milliseconds since 1970, as text. */
export type Message = {
  id: string;
  handle: string;
  body: string;
  sentAt: string;
  /** Attributes set by whoever put it there: EventBridge says why (`ERROR_CODE`). */
  attributes: Record<string, string>;
};
/** What is done with a message to try it again. */
export type HandOver =
  | { to: 'queue'; url: string; body: string; attributes: Record<string, string> }
  | { to: 'function'; arn: string; payload: unknown }
  | { to: 'machine'; arn: string; name: string; input: unknown };
/** What an administrator sees of a message: codes and ids, never its content. */
export type DeadLetter = {
  id: string;
  since: string;
  /** A code: `tries-used-up`, or the kind of error. */
  cause: string;
  /** What it was: the type of the event, when it says one. */
  event: string | null;
  about: Ids;
};

const jsonOf = (text: string): Record<string, unknown> => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
const inner = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
/** Codes of AWS and kinds of errors; anything longer or stranger is not shown. */
const code = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Za-z][\w.-]{1,79}$/.test(value) ? value : null;

/** What may be shown of a message. */
export function shown(message: Message): DeadLetter {
  const body = jsonOf(message.body);
  const wrapped = inner(body.requestPayload);
  const event = body.requestPayload ? wrapped : body;
  const failed = code(inner(body.responsePayload).errorType) ?? code(message.attributes.ERROR_CODE);
  const condition = code(inner(body.requestContext).condition);
  return {
    id: message.id,
    since: new Date(Number(message.sentAt)).toISOString(),
    cause: failed ?? condition ?? 'tries-used-up',
    event: code(event['detail-type']) ?? code(inner(event.detail).eventName),
    about: idsIn(event),
  };
}

/** How a message of this queue is tried again; `null` when that cannot be done from here. */
export function handOver({ replay }: Pick<DeadLetterQueue, 'replay'>, message: Message): HandOver | null {
  switch (replay.by) {
    case 'queue':
      return { to: 'queue', url: replay.target, body: message.body, attributes: message.attributes };
    case 'function':
      return { to: 'function', arn: replay.target, payload: jsonOf(message.body).requestPayload ?? {} };
    case 'stream':
      return { to: 'function', arn: replay.target, payload: jsonOf(message.body) };
    case 'event':
      if (replay.kind === 'queue')
        return { to: 'queue', url: replay.target, body: message.body, attributes: {} };
      if (replay.kind === 'function')
        return { to: 'function', arn: replay.target, payload: jsonOf(message.body) };
      return {
        to: 'machine',
        arn: replay.target,
        // The same letter, replayed twice, starts one execution.
        name: `replay-${message.id}`,
        input: replay.detail ? (jsonOf(message.body).detail ?? {}) : jsonOf(message.body),
      };
    case 'hand':
      return null;
  }
}
