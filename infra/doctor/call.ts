import { createHash, createHmac } from 'node:crypto';
import { type Credentials, signedHeaders } from '../../functions/operations/sign-call.ts';

/** A service of AWS said no, or nothing answered. `code` is AWS's own, or `unreachable`. */
export class CallError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

const digests = {
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  hmac: (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest(),
};
/** First part of host names, where it is not the name in signatures. */
const hosts: Record<string, string> = { ses: 'email', cloudwatch: 'monitoring' };

export type Ask = {
  service: string;
  region: string;
  method?: 'GET' | 'POST';
  path?: string;
  /** Query protocol: operation and parameters, answered in XML. */
  query?: { Action: string; Version: string; [more: string]: string };
  /** JSON protocol: `X-Amz-Target` and its body. */
  target?: string;
  body?: unknown;
};
export type Caller = (ask: Ask) => Promise<string>;

/**
 * Calls the few operations of AWS for which the product carries no client, signed with the credentials of whoever runs it.
 * `AWS_ENDPOINT_URL` sends them elsewhere, to the runtime on this machine.
 */
export const signedCaller =
  (credentials: () => Promise<Credentials>, now: () => string, send: typeof fetch = fetch): Caller =>
  async ({ service, region, method = 'POST', path = '/', query, target, body }) => {
    const elsewhere = process.env.AWS_ENDPOINT_URL;
    const host = `${hosts[service] ?? service}.${region}.amazonaws.com`;
    const base = new URL(elsewhere ? `${elsewhere}/${service}` : `https://${host}`);
    const text = query
      ? new URLSearchParams(query).toString()
      : body === undefined
        ? ''
        : JSON.stringify(body);
    const given: Record<string, string> = query
      ? { 'content-type': 'application/x-www-form-urlencoded' }
      : target
        ? { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target }
        : {};
    const whole = `${base.pathname.replace(/\/$/, '')}${path}`;
    const headers = signedHeaders(
      { method, host: base.host, path: whole, headers: given, body: method === 'GET' ? '' : text },
      { region, service: service === 'cloudwatch' ? 'monitoring' : service },
      await credentials(),
      now(),
      digests,
    );
    const sent = await send(`${base.origin}${whole}`, {
      method,
      headers,
      body: method === 'GET' ? undefined : text,
      signal: AbortSignal.timeout(10_000),
    }).catch((error: Error) => {
      throw new CallError('unreachable', `${base.host}: ${error.message}`);
    });
    const answer = await sent.text();
    if (sent.ok) return answer;
    const code =
      tag(answer, 'Code') ??
      /"__type":"(?:[^"#]*#)?([^"]+)"/.exec(answer)?.[1] ??
      sent.headers.get('x-amzn-errortype')?.split(':')[0] ??
      String(sent.status);
    throw new CallError(code, tag(answer, 'Message') ?? answer.slice(0, 200));
  };

/** Text of the first element of a name in an XML answer. */
export const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
/** The elements `member` of a list of an XML answer. */
export const members = (xml: string, list: string): string[] => {
  const inside = new RegExp(`<${list}>([\\s\\S]*?)</${list}>`).exec(xml)?.[1] ?? '';
  return [...inside.matchAll(/<member>([\s\S]*?)<\/member>/g)].map((found) => found[1] ?? '');
};
