import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Meter } from '../context.ts';

export type Logs = { write(functionName: string, chunk: Buffer): void; close(): void };

/** What functions print, one file each: `DATA_DIR/logs/<function>.log`. */
export function createLogs(dataDir: string, meter: Meter): Logs {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, WriteStream>();
  return {
    write(functionName, chunk) {
      let file = files.get(functionName);
      if (!file) {
        file = createWriteStream(join(folder, `${functionName}.log`), { flags: 'a' });
        files.set(functionName, file);
      }
      file.write(chunk);
      meter.count('logs', 'ingested-gb', chunk.length / 2 ** 30);
    },
    close() {
      for (const file of files.values()) file.end();
    },
  };
}
