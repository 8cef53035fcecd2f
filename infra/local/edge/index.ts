import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Provisioned, Resource, Service } from '../context.ts';
import { headersOf, readBody, reply } from '../exchange.ts';
import type { GatewayPart } from '../gateway/index.ts';
import { physicalName } from '../lambda/function.ts';
import { compressed } from './compression.ts';
import { type Behaviour, behaviourFor, type Distribution, readDistribution } from './distribution.ts';
import { compileFunction, type EdgeFunction } from './functions.ts';
import { type HeadersPolicy, readHeadersPolicy } from './headers.ts';
import { type EdgeRequest, type EdgeResponse, plainResponse } from './message.ts';
import { fetchOrigin } from './origins.ts';
import { createSite } from './site.ts';

export type EdgePart = Service & { serve(request: IncomingMessage, response: ServerResponse): Promise<void> };

const LARGEST_BODY = 20 * 2 ** 20;

/** CloudFront: behaviours, functions, headers, error pages and compression of the template's distribution. */
export function createEdge(ctx: Context, gateway: GatewayPart): EdgePart {
  const functions = new Map<string, EdgeFunction>();
  const policies = new Map<string, HeadersPolicy>();
  const site = createSite(ctx);
  let distribution: Distribution | undefined;

  async function resource(given: Resource): Promise<Provisioned> {
    const id = physicalName(given);
    const arn = `arn:aws:cloudfront::${ctx.accountId}:function/${id}`;
    switch (given.type) {
      case 'AWS::CloudFront::Function':
        functions.set(arn, compileFunction(id, String(given.properties.FunctionCode)));
        return { ref: arn, attributes: { FunctionARN: arn, Stage: 'LIVE' } };
      case 'AWS::CloudFront::ResponseHeadersPolicy':
        policies.set(id, readHeadersPolicy(given.properties));
        return { ref: id, attributes: { Id: id } };
      default:
        if (distribution) throw new Error('only one distribution is served at a time; COLLECTIVITY chooses');
        distribution = readDistribution(id, given.properties);
        return { ref: id, attributes: { Id: id, DomainName: `127.0.0.1:${ctx.port}` } };
    }
  }

  async function respond(request: EdgeRequest, accepts: string): Promise<EdgeResponse> {
    if (!distribution)
      return (await fetchOrigin(undefined, request, { site, gateway })) ?? plainResponse(404, 'Not Found');
    const behaviour = behaviourFor(distribution, request.path);
    if (!behaviour.methods.has(request.method)) return plainResponse(403, 'Forbidden');
    const before = behaviour.functions.find(({ event }) => event === 'viewer-request');
    const passed = before ? await functions.get(before.arn)?.onRequest(request) : request;
    if (!passed) throw new Error(`no function ${before?.arn}`);
    const response = 'status' in passed ? passed : await fetched(distribution, behaviour, passed);
    const shaped = shape(behaviour, response);
    const after = behaviour.functions.find(({ event }) => event === 'viewer-response');
    const answered =
      after && response.status < 400 ? await functions.get(after.arn)?.onResponse(request, shaped) : shaped;
    return behaviour.compress && answered ? compressed(answered, accepts) : (answered ?? shaped);
  }

  function shape(behaviour: Behaviour, response: EdgeResponse): EdgeResponse {
    const policy = behaviour.policy && policies.get(behaviour.policy);
    return policy ? { ...response, headers: policy(response.headers) } : response;
  }

  async function fetched(
    from: Distribution,
    behaviour: Behaviour,
    request: EdgeRequest,
  ): Promise<EdgeResponse> {
    const path = request.path === '/' && from.root ? `/${from.root}` : request.path;
    const response = await fetchOrigin(behaviour.origin, { ...request, path }, { site, gateway });
    if (!response) throw new Error(`the origin ${behaviour.origin.domain} is not served here`);
    const error = from.errors.find(({ status }) => status === response.status);
    if (!error?.page) return response;
    const pageFrom = behaviourFor(from, error.page).origin;
    const page = await fetchOrigin(
      pageFrom,
      { ...request, method: 'GET', path: error.page, rawQuery: '' },
      { site, gateway },
    );
    return page?.status === 200 ? { ...page, status: error.answered ?? response.status } : response;
  }

  return {
    name: 'edge',
    resource,
    async serve(incoming, outgoing) {
      ctx.meter.count('cloudfront', 'request');
      const [path = '/', rawQuery = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
      const headers = headersOf(incoming);
      const request: EdgeRequest = {
        method: incoming.method ?? 'GET',
        path,
        rawQuery,
        headers,
        sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
        body: () => readBody(incoming, LARGEST_BODY),
      };
      const response = await respond(request, headers['accept-encoding'] ?? '');
      incoming.resume();
      send(incoming, outgoing, unchanged(headers, response), ctx.clock.now());
    },
  };
}

/** A client that holds this very version is told so. */
function unchanged(asked: Record<string, string>, response: EdgeResponse): EdgeResponse {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  const { etag } = response.headers;
  const held = asked['if-none-match']?.split(',').map(bare) ?? [];
  if (response.status !== 200 || !etag || !(held.includes(bare(etag)) || held.includes('*'))) return response;
  const { 'content-type': _type, 'content-encoding': _encoding, ...headers } = response.headers;
  return { ...response, status: 304, headers, body: Buffer.alloc(0) };
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, response: EdgeResponse, now: Date) {
  const {
    'content-length': _,
    connection: _hop,
    'transfer-encoding': _coding,
    ...headers
  } = response.headers;
  // Browsers and pages take the server's time from here: the virtual one.
  const all: Record<string, string | string[]> = { ...headers, date: now.toUTCString() };
  if (response.cookies.length) all['set-cookie'] = response.cookies;
  reply(incoming, outgoing, { status: response.status, headers: all, body: response.body });
}
