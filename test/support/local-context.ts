import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Busy, Clock, Context, Meter, Runtime, Service } from '../../infra/local/context.ts';

type Emitted = Parameters<Runtime['events']['put']>[0];
type Delivery = { arn: string; payload: unknown };
type Part = Service & { runtime?: Partial<Runtime> };

/** A context for one part under test: its neighbours are recorded, its clock is moved by hand. */
export type LocalContext = Context & {
  readonly events: Emitted[];
  readonly deliveries: Delivery[];
  readonly invocations: Delivery[];
  readonly counted: { service: string; operation: string; units: number }[];
  advance(ms: number): Promise<void>;
  mount(part: Part): void;
  close(): Promise<void>;
};

/** `dataDir` given: the state is kept there, as over a restart; else it is in memory and a folder of its own. */
export async function openLocalContext(options: { dataDir?: string } = {}): Promise<LocalContext> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'parvis-part-'));
  const db = new DatabaseSync(options.dataDir ? join(dataDir, 'parts.db') : ':memory:');
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const mounted = new Map<string, Part>();
  const server = await listen(mounted);
  const port = (server.address() as { port: number }).port;
  const events: Emitted[] = [];
  const deliveries: Delivery[] = [];
  const invocations: Delivery[] = [];
  const counted: LocalContext['counted'] = [];
  const { clock, advance } = openClock();
  const runtime = {
    events: { put: (entry: Emitted) => void events.push(entry) },
    deliver: async (arn: string, payload: unknown) => void deliveries.push({ arn, payload }),
    lambda: {
      invoke: async (arn: string, payload: unknown) => {
        invocations.push({ arn, payload });
        return { ok: true as const, payload: null };
      },
      invokeAsync: (arn: string, payload: unknown) => void invocations.push({ arn, payload }),
      find: () => undefined,
    },
  } as unknown as Runtime;
  const meter: Meter = {
    count: (service, operation, units = 1) => void counted.push({ service, operation, units }),
  };
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    smtpPort: 0,
    dataDir,
    collectivity: 'val-clair',
    accountId: '000000000000',
    region: 'eu-west-3',
    db,
    clock,
    busy: openBusy(),
    meter,
    runtime,
    events,
    deliveries,
    invocations,
    counted,
    advance,
    mount(part) {
      mounted.set(part.name, part);
      Object.assign(runtime, part.runtime);
    },
    async close() {
      for (const part of mounted.values()) await part.stop?.();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      db.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function listen(mounted: Map<string, Part>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawUrl = request.url ?? '/';
    const [, name = '', rest = ''] = /^\/_aws\/([^/?]+)([^?]*)/.exec(rawUrl) ?? [];
    const part = mounted.get(name);
    const reply = await part?.handle?.({
      method: request.method ?? 'GET',
      path: rest || '/',
      rawUrl,
      query: new URL(rawUrl, 'http://127.0.0.1').searchParams,
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    response.writeHead(reply?.status ?? 404, reply?.headers);
    response.end(request.method === 'HEAD' ? undefined : reply?.body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function openClock(): { clock: Clock; advance(ms: number): Promise<void> } {
  let offset = 0;
  const handlers = new Map<string, (payload: unknown, due: Date) => Promise<void> | void>();
  const timers = new Map<string, { due: Date; kind: string; payload: unknown }>();
  const now = () => new Date(Date.now() + offset);
  const due = () =>
    [...timers].filter(([, timer]) => timer.due <= now()).sort(([, a], [, b]) => +a.due - +b.due);
  const clock: Clock = {
    now,
    offset: () => offset,
    set: (to) => {
      offset = to.getTime() - Date.now();
    },
    on: (kind, fire) => void handlers.set(kind, fire),
    at: (id, at, kind, payload) => void timers.set(id, { due: at, kind, payload }),
    cancel: (id) => void timers.delete(id),
    pending: () => due().length,
  };
  async function advance(ms: number): Promise<void> {
    offset += ms;
    for (let next = due()[0]; next; next = due()[0]) {
      const [id, timer] = next;
      timers.delete(id);
      await handlers.get(timer.kind)?.(timer.payload, timer.due);
    }
  }
  return { clock, advance };
}

function openBusy(): Busy {
  const begun = new Set<{ what: string }>();
  const reports: (() => string[])[] = [];
  return {
    begin(what) {
      const piece = { what };
      begun.add(piece);
      return () => void begun.delete(piece);
    },
    watch: (report) => void reports.push(report),
    reasons: () => [...[...begun].map(({ what }) => what), ...reports.flatMap((report) => report())],
  };
}
