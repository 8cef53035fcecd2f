import { request as send } from 'node:http';
import type { Described, Description } from '../../security/description.ts';
import { readDescription } from '../../security/description.ts';
import { sample } from '../../security/sample.ts';
import type { World } from '../harness.ts';

export type Asked = {
  method?: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Another address of this machine: 127.0.0.0/8 is all its own. */
  from?: string;
};
export type Answered = {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
};

/** As no library would ask: paths stay as written, every header is possible, and the caller's address is chosen. */
export const rawTo = (url: string) => {
  const { hostname, port } = new URL(url);
  return ({ method = 'GET', path, headers = {}, body, from }: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, headers, ...(from ? { localAddress: from } : {}) };
      const asked = send(options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            headers: response.headers,
          }),
        );
        response.on('error', reject);
      });
      asked.on('error', reject).end(body);
    });
};

export const describe = async (world: Pick<World, 'json'>): Promise<Description> =>
  readDescription((await world.json('/api/openapi.json')).body);

/** A whole call of an operation with values that its schemas take; `known`: what stands for a name in the path. */
export const wellFormed = (
  one: Described,
  api: Description,
  known: Record<string, string> = {},
): Required<Pick<Asked, 'method' | 'path'>> & { headers: Record<string, string>; body?: string } => {
  const path = one.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(known[name] ?? '0123456789abcdef'),
  );
  const query = new URLSearchParams();
  const headers: Record<string, string> = { 'x-parvis-csrf': '1' };
  for (const { name, in: place, required, schema } of one.parameters) {
    const value = String(known[name] ?? sample(schema, api));
    if (place === 'query' && required) query.set(name, value);
    if (place === 'header' && (required || name === 'idempotency-key')) headers[name] = value;
  }
  if (headers['idempotency-key']) headers['idempotency-key'] = crypto.randomUUID();
  const asked = query.size > 0 ? `${path}?${query}` : path;
  if (!one.body) return { method: one.method, path: asked, headers };
  headers['content-type'] = 'application/json';
  return { method: one.method, path: asked, headers, body: JSON.stringify(sample(one.body, api)) };
};

/** Nothing of the machinery is told to a caller. */
export const machinery =
  /\bat .{1,200}\.(mjs|ts|js):\d|node_modules|DynamoDB|arn:aws|ValidationException|ENOENT|\/work\//;
