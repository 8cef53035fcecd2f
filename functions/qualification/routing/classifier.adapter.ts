import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Classifier } from './learn.ts';
import { decode } from './model-file.ts';

let loaded: Promise<Classifier> | undefined;

/** The model built beside the function's bundle as `classifier.bin`; read once a cold start (about 15 ms). */
export const loadClassifier = (
  folder = process.env.LAMBDA_TASK_ROOT ?? import.meta.dirname,
): Promise<Classifier> => {
  loaded ??= readFile(join(folder, 'classifier.bin')).then((file) => decode(gunzipSync(file)));
  return loaded;
};
