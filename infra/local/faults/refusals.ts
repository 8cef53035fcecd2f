import type { AwsResponse } from '../context.ts';

const json = (status: number, type: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type },
  body: JSON.stringify({ __type: type, message: 'Rate exceeded' }),
});
const xml = (status: number, body: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});

/** How each service says that it is asked too much. */
export function throttled(service: string): AwsResponse {
  switch (service) {
    case 's3':
      return xml(
        503,
        '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
      );
    case 'sns':
      return xml(
        400,
        '<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>',
      );
    case 'dynamodb':
    case 'textract':
      return json(400, 'ProvisionedThroughputExceededException');
    case 'ses':
    case 'lambda':
      return json(429, 'TooManyRequestsException');
    default:
      return json(400, 'ThrottlingException');
  }
}
