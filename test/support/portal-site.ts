import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { axeFile, servesAxe } from './axe.ts';
import { builtSite, cachingOf, typeOf } from './built-site.ts';
import { FakeApi } from './fake-api.ts';

const policy =
  "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A page is asked for by many tests: it is packed once. */
const packed = new Map<string, Buffer>();
const zipped = (file: string): Buffer => {
  const bytes = packed.get(file) ?? gzipSync(readFileSync(file));
  packed.set(file, bytes);
  return bytes;
};

export type PortalSite = { origin: string; api: FakeApi; folder: string; close(): Promise<void> };

/** The built site of the demonstration behind its own routes and policy, with the fake API; on `port`, or any free one. */
export async function openPortal(port = 0): Promise<PortalSite> {
  const { folder, fileOf, content } = await builtSite();
  const api = new FakeApi(content.procedures, content.articles);

  const serveFile = (request: IncomingMessage, response: ServerResponse, path: string) => {
    const axe = axeFile(path);
    if (axe) {
      const headers = { 'content-type': 'text/javascript', 'cache-control': cachingOf('/assets/axe.js') };
      return response.writeHead(200, headers).end(axe);
    }
    const uri = fileOf(path);
    const found = existsSync(join(folder, uri));
    const file = join(folder, found ? uri : '404.html');
    const headers: Record<string, string> = {
      'content-type': typeOf(file),
      'content-security-policy': policy,
      'cache-control': cachingOf(uri),
    };
    const zip = /gzip/.test(String(request.headers['accept-encoding'])) && !file.endsWith('.woff2');
    if (zip) headers['content-encoding'] = 'gzip';
    response.writeHead(found && uri !== '/404.html' ? 200 : 404, headers);
    response.end(zip ? zipped(file) : readFileSync(file));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!/^\/(api|upload)/.test(url.pathname)) return serveFile(request, response, url.pathname);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const reply = await api.answer({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    if (reply === 'cut') return response.destroy();
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
  };
  const server = createServer(
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  servesAxe(origin);
  return {
    origin,
    api,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
