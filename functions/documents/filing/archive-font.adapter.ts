import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const inPackage =
  '../../../node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
let loaded: Buffer | undefined;

/**
 * Source Sans 3 (SIL Open Font License), put beside the bundle (infra/making/companions.ts); where nothing is bundled, read
 * from its package.
 */
export function archiveFont(folder = process.env.LAMBDA_TASK_ROOT ?? import.meta.dirname): Buffer {
  const near = join(folder, 'archive-regular.ttf');
  loaded ??= readFileSync(existsSync(near) ? near : join(import.meta.dirname, inPackage));
  return loaded;
}
