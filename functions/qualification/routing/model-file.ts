import { buckets } from './features.ts';
import type { Classifier } from './learn.ts';
import type { Model } from './model.ts';

type Head = Omit<Model, 'weights' | 'idf'>;
const parts = ['complement', 'linear'] as const;

/**
 * The model as bytes: one line of JSON (what of each part is not a table), a line feed, then for each part its weights and its
 * document frequencies. It is gzipped when written.
 */
export const encode = (classifier: Classifier): Uint8Array => {
  const heads = parts.map((part): Head => {
    const { weights: _weights, idf: _idf, ...head } = classifier[part];
    return head;
  });
  const { sharpness, own } = classifier;
  const head = new TextEncoder().encode(`${JSON.stringify({ heads, sharpness, own })}\n`);
  const tables = parts.flatMap((part) => [
    new Uint8Array(classifier[part].weights.buffer),
    classifier[part].idf,
  ]);
  const blocks = [head, ...tables];
  const bytes = new Uint8Array(blocks.reduce((size, block) => size + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
};

/** Reads what `encode` wrote; throws when the sizes do not agree. */
export const decode = (bytes: Uint8Array): Classifier => {
  const end = bytes.indexOf(10);
  if (end < 0) throw new Error('model file is truncated: build it again');
  const { heads, sharpness, own }: Pick<Classifier, 'sharpness' | 'own'> & { heads: Head[] } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  );
  let at = end + 1;
  const take = (size: number) => {
    const block = Uint8Array.from(bytes.subarray(at, at + size));
    if (block.length !== size) throw new Error('model file is truncated: build it again');
    at += size;
    return block;
  };
  const [complement, linear] = heads.map((head) => ({
    ...head,
    weights: new Int8Array(take(head.labels.length * buckets).buffer),
    idf: take(buckets),
  }));
  if (!complement || !linear) throw new Error('model file lacks a part: build it again');
  return { complement, linear, sharpness, own };
};
