import { createContext, Script } from 'node:vm';
import type { EdgeRequest, EdgeResponse } from './message.ts';

type Multi = { value: string; multiValue?: { value: string }[] };
type Entries = Record<string, Multi>;
type FunctionRequest = {
  method: string;
  uri: string;
  querystring: Entries;
  headers: Entries;
  cookies: Entries;
};
type FunctionResponse = {
  statusCode: number;
  statusDescription?: string;
  headers?: Entries;
  cookies?: Record<string, Multi & { attributes?: string }>;
  body?: string | { encoding?: 'text' | 'base64'; data: string };
};
type FunctionEvent = {
  version: string;
  context: object;
  viewer: { ip: string };
  request: FunctionRequest;
  response?: FunctionResponse;
};

/** A CloudFront Function, run as it stands. It sees neither the machine nor other functions. */
export type EdgeFunction = {
  onRequest(request: EdgeRequest): Promise<EdgeRequest | EdgeResponse>;
  onResponse(request: EdgeRequest, response: EdgeResponse): Promise<EdgeResponse>;
};

const MILLISECONDS = 200;

export function compileFunction(name: string, code: string): EdgeFunction {
  // CloudFront accepts `import cf from 'cloudfront'`; the stores it gives access to are not served here.
  const plain = code.replace(/^\s*import\s+\w+\s+from\s+['"]cloudfront['"];?/m, '');
  const sandbox = createContext({ console: { log() {}, error() {} } });
  new Script(`${plain}\n;globalThis.__handler = handler;`, { filename: `${name}.js` }).runInContext(sandbox, {
    timeout: MILLISECONDS,
  });
  const call = new Script('__handler(__event)');

  async function run<T>(event: FunctionEvent): Promise<T> {
    sandbox.__event = event;
    return (await call.runInContext(sandbox, { timeout: MILLISECONDS })) as T;
  }

  return {
    async onRequest(request) {
      const event = { ...eventOf(request), context: { eventType: 'viewer-request' } };
      const answer = await run<FunctionRequest | FunctionResponse>(event);
      if ('statusCode' in answer) return responseFrom(answer);
      return {
        ...request,
        method: answer.method,
        path: answer.uri,
        rawQuery: queryText(answer.querystring),
        headers: { ...texts(answer.headers), ...cookieHeader(answer.cookies) },
      };
    },
    async onResponse(request, response) {
      const event = {
        ...eventOf(request),
        context: { eventType: 'viewer-response' },
        response: toFunction(response),
      };
      const answer = await run<FunctionResponse>(event);
      const given = responseFrom(answer);
      const cookies = answer.cookies ? given.cookies : response.cookies;
      return { ...given, cookies, body: answer.body === undefined ? response.body : given.body };
    },
  };
}

function eventOf(request: EdgeRequest): FunctionEvent {
  const { cookie = '', ...headers } = request.headers;
  const cookies = cookie
    .split(';')
    .map((one) => one.trim().split(/=(.*)/s))
    .filter(([name]) => name);
  return {
    version: '1.0',
    context: {},
    viewer: { ip: request.sourceIp },
    request: {
      method: request.method,
      uri: request.path,
      querystring: entries([...new URLSearchParams(request.rawQuery)]),
      headers: entries(Object.entries(headers)),
      cookies: entries(cookies.map(([name = '', value = '']) => [name, value])),
    },
  };
}

function entries(pairs: [string, string][]): Entries {
  const found: Entries = {};
  for (const [name, value] of pairs) {
    const former = found[name];
    if (former) former.multiValue = [...(former.multiValue ?? [{ value: former.value }]), { value }];
    else found[name] = { value };
  }
  return found;
}

const texts = (given: Entries): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, { value, multiValue }]) => [
      name,
      multiValue?.map((one) => one.value).join(', ') ?? value,
    ]),
  );

function cookieHeader(cookies: Entries): Record<string, string> {
  const pairs = Object.entries(cookies).map(([name, { value }]) => `${name}=${value}`);
  return pairs.length ? { cookie: pairs.join('; ') } : {};
}

function queryText(query: Entries): string {
  const pairs = Object.entries(query).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((one) => [name, one.value]),
  );
  return new URLSearchParams(pairs as [string, string][]).toString();
}

function toFunction({ status, headers }: EdgeResponse): FunctionResponse {
  return { statusCode: status, headers: entries(Object.entries(headers)) };
}

function responseFrom({ statusCode, headers = {}, cookies = {}, body }: FunctionResponse): EdgeResponse {
  const data = typeof body === 'object' ? body : { data: body ?? '' };
  return {
    status: statusCode,
    headers: texts(headers),
    cookies: Object.entries(cookies).map(
      ([name, { value, attributes }]) => `${name}=${value}${attributes ? `; ${attributes}` : ''}`,
    ),
    body: Buffer.from(data.data, data.encoding === 'base64' ? 'base64' : 'utf8'),
  };
}
