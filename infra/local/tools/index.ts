import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachment, outbox } from '../aws/ses/outbox.ts';
import type { AwsRequest, Context } from '../context.ts';
import type { Reply } from '../exchange.ts';
import { drive, listOperations } from '../payfip/drive.ts';
import { fullName, readPeople } from '../people.ts';
import { simulateCall } from './calls.ts';
import { homePage } from './home.ts';
import { inject } from './inject.ts';
import { outboxPage } from './outbox-page.ts';
import { records } from './records.ts';
import { bodyOf, htmlReply, json, problem, wantsHtml } from './reply.ts';
import { signIn } from './sign-in.ts';
import { receiveSms } from './sms.ts';

type Route = (ctx: Context, request: AwsRequest) => Promise<Reply> | Reply;

/** The local tools: what came in, runs and was sent, as JSON and as pages. Undefined for other paths. */
export function createTools(ctx: Context) {
  return async (request: AwsRequest): Promise<Reply | undefined> => {
    const file = /^\/local\/outbox\/([^/]+)\/attachments\/(\d+)$/.exec(request.path);
    if (file && request.method === 'GET') return sentFile(ctx, file[1] ?? '', Number(file[2]));
    const route = ROUTES[`${request.method} ${request.path}`];
    return route?.(ctx, request);
  };
}

const ROUTES: Record<string, Route> = {
  'GET /local': () => ({ status: 302, headers: { location: '/local/' } }),
  'GET /local/': async (ctx) => htmlReply(await homePage(ctx)),
  'GET /local/tools.css': () => asset('text/css', 'base.css', 'tools.css'),
  'GET /local/tools.js': () => asset('text/javascript', 'tools.js'),
  'GET /local/text.woff2': () => font('source-sans-3'),
  'GET /local/title.woff2': () => font('fraunces'),
  'GET /local/outbox': (ctx, request) =>
    wantsHtml(request) ? htmlReply(outboxPage(outbox(ctx))) : json(200, outbox(ctx)),
  'GET /local/records': async (ctx, { query }) => {
    const answer = await records(ctx, Object.fromEntries(query));
    return answer.ok ? json(200, answer.records) : problem(502, 'The product failed', answer.reason);
  },
  'GET /local/people': ({ collectivity }) => {
    const people = readPeople(collectivity);
    const named = (kind: 'agents' | 'citizens') =>
      people[kind].map((person) => ({ ...person, name: fullName(person) }));
    return json(200, { agents: named('agents'), citizens: named('citizens') });
  },
  'POST /local/sign-in': (ctx, request) => signIn(ctx, bodyOf(request)),
  'POST /local/events': (ctx, request) => inject(ctx, bodyOf(request)),
  'POST /local/calls': simulateCall,
  'POST /local/sms': (ctx, request) => receiveSms(ctx, bodyOf(request)),
  'GET /local/payfip': listOperations,
  'POST /local/payfip': (ctx, request) => drive(ctx, bodyOf(request)),
};

async function sentFile(ctx: Context, id: string, index: number): Promise<Reply> {
  const found = await attachment(ctx, decodeURIComponent(id), index);
  if (!found) return problem(404, 'Not found', 'nothing was sent with this attachment');
  const name = encodeURIComponent(found.name);
  return {
    status: 200,
    headers: {
      'content-type': found.contentType,
      // What was sent may hold scripts: it is shown as a file, never as a page of this site.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${name}`,
    },
    body: found.body,
  };
}

function asset(type: string, ...names: string[]): Reply {
  const body = names.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  return {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
    body,
  };
}

function font(name: string): Reply {
  const file = `@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`;
  return {
    status: 200,
    headers: { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' },
    body: readFileSync(fileURLToPath(import.meta.resolve(file))),
  };
}
