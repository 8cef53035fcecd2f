import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Provisioned, Resource, Service } from '../context.ts';
import { headersOf, readBody, reply } from '../exchange.ts';
import type { GatewayPart } from '../gateway/index.ts';

export type EdgePart = Service & { serve(request: IncomingMessage, response: ServerResponse): Promise<void> };

export function createEdge(_ctx: Context, gateway: GatewayPart): EdgePart {
  return {
    name: 'edge',
    resource: async (given: Resource): Promise<Provisioned> => ({
      ref: given.logicalId,
      attributes: { Arn: given.logicalId, FunctionARN: given.logicalId, DomainName: 'x' },
    }),
    async serve(request, response) {
      const [path = '/', rawQuery = ''] = (request.url ?? '/').split(/\?(.*)/s);
      const [api] = gateway.apis();
      if (!api) return reply(request, response, { status: 404 });
      const body = await readBody(request);
      const answer = await gateway.serve(api, {
        method: request.method ?? 'GET',
        path,
        rawQuery,
        headers: headersOf(request),
        body,
        sourceIp: '127.0.0.1',
      });
      reply(request, response, {
        status: answer.status,
        headers: { ...answer.headers, ...(answer.cookies.length && { 'set-cookie': answer.cookies }) },
        body: answer.body,
      });
    },
  };
}
