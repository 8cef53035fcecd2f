import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agent } from '../../functions/agents/agent.ts';
import { list, read, save } from '../../functions/letters/edit-templates.ts';
import { drawLetter } from '../../functions/letters/letter-pdf.adapter.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import type { StoredTemplate } from '../../functions/letters/template-table.adapter.ts';
import { preview, tryOut } from '../../functions/letters/try-template.ts';
import { Refusal, refusalStatus } from '../../functions/shared/refusal.ts';
import { authority, logo } from './drawn-letters.ts';
import { agents } from './fake-agent-people.ts';

const folder = join(import.meta.dirname, '../../infra/collectivities/val-clair/letters');
const seeded = (): Map<string, StoredTemplate> =>
  new Map(
    globSync('*.json', { cwd: folder })
      .map((file) => LetterTemplate().parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
      .map((letter) => [letter.id, { letter, revision: 1, by: 'deployment', at: '' }]),
  );
const first = seeded();
let now = structuredClone(first);
let before: StoredTemplate[] = [];
export const forgetTemplates = (): void => {
  now = structuredClone(first);
  before = [];
};

/** The real use cases over templates in memory. */
const templates = {
  list: async () => [...now.values()],
  read: async (id: string) => now.get(id) ?? null,
  past: async (id: string) => before.filter(({ letter }) => letter.id === id),
  save: async (next: Omit<StoredTemplate, 'revision'>, old: StoredTemplate | null) => {
    const revision = (old?.revision ?? 0) + 1;
    if (old) before.push(old);
    now.set(next.letter.id, { ...next, revision });
    return revision;
  },
};
export const templateDeps = {
  templates,
  authority: async () => authority,
  now: () => '2026-11-22T09:00:00.000Z',
  today: () => '2026-11-22',
  dayIn: (_zone: string, instant: string) => instant.slice(0, 10),
  load: () => Promise.reject(new Refusal('not-found')),
  procedure: async () => null,
  logo: async () => logo,
  draw: drawLetter,
  publicUrl: 'https://demarches.val-clair.example',
};
const caller = (agent: unknown) => ({
  ...{ kind: 'agent' as const, requestId: 'r', address: '192.0.2.1', cookies: [] },
  agent: agent as Agent,
});

type Asked = {
  method: string;
  url: URL;
  body: Record<string, unknown>;
  scenario: string;
  agent: keyof typeof agents;
};
type Reply = { status?: number; json?: unknown; type?: string; bytes?: Buffer };
const refused = ({ code, fields }: Refusal): Reply => ({
  status: refusalStatus[code],
  json: { type: `/problems/${code}`, title: code, status: refusalStatus[code], code, fields },
});

const run = async ({ method, url, body }: Asked, agent: unknown): Promise<unknown> => {
  const id = decodeURIComponent(url.pathname.split('/')[4] ?? '');
  const who = caller(agent);
  const nothing = { params: undefined, query: undefined, headers: undefined, body: undefined };
  if (method === 'POST' && id === 'try') return tryOut(templateDeps)({ ...nothing, body } as never, who);
  if (method === 'POST') return preview(templateDeps)({ ...nothing, body } as never, who);
  if (method === 'PUT') return save(templateDeps)({ ...nothing, params: { id }, body } as never, who);
  if (!id) return list(templateDeps)(nothing, who);
  const revision = Number(url.searchParams.get('revision') ?? 0) || undefined;
  return read(templateDeps)({ ...nothing, params: { id }, query: { revision } }, who);
};

const answer = async (asked: Asked): Promise<Reply> => {
  const { scenario, method } = asked;
  if (scenario === 'empty' && method === 'GET') return { json: { templates: [], departments: [] } };
  if (scenario === 'conflict' && method === 'PUT') return refused(new Refusal('conflict'));
  try {
    const reply = await run(asked, agents[asked.agent]);
    if (!reply || typeof reply !== 'object' || !('bytes' in reply)) return { json: reply };
    return { type: 'application/pdf', bytes: Buffer.from(reply.bytes as Uint8Array) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
};
const under = /^\/api\/agent\/letter-templates(?:\/.+)?$/;
/** Routes of the fake API: method, path, answer. */
export const templateRoutes = ['GET', 'POST', 'PUT'].map(
  (method) => [method, under, answer] as [string, RegExp, (asked: Asked) => Promise<Reply>],
);
