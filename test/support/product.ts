import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export type Product = {
  url: string;
  dataDir: string;
  smtpPort: number;
  process: ChildProcess;
  /** SIGTERM, and wait: the product puts back what it holds. */
  stop(): Promise<number | null>;
  /** SIGKILL, and wait: the machine lost its power. */
  kill(): Promise<void>;
};

/** Products that run: none outlives the tests that started it, whatever became of those. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * Starts the real product in its own process, as `npm start` does (a hundred small heaps: threads that help to sweep each cost two
 * processors a tenth of their time), and waits until it says it is ready. An empty folder begins as a copy of `PARVIS_SEED` where
 * that is set: what every first start writes is written once for all tests.
 */
export const startProduct = async (options: {
  dataDir: string;
  port?: number;
  smtpPort?: number;
}): Promise<Product> => {
  const root = join(import.meta.dirname, '../..');
  const port = options.port ?? (await freePort());
  const smtpPort = options.smtpPort ?? (await freePort());
  mkdirSync(options.dataDir, { recursive: true });
  const seed = process.env.PARVIS_SEED;
  if (seed && readdirSync(options.dataDir).length === 0) cpSync(seed, options.dataDir, { recursive: true });
  const log = createWriteStream(join(options.dataDir, 'test-output.log'), { flags: 'a' });
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['--single-threaded-gc', join(root, 'infra/local/main.ts')],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        SMTP_PORT: String(smtpPort),
        DATA_DIR: options.dataDir,
        COLLECTIVITY: 'val-clair',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  let dead: number | null | undefined;
  void ended.then((code) => {
    dead = code;
  });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 240_000;
  for (;;) {
    if (dead !== undefined)
      throw new Error(`the product stopped with ${dead}: see ${options.dataDir}/test-output.log`);
    const ready = await fetch(`${url}/local/health`).then(
      (response) => response.ok,
      () => false,
    );
    // Another runtime may answer on a taken port: ours says so itself.
    if (ready && said.includes('is ready')) break;
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error('the product was not ready within four minutes');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    dataDir: options.dataDir,
    smtpPort,
    process: child,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
