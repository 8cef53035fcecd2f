import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the workers of a run keep for several test files: they are ended by a signal, so that the run itself throws it away. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-tests-'));
  process.env.PARVIS_SCRATCH = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
