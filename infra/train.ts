import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Sender } from '../functions/intake/contact.ts';
import type { Row } from '../functions/qualification/learning/teach.ts';
import { type Lexicon, learn } from '../functions/qualification/routing/learn.ts';
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

/** One line of the corpus: with what routing learns, what its author says of it. */
export type CorpusMessage = Row & { request_type: string; sender: Sender; reference: string | null };

/** The corpus, or what some hands wrote of it, in its order. */
export const corpus = (of: readonly Hand[] = hands): CorpusMessage[] =>
  of.flatMap((name) =>
    readFileSync(join(folder, 'corpus', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );

export const lexicon = (): Lexicon => JSON.parse(readFileSync(join(folder, 'routing/lexicon.json'), 'utf8'));

/** Everything the classifier is made of, as one hash: texts, vocabularies, and the code that learns. */
const madeOf = (): string => {
  const hash = createHash('sha256');
  for (const part of ['corpus', 'routing'])
    for (const name of readdirSync(join(folder, part)).sort())
      hash.update(readFileSync(join(folder, part, name)));
  return hash.digest('hex');
};

/**
 * Trains the first classifier and writes it, gzipped, to `file`, with what it was made of beside it: nothing is learnt twice.
 * Deterministic; about four seconds.
 */
export const trainClassifier = (file: string): void => {
  const key = madeOf();
  const beside = `${file}.sha256`;
  if (existsSync(file) && existsSync(beside) && readFileSync(beside, 'utf8') === key) return;
  mkdirSync(dirname(file), { recursive: true });
  // Renamed into place: whoever reads it meanwhile reads a whole one.
  writeFileSync(`${file}.new`, gzipSync(encode(learn(corpus(), lexicon())), { level: 6 }));
  renameSync(`${file}.new`, file);
  writeFileSync(beside, key);
};
