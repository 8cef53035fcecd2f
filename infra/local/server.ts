import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json, type Reply, readBody, reply, TooLarge } from './exchange.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
export type Front = {
  /** `/_aws/<part>/…`, `/local/…`, `/_cfn/…`, `/_payfip/…`: answered whole. Undefined = not found. */
  answer(request: IncomingMessage, path: string, body: Buffer): Promise<Reply | undefined>;
  /** `/_oidc/…`: a listener of its own. */
  oidc: Listener;
  /** All the rest: the public site. */
  edge(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
const OURS = /^\/(_aws|_cfn|_api|_payfip|_geocodage|local)(\/|\?|$)/;
/** What only the machine itself calls; objects are asked for by pages, and signed. */
const INNER = /^\/(_aws(?!\/s3\/)|_cfn|local)(\/|\?|$)/;

/** Listens on both loopback addresses (the second where the machine has it), so that `localhost` works too. */
export async function listen(port: number, front: Front): Promise<{ close(): Promise<void> }> {
  const servers: Server[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer((request, response) => void serve(front, request, response));
    // Longer than any SDK client keeps an idle connection, so that it is never closed under a call.
    server.keepAliveTimeout = 10 * 60_000;
    server.headersTimeout = 11 * 60_000;
    server.requestTimeout = 0;
    try {
      await started(server, port, host);
      servers.push(server);
    } catch (error) {
      if (host === '127.0.0.1' || (error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
        await closed(servers);
        throw error;
      }
    }
  }
  return { close: () => closed(servers) };
}

async function serve(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '/';
  try {
    // A proxy's way of asking, with a whole address: this is none.
    if (!url.startsWith('/')) return reply(request, response, json(400, { error: 'a path, please' }));
    if (isFromElsewhere(request)) return reply(request, response, json(403, { error: 'this machine only' }));
    if (url.startsWith('/_oidc/')) return front.oidc(request, response);
    if (!OURS.test(url)) return await front.edge(request, response);
    const answer = await front.answer(request, url, await readBody(request));
    reply(request, response, answer ?? json(404, { error: `nothing here: ${request.method} ${url}` }));
  } catch (error) {
    if (error instanceof TooLarge)
      return reply(request, response, { status: 413, headers: { connection: 'close' } });
    if (request.destroyed && !request.complete) return;
    process.stderr.write(`${request.method} ${url}: ${(error as Error).stack}\n`);
    reply(request, response, json(500, { __type: 'InternalFailure', message: (error as Error).message }));
  }
}

/** A page of another site must reach neither the tools nor, under a borrowed host name, anything at all. */
function isFromElsewhere({ headers, url = '/' }: IncomingMessage): boolean {
  if (headers.host && !LOCAL_HOST.test(headers.host)) return true;
  if (!INNER.test(url)) return false;
  const { origin } = headers;
  const isForeign = origin !== undefined && !LOCAL_HOST.test(origin.replace(/^https?:\/\//, ''));
  return isForeign || headers['sec-fetch-site'] === 'cross-site';
}

function started(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: host === '::1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function closed(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closing = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2000).unref();
      return closing;
    }),
  );
}
