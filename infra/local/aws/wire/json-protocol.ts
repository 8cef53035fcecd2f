import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../context.ts';
import { notServed, ServiceFault } from './fault.ts';

export type JsonInput = Record<string, unknown>;
export type JsonOperation = (input: JsonInput) => unknown;

type Protocol = {
  readonly service: string;
  readonly version: '1.0' | '1.1';
  /** Answers the code of the older query protocol, which SQS clients read from a header. */
  readonly queryCode?: (code: string) => string;
};

/** Serves the AWS JSON protocols: the operation's name is in `x-amz-target`, errors are `__type` and `message`. */
export function jsonHandler(protocol: Protocol, operations: Record<string, JsonOperation>) {
  return async (request: AwsRequest): Promise<AwsResponse> => {
    const operation = (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';
    try {
      const serve = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (!serve) throw notServed(protocol.service, operation || `${request.method} ${request.path}`);
      const input = request.body.length ? (JSON.parse(request.body.toString('utf8')) as JsonInput) : {};
      return reply(protocol, 200, (await serve(input)) ?? {});
    } catch (error) {
      const fault = asFault(error);
      const response = reply(protocol, fault.status, {
        __type: fault.code,
        message: fault.message,
        ...fault.details,
      });
      if (protocol.queryCode)
        response.headers['x-amzn-query-error'] = `${protocol.queryCode(fault.code)};Sender`;
      return response;
    }
  };
}

function reply(protocol: Protocol, status: number, body: unknown) {
  return {
    status,
    headers: {
      'content-type': `application/x-amz-json-${protocol.version}`,
      'x-amzn-requestid': randomUUID(),
    } as Record<string, string>,
    body: JSON.stringify(body),
  };
}

/** Anything that is not a fault is a defect of the runtime: shown whole, since only developers see it. */
export function asFault(error: unknown): ServiceFault {
  if (error instanceof ServiceFault) return error;
  if (error instanceof SyntaxError) return new ServiceFault('SerializationException', error.message);
  return new ServiceFault(
    'InternalFailure',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    500,
  );
}
