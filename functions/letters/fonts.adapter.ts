import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Fonts = { regular: Buffer; bold: Buffer };
const files = {
  regular: ['letter-regular.ttf', '400Regular/SourceSans3_400Regular.ttf'],
  bold: ['letter-bold.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'],
} as const;
let loaded: Fonts | undefined;

/**
 * Source Sans 3 (SIL Open Font License), put beside the bundles that draw (infra/making/companions.ts); where nothing is
 * bundled, read from its package.
 */
export const letterFonts = (folder = process.env.LAMBDA_TASK_ROOT ?? import.meta.dirname): Fonts => {
  const read = ([beside, inPackage]: readonly [string, string]) => {
    const near = join(folder, beside);
    const far = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/source-sans-3', inPackage);
    return readFileSync(existsSync(near) ? near : far);
  };
  loaded ??= { regular: read(files.regular), bold: read(files.bold) };
  return loaded;
};
