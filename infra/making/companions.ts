import { resolve } from 'node:path';
import { hands } from '../train.ts';
import { madeClassifier, repository } from './places.ts';

/** A file (or folder) that an adapter reads at run time, and its name beside the bundle. */
type Companion = { readonly reader: string; readonly source: string; readonly as: string };
const companions: readonly Companion[] = [
  {
    reader: 'functions/qualification/routing/classifier.adapter.ts',
    source: madeClassifier,
    as: 'classifier.bin',
  },
  ...[...hands.map((hand) => `corpus/${hand}.jsonl`), 'routing/lexicon.json'].map((file) => ({
    reader: 'functions/qualification/learning/corpus.adapter.ts',
    source: `functions/qualification/${file}`,
    as: `corpus/${file.slice(file.lastIndexOf('/') + 1)}`,
  })),
  {
    reader: 'functions/documents/filing/archive-font.adapter.ts',
    source: 'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
    as: 'archive-regular.ttf',
  },
  ...(
    [
      ['400Regular/SourceSans3_400Regular.ttf', 'letter-regular.ttf'],
      ['600SemiBold/SourceSans3_600SemiBold.ttf', 'letter-bold.ttf'],
    ] as const
  ).map(([file, as]) => ({
    reader: 'functions/letters/fonts.adapter.ts',
    source: `node_modules/@expo-google-fonts/source-sans-3/${file}`,
    as,
  })),
];

/** What has to stand beside a bundle made of these sources (paths from the root of the repository). */
export const companionsOf = (sources: ReadonlySet<string>): Companion[] =>
  companions
    .filter(({ reader }) => sources.has(reader))
    .map((one) => ({ ...one, source: resolve(repository, one.source) }));
