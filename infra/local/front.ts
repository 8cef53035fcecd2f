import type { EdgePart } from './edge/index.ts';
import { awsRequest, json, type Reply } from './exchange.ts';
import type { Faults } from './faults/index.ts';
import type { GatewayPart } from './gateway/index.ts';
import type { LambdaPart } from './lambda/index.ts';
import type { Part, Tools } from './part.ts';
import { inScope } from './scope.ts';
import type { Front, Listener } from './server.ts';
import type { CustomPart } from './template/custom.ts';

type Mounted = {
  services: readonly Part[];
  lambda: LambdaPart;
  edge: EdgePart;
  gateway: GatewayPart;
  custom: CustomPart;
  tools: Tools | undefined;
  oidc: Listener | undefined;
};

/** Sends each request to the part it is for. Before `mount`, only health, quiet, clock and meter answer. */
export function createFront(
  control: (request: ReturnType<typeof awsRequest>) => Reply | undefined,
  state: () => 'starting' | 'ready' | 'stopping',
  now: () => Date,
  faults: Faults,
) {
  let mounted: Mounted | undefined;
  let services = new Map<string, Part>();
  const notYet = () => json(503, { error: state() });

  const front: Front & { mount(parts: Mounted): void } = {
    mount(parts) {
      mounted = parts;
      services = new Map(parts.services.map((part) => [part.name, part]));
    },
    async answer(incoming, path, body) {
      const request = awsRequest(incoming, path, body);
      if (path.startsWith('/local')) {
        const own = control(request);
        if (own) return own;
        return mounted ? mounted.tools?.(request) : notYet();
      }
      if (!mounted) return notYet();
      if (path.startsWith('/_cfn/')) return mounted.custom.answered(request);
      if (path.startsWith('/_payfip/'))
        return services.get('payfip')?.handle?.(awsRequest(incoming, path.slice('/_payfip'.length), body));
      if (path.startsWith('/_geocodage/'))
        return services
          .get('geocodage')
          ?.handle?.(awsRequest(incoming, path.slice('/_geocodage'.length), body));
      const [, , name = '', rest = ''] = /^\/(_aws|_api)\/([^/?]+)(.*)$/s.exec(path) ?? [];
      const inner = awsRequest(incoming, rest.startsWith('/') ? rest : `/${rest}`, body);
      if (path.startsWith('/_api/')) {
        const [, rawQuery = ''] = rest.split(/\?(.*)/s);
        const {
          status,
          headers,
          cookies,
          body: bytes,
        } = await mounted.gateway.serve(name, {
          method: inner.method,
          path: inner.path,
          rawQuery,
          headers: inner.headers,
          body,
          sourceIp: '127.0.0.1',
        });
        return {
          status,
          headers: { ...headers, ...(cookies.length && { 'set-cookie': cookies }) },
          body: bytes,
        };
      }
      const part = services.get(name);
      if (!part?.handle) return undefined;
      const { handle } = part;
      const { lambda } = mounted;
      const key = callerOf(inner);
      const serve = (one: typeof inner) => inScope(lambda.scopeOf(key), async () => handle(one));
      // A signed address is somebody else's to use: only what a worker signs itself is its own call.
      const caller = inner.headers.authorization ? lambda.callerOf(key) : undefined;
      const hangUp = () => incoming.socket.destroy();
      return dated(await faults.call(name, inner, caller, serve, hangUp), now());
    },
    oidc(request, response) {
      if (mounted?.oidc) mounted.oidc(request, response);
      else response.writeHead(503).end();
    },
    async edge(request, response) {
      if (mounted && state() === 'ready') return mounted.edge.serve(request, response);
      response
        .writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' })
        .end('Un instant… / One moment…\n');
    },
  };
  return front;
}

/** The access key of the signature, which each worker has of its own. */
function callerOf({ headers, query }: ReturnType<typeof awsRequest>): string {
  const credential = /Credential=([^/,\s]+)/.exec(headers.authorization ?? '')?.[1];
  return credential ?? query.get('X-Amz-Credential')?.split('/')[0] ?? '';
}

/** The SDK sets its clock by the date of answers: it must be that of the virtual clock. */
const dated = (answer: Reply | undefined, now: Date): Reply | undefined =>
  answer && { ...answer, headers: { date: now.toUTCString(), ...answer.headers } };
