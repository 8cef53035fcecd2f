import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CorpusRow, type Lexicon, learn } from '../functions/qualification/routing/learn.ts';
import { encode } from '../functions/qualification/routing/model-file.ts';

const folder = join(import.meta.dirname, '../functions/qualification');

/** The files of the corpus that ships with the product, each by a hand of its own. */
export const hands = [
  'letters-and-forms',
  'mails-and-notes',
  'further-1',
  'further-2',
  'further-3',
  'further-4',
] as const;
export type Hand = (typeof hands)[number];

/** The corpus, or what some hands wrote of it, in its order. */
export const corpus = (
  of: readonly Hand[] = hands,
): (CorpusRow & { id: string; channel: string; also: string[] })[] =>
  of.flatMap((name) =>
    readFileSync(join(folder, 'corpus', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );

export const lexicon = (): Lexicon => JSON.parse(readFileSync(join(folder, 'routing/lexicon.json'), 'utf8'));

/** Trains the first classifier and writes it, gzipped, to `file`. Deterministic; about three seconds. */
export const trainClassifier = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(encode(learn(corpus(), lexicon())), { level: 9 }));
};
