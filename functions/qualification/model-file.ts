import { buckets } from './features.ts';
import type { Classifier } from './learn.ts';
import type { Model } from './model.ts';

/**
 * The model as bytes: one line of JSON (labels, scale, temperature of each part), a line feed, then for each part its
 * weights and its document frequencies. It is gzipped when written.
 */
export const encode = (classifier: Classifier): Uint8Array => {
  const parts = [classifier.departments];
  const head = new TextEncoder().encode(
    `${JSON.stringify(parts.map(({ labels, scale, temperature }) => ({ labels, scale, temperature })))}\n`,
  );
  const blocks = [head, ...parts.flatMap((part) => [new Uint8Array(part.weights.buffer), part.idf])];
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
  const heads: Pick<Model, 'labels' | 'scale' | 'temperature'>[] = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  );
  let at = end + 1;
  const take = (size: number) => {
    const block = Uint8Array.from(bytes.subarray(at, at + size));
    if (block.length !== size) throw new Error('model file is truncated: build it again');
    at += size;
    return block;
  };
  const [departments] = heads.map((head) => ({
    ...head,
    weights: new Int8Array(take(head.labels.length * buckets).buffer),
    idf: take(buckets),
  }));
  if (!departments) throw new Error('model file lacks a part: build it again');
  return { departments };
};
