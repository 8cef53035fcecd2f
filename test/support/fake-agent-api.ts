import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alertRoutes } from './fake-agent-alerts.ts';
import { appointmentRoutes } from './fake-agent-appointments.ts';
import { callRoutes } from './fake-agent-calls.ts';
import { citizenRoutes } from './fake-agent-citizens.ts';
import { clerkRoutes, forgetDeeds } from './fake-agent-clerk.ts';
import { distributionRoutes } from './fake-agent-distribution.ts';
import { knowledgeRoutes } from './fake-agent-knowledge.ts';
import { learningRoutes } from './fake-agent-learning.ts';
import { mandateRoutes } from './fake-agent-mandates.ts';
import { operationsRoutes } from './fake-agent-operations.ts';
import { lettersToPrint } from './fake-agent-paper.ts';
import { agents, colleagues, departments, fakeNow, procedures } from './fake-agent-people.ts';
import { forgetProcedures, procedureRoutes } from './fake-agent-procedures.ts';
import { receptionRoutes } from './fake-agent-reception.ts';
import { board, contact, referenceOf, request, waiting } from './fake-agent-records.ts';
import { retentionRoutes } from './fake-agent-retention.ts';
import { fakeSearch } from './fake-agent-search.ts';
import { waveRoutes } from './fake-agent-waves.ts';
import { busyInstruction, instructionChoices, similarRequests } from './fake-instruction.ts';
import { letterRoutes } from './fake-letters.ts';
import { deliveries, optOuts, printBatch, printBatches, suppressions } from './fake-print.ts';
import { forgetTemplates, templateRoutes } from './fake-templates.ts';

/** How the API behaves for one browser: chosen by its cookie `fake`, or for all by `scenario`. */
export type Scenario =
  | 'normal'
  | 'empty'
  | 'error'
  | 'slow'
  | 'conflict'
  | 'forbidden'
  | 'signed-out'
  | 'long';
export type Call = { method: string; path: string; body: unknown };
type Asked = {
  url: URL;
  scenario: Scenario;
  agent: keyof typeof agents;
  body: Record<string, unknown>;
  method: string;
};
type Reply = {
  status?: number;
  json?: unknown;
  type?: string;
  bytes?: Buffer | string;
  headers?: Record<string, string>;
};
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => Reply | Promise<Reply>];

const problem = (status: number, code: string): Reply => ({
  status,
  json: { type: `/problems/${code}`, title: code, status, code, fields: [] },
});
const sizeOf = (asked: Asked, normal: number) =>
  asked.scenario === 'empty' ? 0 : asked.scenario === 'long' ? 1000 : normal;

/** Cursor = index of the first item of the next page, as opaque to the pages as the real one. */
function slice<T>(asked: Asked, all: T[], limit: number): { page: T[]; next: string | null } {
  const start = Number(asked.url.searchParams.get('after') ?? 0);
  const size = Number(asked.url.searchParams.get('limit') ?? limit);
  return {
    page: all.slice(start, start + size),
    next: start + size < all.length ? String(start + size) : null,
  };
}

function readBoard(asked: Asked): Reply {
  const view = asked.url.searchParams.get('view') ?? 'departments';
  const department = asked.url.searchParams.get('department');
  const all = board(sizeOf(asked, 44)).filter(
    (item) =>
      (view !== 'mine' || item.agent === 'k.belaid') &&
      (view !== 'unassigned' || item.agent === null) &&
      (!department || item.department === department),
  );
  const counts: Record<string, number> = {};
  for (const item of all) counts[item.group] = (counts[item.group] ?? 0) + 1;
  const { page, next } = slice(asked, all, 30);
  return { json: { items: page, counts, next, now: fakeNow } };
}

function readAckDebt(asked: Asked): Reply {
  const size = Math.min(sizeOf(asked, 3), 3);
  const department = 'etat-civil';
  const items = board(size).map(({ subject, sender, channel }, index) => ({
    ...{ subject, sender, channel, department, agent: null, reason: 'missing', state: 'new' },
    reference: `VC-2026-00020${index}-H`,
    receivedOn: '2026-11-02',
    due: index ? '2026-11-17' : null,
    isLate: index > 0,
  }));
  const counts = size ? [{ department, total: size, late: 1 }] : [];
  return { json: { items, counts, next: null, now: fakeNow } };
}

function listContacts(asked: Asked): Reply {
  const { page, next } = slice(asked, waiting(sizeOf(asked, 7)), 30);
  return { json: { contacts: page, next, now: fakeNow } };
}

function decideContact(asked: Asked, id: string): Reply {
  const decided = { status: 202, json: { contactId: id, next: contact(id, 7).next } };
  return asked.scenario === 'conflict' ? problem(409, 'conflict') : decided;
}

/** The request whose instruction shows everything. */
export const busyReference = 'VC-2026-000200-H';
function readRequest(asked: Asked, reference: string): Reply {
  if (reference.endsWith('999999-A')) return problem(404, 'not-found');
  const changed = asked.scenario === 'conflict' && touched;
  const found = {
    ...request(reference),
    ...(reference === busyReference && {
      instruction: busyInstruction,
      arbitration: { since: '2026-11-20T09:12:00.000Z', moves: 3 },
    }),
  };
  return { json: changed ? { ...found, version: 8, agent: 'p.oudin', state: 'assigned' } : found };
}
let touched = false;
function changeRequest(asked: Asked): Reply {
  if (asked.scenario !== 'conflict' || touched) return { json: { version: 8 } };
  touched = true;
  return problem(409, 'conflict');
}

const all = (...lists: readonly (readonly unknown[])[]) => lists.flat() as Route[];
const routes: Route[] = [
  ...all(citizenRoutes, distributionRoutes, knowledgeRoutes, appointmentRoutes),
  ...all(mandateRoutes, callRoutes, waveRoutes, operationsRoutes),
  ...all(retentionRoutes, receptionRoutes, clerkRoutes, alertRoutes, learningRoutes),
  [
    'GET',
    /^\/api\/agent\/me$/,
    (asked) => ({ json: { me: agents[asked.agent], departments, now: fakeNow } }),
  ],
  [
    'GET',
    /^\/api\/agent\/colleagues$/,
    ({ url }) => ({ json: { agents: colleagues[url.searchParams.get('department') ?? ''] ?? [] } }),
  ],
  ['GET', /^\/api\/agent\/board$/, readBoard],
  ['GET', /^\/api\/agent\/ack-debt$/, readAckDebt],
  ['POST', /^\/api\/agent\/search$/, fakeSearch],
  ['GET', /^\/api\/agent\/contacts$/, listContacts],
  ['POST', /^\/api\/agent\/contacts\/quarantine$/, listContacts],
  ['GET', /^\/api\/agent\/contacts\/([^/]+)$/, (_asked, id) => ({ json: contact(id, 7) })],
  ['POST', /^\/api\/agent\/contacts\/([^/]+)\/(?:accept|join|quarantine|release)$/, decideContact],
  ['GET', /^\/api\/agent\/requests\/([^/]+)$/, readRequest],
  ['POST', /^\/api\/agent\/requests\/([^/]+)\/(?:assign|notes|messages|answer)$/, changeRequest],
  ['POST', /^\/api\/agent\/requests\/([^/]+)\/[a-z-]+(?:\/[^/]+\/?[a-z]*)?$/, changeRequest],
  ['GET', /^\/api\/agent\/instruction-choices$/, () => ({ json: instructionChoices })],
  ['GET', /^\/api\/agent\/requests\/[^/]+\/similar$/, () => ({ json: { requests: similarRequests } })],
  [
    'POST',
    /^\/api\/agent\/uploads$/,
    () => ({
      status: 201,
      json: {
        uploadId: `upload-${Math.floor(performance.now())}`,
        url: '/_uploads',
        fields: { key: 'uploads/x' },
      },
    }),
  ],
  ['POST', /^\/_uploads$/, () => ({ status: 204 })],
  ['GET', /^\/api\/agent\/separators$/, () => ({ type: 'application/pdf', bytes: '%PDF-1.4' })],
  [
    'GET',
    /^\/api\/agent\/letters$/,
    (asked) => {
      const { page, next } = slice(asked, lettersToPrint(sizeOf(asked, 6)), 30);
      return { json: { letters: page, next } };
    },
  ],
  ['POST', /^\/api\/agent\/letters\/([^/]+)\/printed$/, () => ({ json: { version: 9 } })],
  ['GET', /^\/api\/agent\/requests\/([^/]+)\/deliveries$/, () => ({ json: deliveries })],
  [
    'POST',
    /^\/api\/agent\/requests\/([^/]+)\/messages\/([^/]+)\/send-again$/,
    () => ({ json: { version: 9 } }),
  ],
  [
    'GET',
    /^\/api\/agent\/suppressions$/,
    ({ scenario }) => ({
      json: { suppressions: scenario === 'empty' ? [] : suppressions, next: null, now: fakeNow },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/sms\/opt-outs$/,
    ({ scenario }) => ({ json: { optOuts: scenario === 'empty' ? [] : optOuts, next: null, now: fakeNow } }),
  ],
  [
    'GET',
    /^\/api\/agent\/print-batches$/,
    (asked) => ({ json: { batches: sizeOf(asked, 6) ? printBatches : [], next: null, now: fakeNow } }),
  ],
  ['POST', /^\/api\/agent\/print-batches$/, () => ({ status: 202, json: {} })],
  ['GET', /^\/api\/agent\/print-batches\/([^/]+)$/, () => ({ json: printBatch })],
  [
    'POST',
    /^\/api\/agent\/print-batches\/([^/]+)\/parts\/(\d+)\/posted$/,
    () => ({ json: { posted: 2, failed: 1 } }),
  ],
  [
    'POST',
    /^\/api\/agent\/returned-letters$/,
    () => ({ json: { reference: referenceOf(90), messageId: 'message-0' } }),
  ],
  ...templateRoutes,
  ['POST', /^\/api\/session\/agents\/end$/, () => ({ status: 204 })],
  ...all(procedureRoutes),
  ['GET', /^\/api\/public\/procedures$/, () => ({ json: { procedures } })],
  ...letterRoutes,
  ['GET', /^\/_documents\//, () => ({ type: 'application/pdf', bytes: '%PDF-1.4' })],
];

async function readBody(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text.startsWith('{') ? JSON.parse(text) : {};
}

const cookie = (incoming: IncomingMessage, name: string) =>
  incoming.headers.cookie
    ?.split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * The agents' API as the contracts describe it, with invented people, for the pages' tests and for working on the pages.
 * `serve` answers everything else (the built pages).
 */
export async function startFakeAgentApi(
  serve: (path: string) => { type: string; bytes: Buffer; headers?: Record<string, string> } | undefined,
  port = 0,
) {
  const calls: Call[] = [];
  const api = { scenario: 'normal' as Scenario, agent: 'everything', calls, origin: '', forget, close };
  async function answer(incoming: IncomingMessage): Promise<Reply> {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const method = incoming.method ?? 'GET';
    const body = method === 'GET' ? {} : await readBody(incoming);
    const scenario = (cookie(incoming, 'fake') as Scenario | undefined) ?? api.scenario;
    const agent = cookie(incoming, 'as') ?? api.agent;
    if (url.pathname.startsWith('/api/')) {
      calls.push({ method, path: url.pathname + url.search, body });
      if (scenario === 'signed-out' && url.pathname.startsWith('/api/agent/'))
        return problem(401, 'unauthenticated');
      if (method !== 'GET' && incoming.headers['x-parvis-csrf'] !== '1') return problem(403, 'forbidden');
      const isMe = url.pathname === '/api/agent/me';
      if (scenario === 'forbidden' && !isMe) return problem(403, 'forbidden');
      if (scenario === 'error' && !isMe) return problem(500, 'fault');
      if (scenario === 'slow' && !isMe) await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
    }
    for (const [wanted, path, reply] of routes) {
      const match = wanted === method ? path.exec(url.pathname) : null;
      if (match) return reply({ url, scenario, agent, body, method }, decodeURIComponent(match[1] ?? ''));
    }
    const file = serve(url.pathname);
    return file ?? problem(404, 'not-found');
  }
  const server = createServer(async (incoming, outgoing: ServerResponse) => {
    const reply = await answer(incoming).catch(
      (error: Error) => ({ status: 500, json: { title: error.message } }) as Reply,
    );
    const type =
      reply.type ?? ((reply.status ?? 200) >= 400 ? 'application/problem+json' : 'application/json');
    const headers: Record<string, string> = {
      ...{ ...reply.headers, date: new Date(type.endsWith('json') ? fakeNow : Date.now()).toUTCString() },
      ...(reply.status !== 204 && { 'content-type': type }),
    };
    if (type.startsWith('text/html')) headers['content-security-policy'] = contentSecurityPolicy;
    outgoing.writeHead(reply.status ?? 200, headers);
    outgoing.end(reply.bytes ?? (reply.json === undefined ? undefined : JSON.stringify(reply.json)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  api.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
  function forget() {
    calls.length = 0;
    touched = false;
    forgetProcedures();
    forgetTemplates();
    forgetDeeds();
  }
  function close() {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
/** As the Edge stack sends it: no inline style, no inline script. */
const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
