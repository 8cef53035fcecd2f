/** What the API answers, before the edge. Header names are in lower case; cookies stay apart since they repeat. */
export type ApiResponse = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
};

type Structured = {
  statusCode?: number | string;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

/** Reads a function's answer (format 2.0): a value without `statusCode` is the JSON body of a 200. */
export function responseOf(payload: unknown): ApiResponse {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(text),
    };
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = payload as Structured;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return failure(500);
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  if (!named['content-type'] && body) named['content-type'] = 'text/plain; charset=utf-8';
  return { status, headers: named, cookies, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
}

const MESSAGES: Record<number, string> = {
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The answers API Gateway gives by itself. */
export function failure(status: number): ApiResponse {
  const body = Buffer.from(JSON.stringify({ message: MESSAGES[status] ?? 'Error' }));
  return { status, headers: { 'content-type': 'application/json' }, cookies: [], body };
}
