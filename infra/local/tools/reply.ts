import type { AwsRequest } from '../context.ts';
import type { Reply } from '../exchange.ts';

export { json } from '../exchange.ts';

export const htmlReply = (text: string, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: text,
});

/** An answer of RFC 9457. */
export const problem = (status: number, title: string, detail: string, more: object = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ type: 'about:blank', title, status, detail, ...more }),
});

/** A browser asks for HTML by name; everybody else is given JSON. */
export const wantsHtml = ({ headers }: AwsRequest): boolean => (headers.accept ?? '').includes('text/html');

/** The body as JSON, or undefined when it is not. */
export function bodyOf(request: AwsRequest): unknown {
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    return undefined;
  }
}
