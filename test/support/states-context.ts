import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AwsRequest, Context, LambdaResult, Runtime, Service } from '../../infra/local/context.ts';

type Handler = (payload: unknown) => Promise<unknown> | unknown;
export type PutEvent = Parameters<Runtime['events']['put']>[0];

/** A context of the embedded runtime for tests of one part: its own database, a clock that is moved by hand, stub neighbours. */
export function aContext(
  options: { dataDir?: string; functions?: Record<string, Handler>; now?: string } = {},
) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'parvis-'));
  const db = new DatabaseSync(join(dataDir, 'state.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const functions = options.functions ?? {};
  const sent: { queue: string; body: string; attributes?: Record<string, string> }[] = [];
  const put: PutEvent[] = [];
  const invoked: { arn: string; payload: unknown }[] = [];
  const counted: string[] = [];
  const reports: (() => string[])[] = [];
  const clock = aClock(new Date(options.now ?? '2026-11-23T09:00:00Z'));
  const server: { origin: string } = { origin: 'http://127.0.0.1:1' };

  const invoke = async (arn: string, payload: unknown): Promise<LambdaResult> => {
    invoked.push({ arn, payload });
    const name = arn.split(':').at(-1) ?? '';
    try {
      const result = await functions[name]?.(JSON.parse(JSON.stringify(payload)));
      return { ok: true, payload: result ?? null };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      return { ok: false, error: { errorType, errorMessage } };
    }
  };
  const runtime: Pick<Runtime, 'lambda' | 'sqs' | 'events' | 'deliver'> = {
    lambda: { invoke, invokeAsync: (arn, payload) => void invoke(arn, payload), find: () => undefined },
    sqs: { send: (queue, body, attributes) => void sent.push({ queue, body, attributes }) },
    events: { put: (entry) => void put.push(entry) },
    deliver: async (arn, payload) => void invoked.push({ arn, payload }),
  };
  const ctx: Context = {
    port: 0,
    get origin() {
      return server.origin;
    },
    smtpPort: 0,
    dataDir,
    collectivity: 'val-clair',
    accountId: '000000000000',
    region: 'eu-west-3',
    db,
    clock,
    busy: {
      begin: (what) => {
        const report = () => [what];
        reports.push(report);
        return () => void reports.splice(reports.indexOf(report), 1);
      },
      watch: (report) => void reports.push(report),
      reasons: () => reports.flatMap((report) => report()),
    },
    meter: { count: (service, operation) => void counted.push(`${service}.${operation}`) },
    runtime: runtime as Runtime,
  };
  return { ctx, dataDir, sent, put, invoked, counted, server };
}

/** A clock that stands still until it is set; timers fire in order of due date. */
function aClock(start: Date): Context['clock'] {
  let now = start;
  const handlers = new Map<string, Parameters<Context['clock']['on']>[1]>();
  const timers = new Map<string, { due: Date; kind: string; payload: unknown }>();
  const fire = async () => {
    for (;;) {
      const next = [...timers].sort(([, a], [, b]) => +a.due - +b.due)[0];
      if (!next || next[1].due > now) return;
      timers.delete(next[0]);
      await handlers.get(next[1].kind)?.(next[1].payload, next[1].due);
    }
  };
  return {
    now: () => new Date(now),
    offset: () => now.getTime() - Date.now(),
    set(later) {
      now = later;
      void fire();
    },
    on: (kind, handler) => void handlers.set(kind, handler),
    at(id, due, kind, payload) {
      timers.set(id, { due, kind, payload });
      if (due <= now) setImmediate(fire);
    },
    cancel: (id) => void timers.delete(id),
    pending: () => [...timers.values()].filter((timer) => timer.due <= now).length,
  };
}

/** Serves parts on a free port at `/_aws/<name>`, as the runtime does. */
export async function served(services: Service[], box: { origin: string }): Promise<Server> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const name = url.pathname.split('/')[2];
    const request: AwsRequest = {
      method: req.method ?? 'GET',
      path: url.pathname.split('/').slice(3).join('/').replace(/^/, '/'),
      rawUrl: req.url ?? '/',
      query: url.searchParams,
      headers: req.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    };
    const answer = await services.find((service) => service.name === name)?.handle?.(request);
    res.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  box.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

/** Waits until `probe` gives something, polling; fails after `limitMs`. */
export async function eventually<T>(
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 2000,
) {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error('It did not happen in time');
    await new Promise((next) => setTimeout(next, 5));
  }
}
