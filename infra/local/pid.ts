import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Claim = { release(): void };

/**
 * Makes this process the runtime of a data folder and writes its id to `DATA_DIR/pid`. A runtime that was killed leaves
 * its id behind: it is taken over. One that is really alive is an error.
 */
export function claim(dataDir: string): Claim {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'pid');
  const former = existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : 0;
  if (former && former !== process.pid && isRuntime(former))
    throw new Error(
      `Ces données (${dataDir}) sont déjà servies par le processus ${former} : arrêtez-le, ou choisissez un autre DATA_DIR.\n` +
        `This data folder is already served by process ${former}: stop it, or choose another DATA_DIR.`,
    );
  writeFileSync(file, `${process.pid}\n`);
  return {
    release() {
      if (existsSync(file) && Number(readFileSync(file, 'utf8')) === process.pid) rmSync(file);
    },
  };
}

/** Ids are reused by the system: only a process that runs this very program counts. */
function isRuntime(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      /infra[/\\]local[/\\]main\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) && !isZombie(pid)
    );
  } catch {
    return false;
  }
}

function isZombie(pid: number): boolean {
  return /\)\s+Z\s/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
