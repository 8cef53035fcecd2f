/** The kinds of events that can be injected, by what they look like. */
export type EventKind =
  | 'ses-receipt'
  | 'http'
  | 'dynamodb-stream'
  | 'sns-sms'
  | 'sns-sms-status'
  | 'connect-flow'
  | 'connect-record'
  | 'eventbridge';

export const shapes: Record<EventKind, string> = {
  'ses-receipt':
    '{"notificationType":"Received","mail":{…},"receipt":{…}}, or {"Records":[{"eventSource":"aws:ses","ses":{…}}]}',
  http: '{"version":"2.0","routeKey":"GET /…","rawPath":"/…","requestContext":{"http":{…}}} (HTTP API)',
  'dynamodb-stream': '{"Records":[{"eventSource":"aws:dynamodb","eventSourceARN":"…","dynamodb":{…}}]}',
  'sns-sms':
    '{"originationNumber":"+33…","destinationNumber":"…","messageBody":"…","inboundMessageId":"…"} (two-way number)',
  'sns-sms-status':
    '{"notification":{"messageId":"…"},"delivery":{"destination":"+33…",…},"status":"SUCCESS"} (log of texts)',
  'connect-flow': '{"Name":"ContactFlowEvent","Details":{"ContactData":{…}}} (Amazon Connect)',
  'connect-record':
    '{"AWSContactTraceRecordFormatVersion":"…","ContactId":"…"}, or a batch of them: {"Records":[{"eventSource":"aws:kinesis","kinesis":{"data":"…"}}]}',
  eventbridge:
    '{"source":"…","detail-type":"…","detail":{…}} (S3 "Object Created" and all other EventBridge events)',
};

/** Says what an event is; undefined when it is none that the product could receive. */
export function kindOf(event: unknown): EventKind | undefined {
  if (event === null || typeof event !== 'object') return undefined;
  const it = event as Record<string, unknown>;
  const records = Array.isArray(it.Records) ? (it.Records as Record<string, unknown>[]) : [];
  if (records[0]?.eventSource === 'aws:ses' || it.notificationType === 'Received') return 'ses-receipt';
  if (records[0]?.eventSource === 'aws:dynamodb') return 'dynamodb-stream';
  if (records[0]?.eventSource === 'aws:kinesis' || 'AWSContactTraceRecordFormatVersion' in it)
    return 'connect-record';
  if (it.version === '2.0' && isObject(it.requestContext) && 'http' in it.requestContext) return 'http';
  if (isObject(it.notification) && isObject(it.delivery)) return 'sns-sms-status';
  if ('originationNumber' in it && 'messageBody' in it) return 'sns-sms';
  if (isObject(it.Details) && 'ContactData' in it.Details) return 'connect-flow';
  if (typeof it.source === 'string' && typeof it['detail-type'] === 'string') return 'eventbridge';
  return undefined;
}

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object';
