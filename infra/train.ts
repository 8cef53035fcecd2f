import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CorpusRow, learn } from '../functions/qualification/learn.ts';
import { encode } from '../functions/qualification/model-file.ts';

const folder = join(import.meta.dirname, '../functions/qualification');

/** The corpus that ships with the product, in its order. */
export const corpus = (): (CorpusRow & { id: string; channel: string; also: string[] })[] =>
  ['letters-and-forms', 'mails-and-notes'].flatMap((name) =>
    readFileSync(join(folder, 'corpus', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );

export const lexicon = (): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, 'lexicon.json'), 'utf8'));

/** Trains the first classifier and writes it, gzipped, to `file`. Deterministic; about a second. */
export const trainClassifier = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(encode(learn(corpus(), lexicon())), { level: 9 }));
};
