import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN_MS = 10_000;

/** The database's process, with the port it listens on. */
export type Running = { readonly port: number; stop(): Promise<void> };

/**
 * Starts the database on a file. It runs beneath a small shell that waits on its standard input: when this process ends,
 * however it ends, the pipe closes and the shell takes the database down with it.
 */
export async function startDatabase(file: string, pidFile: string): Promise<Running> {
  endStale(pidFile, file);
  const port = await freePort();
  const command = '"$0" serve --port "$1" --db-path "$2" & echo $! > "$3"; cat > /dev/null; kill $!; wait $!';
  const shell = spawn('/bin/sh', ['-c', command, binary(), String(port), file, pidFile], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  await listening(port, shell);
  shell.unref();
  return {
    port,
    async stop() {
      if (shell.exitCode !== null) return;
      shell.ref();
      const ended = new Promise((resolve) => shell.once('exit', resolve));
      shell.stdin?.end();
      await ended;
      rmSync(pidFile, { force: true });
    },
  };
}

function binary(): string {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')),
      'dynoxide',
    );
  } catch {
    throw new Error(
      'The local database (@dynoxide/linux-x64) is not installed: it exists for Linux on x64. Run npm ci there.',
    );
  }
}

/** A database left by a killed runtime whose shell was killed with it: ended, once it is certain that it is ours. */
export function endStale(pidFile: string, file: string): void {
  if (!existsSync(pidFile)) return;
  const pid = readFileSync(pidFile, 'utf8').trim();
  const commandFile = `/proc/${pid}/cmdline`;
  try {
    const command = pid ? readFileSync(commandFile, 'utf8') : '';
    if (command.includes('dynoxide') && command.includes(file)) process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It ended by itself.
  }
  rmSync(pidFile, { force: true });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function listening(port: number, shell: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (shell.exitCode !== null) break;
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await pause(5);
  }
  throw new Error('the local database did not start');
}
