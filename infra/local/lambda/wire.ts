import type { AwsRequest, AwsResponse, LambdaResult } from '../context.ts';
import type { LambdaFunction } from './function.ts';

type Options = {
  byArn(arn: string): LambdaFunction | undefined;
  invoke(one: LambdaFunction, payload: unknown): Promise<LambdaResult>;
  add(one: LambdaFunction, payload: unknown): void;
};

/** The one operation of Lambda's API that code may need: Invoke, at once or as an event. */
export function serveLambda({ byArn, invoke, add }: Options) {
  return async (request: AwsRequest): Promise<AwsResponse> => {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path)?.[1];
    if (!name || request.method !== 'POST')
      return refusal(400, 'UnknownOperationException', `not served here: ${request.method} ${request.path}`);
    const one = byArn(decodeURIComponent(name));
    if (!one)
      return refusal(404, 'ResourceNotFoundException', `Function not found: ${decodeURIComponent(name)}`);
    const payload: unknown = request.body.length ? JSON.parse(request.body.toString('utf8')) : {};
    const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (kind === 'DryRun') return { status: 204 };
    if (kind === 'Event') {
      add(one, payload);
      return { status: 202 };
    }
    const result = await invoke(one, payload);
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-amz-executed-version': '$LATEST',
    };
    if (!result.ok) headers['x-amz-function-error'] = 'Unhandled';
    return { status: 200, headers, body: JSON.stringify(result.ok ? result.payload : result.error) };
  };
}

function refusal(status: number, type: string, message: string): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ Message: message }),
  };
}
