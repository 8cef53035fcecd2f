import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lexicon } from '../routing/learn.ts';
import type { Row } from './teach.ts';

/** The corpus and the departments' vocabulary, copied beside the function's bundle under `corpus/`. */
export const shippedCorpus = async (
  folder = join(process.env.LAMBDA_TASK_ROOT ?? import.meta.dirname, 'corpus'),
): Promise<{ corpus: Row[]; lexicon: Lexicon }> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const hands = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const corpus = hands.flatMap((hand) =>
    hand
      .trim()
      .split('\n')
      .map((line): Row => JSON.parse(line)),
  );
  return { corpus, lexicon: JSON.parse(await readFile(join(folder, 'lexicon.json'), 'utf8')) };
};
