import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';

import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Runtime = { url: string; stop(): Promise<void>; kill(): Promise<void> };
const root = resolve(import.meta.dirname, '../..');
const patience = 900_000;

/** Starts the product on a folder, as `npm start` does, and waits until it is ready. */
export async function startRuntime(dataDir: string, port: number): Promise<Runtime> {
  const child = spawn(process.execPath, [join(root, 'infra/local/main.ts')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), SMTP_PORT: String(port + 25) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = createWriteStream(join(dataDir, 'drill.log'), { flags: 'a' });
  child.stdout.pipe(said);
  child.stderr.pipe(said);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  await until(`the product in ${dataDir} (see drill.log there)`, async () => {
    if (child.exitCode !== null) throw new Error(`the product stopped: see ${join(dataDir, 'drill.log')}`);
    return (await fetch(`${url}/local/health`)).status === 200;
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const database = readFileSync(join(dataDir, 'dynamodb.pid'), 'utf8').trim();
    child.kill(signal);
    await ended;
    // Its database goes down with it, a moment later.
    await until('the end of its database', async () => !existsSync(`/proc/${database}`));
  };
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

export const quiet = (url: string): Promise<void> =>
  until('quiet', async () => (await fetch(`${url}/local/idle`)).status === 200);

async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (
    !(await probe().catch((error: Error) =>
      error.message.startsWith('the product stopped') ? Promise.reject(error) : false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error(`waited ${patience / 1000} s for ${what}`);
    await pause(100);
  }
}

/** Calls as an agent of the demonstration. */
export async function agentOf(url: string, login: string) {
  const signedIn = await fetch(`${url}/local/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: login }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = { cookie, 'x-parvis-csrf': '1', 'content-type': 'application/json' };
  return async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, 'idempotency-key': randomUUID() },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
}
