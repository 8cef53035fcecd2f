import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The product seen from outside: only the interface that the README promises. */
export type Outer = ReturnType<typeof outer>;
export type Sent = {
  id: string;
  kind: 'email' | 'sms' | 'letter';
  to: string;
  subject: string;
  text: string;
  attachments: { name: string; contentType: string; size: number; url: string }[];
  requestReference?: string;
  headers?: Record<string, string>;
  sms?: { from: string | null; parts: number; alphabet: string };
};
export type Records = {
  contacts: {
    id: string;
    channel: string;
    state: string;
    requestReference?: string;
    batch?: string;
    pages?: number;
    text: string;
    subject: string;
  }[];
  requests: {
    reference: string;
    state: string;
    department: string | null;
    openedBy: string;
    deadlines: { kind: string; due: string | null; state: string }[];
    journal: { seq: number; type: string; at: string }[];
  }[];
  tasks: { id: string; kind: string; requestReference?: string; contact?: string }[];
  quarantine: { id: string; reason: string }[];
  batches: {
    id: string;
    file: string;
    state: string;
    pages: number;
    filed: number;
    separators: number;
    blanks: number;
    rejected: number;
    reason?: string;
  }[];
  next: string | null;
};
const lists = ['contacts', 'requests', 'tasks', 'quarantine', 'batches'] as const;

/** Asking costs the product more than waiting does: the longer something takes, the more seldom it is asked for. */
const patience = 0.12;

/** Polls until `probe` gives something; the error names what was awaited. */
export const until = async <T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  within = 60_000,
): Promise<T> => {
  const began = Date.now();
  for (;;) {
    const found = await probe();
    if (found) return found;
    const waited = Date.now() - began;
    if (waited > within) throw new Error(`waited ${within} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, Math.max(40, waited * patience))));
  }
};

export const outer = (url: string, dataDir: string) => {
  const json = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    });
    const text = await response.text();
    const body = text ? JSON.parse(text) : undefined;
    return { status: response.status, body, headers: response.headers };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    json(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-parvis-csrf': '1', ...headers },
    });

  const recorded = async (query: Record<string, string>): Promise<Records> =>
    (await json(`/local/records?${new URLSearchParams(query)}`)).body;
  /** Whatever page it stands on. */
  const everyPage = async (query: Record<string, string>): Promise<Records> => {
    const whole = await recorded(query);
    let { next } = whole;
    while (next) {
      const more = await recorded({ ...query, after: next });
      for (const name of lists) (whole[name] as unknown[]).push(...more[name]);
      next = more.next;
    }
    return whole;
  };
  return {
    url,
    json,
    post,
    /** Everything held; with a query, the first page of what it asks for. Dear: for what is awaited, one kind is enough. */
    records: (query?: Record<string, string>) => (query ? recorded(query) : everyPage({})),
    contacts: async () => (await everyPage({ of: 'contacts' })).contacts,
    batches: async () => (await everyPage({ of: 'batches' })).batches,
    outbox: async (): Promise<Sent[]> => (await json('/local/outbox')).body,
    quiet: (within = 90_000) =>
      until('quiet', async () => (await fetch(`${url}/local/idle`)).status === 200, within),
    clock: (body: { now: string } | { advance: string }) => post('/local/clock', body),

    /** Signs in as the identity provider's stand-in would, and answers calls with the session cookie. */
    async signIn(login: string) {
      const response = await fetch(`${url}/local/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: login }),
      });
      if (!response.ok) throw new Error(`sign-in as ${login}: ${response.status} ${await response.text()}`);
      const cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      return {
        cookie,
        get: (path: string) => json(path, { headers: { cookie } }),
        post: (path: string, body: unknown) => post(path, body, { cookie, 'idempotency-key': randomUUID() }),
        pdf: async (path: string, body: unknown): Promise<Buffer> => {
          const headers = { cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' };
          const reply = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
          return Buffer.from(await reply.arrayBuffer());
        },
        upload: (file: Buffer, name: string, contentType: string) =>
          upload('/api/agent/uploads', file, name, contentType, { cookie }),
      };
    },
    upload: (file: Buffer, name: string, contentType: string) =>
      upload('/api/public/uploads', file, name, contentType),

    async submit(
      procedure: string,
      answers: Record<string, unknown>,
      uploads: { field: string; uploadId: string; name: string }[] = [],
      key: string = randomUUID(),
    ) {
      return post(
        '/api/public/forms',
        { procedure, revision: 1, answers, uploads },
        { 'idempotency-key': key },
      );
    },
    track: (reference: string, code: string) =>
      json(`/api/public/requests/${reference}`, { headers: { 'x-tracking-code': code } }),

    /** Drops a file as the scanner does: written beside, then renamed into the folder. */
    async drop(name: string, content: Buffer | string) {
      await mkdir(join(dataDir, 'scans'), { recursive: true });
      const temporary = join(dataDir, `scan-${randomUUID()}`);
      if (typeof content === 'string') await cp(content, temporary);
      else await writeFile(temporary, content);
      await rename(temporary, join(dataDir, 'scans', name));
    },
    async dropFolder(name: string, files: Record<string, Buffer>) {
      const temporary = join(dataDir, `scan-${randomUUID()}`);
      await mkdir(temporary, { recursive: true });
      for (const [file, content] of Object.entries(files)) await writeFile(join(temporary, file), content);
      await rename(temporary, join(dataDir, 'scans', name));
    },
    failure: (name: string) => {
      const file = join(dataDir, 'scans/failed', `${name}.txt`);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    scanned: (folder: 'done' | 'failed', name: string) => existsSync(join(dataDir, 'scans', folder, name)),
  };

  async function upload(
    path: string,
    file: Buffer,
    name: string,
    contentType: string,
    headers: Record<string, string> = {},
  ): Promise<string> {
    const { status, body } = await post(path, { name, contentType, size: file.length }, headers);
    if (status !== 201) throw new Error(`upload refused: ${status} ${JSON.stringify(body)}`);
    const form = new FormData();
    for (const [field, value] of Object.entries(body.fields)) form.append(field, String(value));
    form.append('file', new Blob([new Uint8Array(file)], { type: contentType }), name);
    const sent = await fetch(body.url, { method: 'POST', body: form });
    if (!sent.ok) throw new Error(`S3 refused: ${sent.status} ${await sent.text()}`);
    return body.uploadId;
  }
};

/** The product that `npm test` started. */
export const running = (): Outer => {
  const { PARVIS_URL, PARVIS_DATA } = process.env;
  if (!PARVIS_URL || !PARVIS_DATA)
    throw new Error('run `npm test`, or set PARVIS_URL and PARVIS_DATA to a running product');
  return outer(PARVIS_URL, PARVIS_DATA);
};
