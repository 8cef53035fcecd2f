/**
 * The identifiers by which a request, and what comes before it, is followed through functions, machines and the bus. None
 * of them names a person.
 */
const followed = new Set([
  ...['reference', 'contactId', 'batchId', 'fileId', 'messageId', 'letterId'],
  ...['paymentId', 'attemptId', 'refundId', 'appointmentId', 'waiterId', 'alertId', 'mandateId'],
]);
/** What an identifier looks like: whatever else stands under such a name stays out of the logs. */
const shape = /^[A-Za-z0-9][\w.:+=/-]{2,79}$/;
const deepest = 10;
const mostOfAList = 20;
const mostOfAName = 10;
export type Ids = Record<string, string | string[]>;

/** A value of DynamoDB's streams is `{"S": "…"}`. */
const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  const { S } = (typeof value === 'object' && value !== null ? value : {}) as { S?: unknown };
  return typeof S === 'string' ? S : null;
};

/**
 * Identifiers found in an event or in an answer, each under its name: bodies of queues' messages are read as JSON, bodies
 * of HTTP calls are not read at all.
 */
export function idsIn(...given: unknown[]): Ids {
  const found = new Map<string, Set<string>>();
  const note = (name: string, value: unknown) => {
    const text = textOf(value);
    if (text === null || !shape.test(text) || text.includes('@')) return;
    const known = found.get(name) ?? new Set();
    if (known.size < mostOfAName) found.set(name, known.add(text));
  };
  const look = (value: unknown, depth: number): void => {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, mostOfAList)) look(one, depth + 1);
      return;
    }
    const isHttp = 'requestContext' in value && 'rawPath' in value;
    const isQueued = 'receiptHandle' in value;
    for (const [name, inner] of Object.entries(value)) {
      if (isHttp && name !== 'pathParameters') continue;
      // The queue's own message id, which a record of ours would not be found by.
      if (isQueued && name !== 'body') continue;
      if (isQueued) look(jsonOf(inner), depth + 1);
      else if (followed.has(name)) note(name, inner);
      else look(inner, depth + 1);
    }
  };
  for (const one of given) look(one, 0);
  return Object.fromEntries(
    [...found].map(([name, values]) => [name, values.size === 1 ? ([...values][0] as string) : [...values]]),
  );
}

function jsonOf(body: unknown): unknown {
  if (typeof body !== 'string' || body.length > 65_536) return null;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
