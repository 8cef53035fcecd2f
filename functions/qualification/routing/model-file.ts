import { buckets } from './features.ts';
import type { Classifier } from './learn.ts';
import type { Model } from './model.ts';
import { type ProcedureTexts, size } from './procedure-texts.ts';
import type { Urgency } from './urgency.ts';

type Head = Omit<Model, 'weights' | 'idf'>;
type Written = Pick<Classifier, 'calibration' | 'own' | 'onTrial'> & {
  heads: Head[];
  urgent: Omit<Urgency, 'text' | 'letters'>;
  asked: Pick<ProcedureTexts, 'labels' | 'scale'>;
};
/** The tables in their order: the two views, and the two of urgency. */
const tablesOf = ({ complement, linear, urgency }: Classifier) => [
  complement,
  linear,
  urgency.text,
  urgency.letters,
];

/**
 * The model as bytes: one line of JSON (what is not a table), a line feed, then for each table its weights and its
 * document frequencies, then the same of the procedures. It is gzipped when written.
 */
export const encode = (classifier: Classifier): Uint8Array => {
  const models = tablesOf(classifier);
  const heads = models.map(({ weights: _weights, idf: _idf, ...head }): Head => head);
  const { calibration, own, onTrial, urgency, procedures } = classifier;
  const { text: _text, letters: _letters, ...urgent } = urgency;
  const { counts, idf: seldom, ...asked } = procedures;
  const said: Written = { heads, calibration, own, onTrial, urgent, asked };
  const head = new TextEncoder().encode(`${JSON.stringify(said)}\n`);
  const tables = models.flatMap(({ weights, idf }) => [new Uint8Array(weights.buffer), idf]);
  const blocks = [head, ...tables, counts, seldom];
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
  const { heads, calibration, own, onTrial, urgent, asked }: Written = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  );
  let at = end + 1;
  const take = (size: number) => {
    const block = Uint8Array.from(bytes.subarray(at, at + size));
    if (block.length !== size) throw new Error('model file is truncated: build it again');
    at += size;
    return block;
  };
  const [complement, linear, text, letters] = heads.map((head) => ({
    ...head,
    weights: new Int8Array(take(head.labels.length * buckets).buffer),
    idf: take(buckets),
  }));
  if (!complement || !linear || !text || !letters) throw new Error('model file lacks a part: build it again');
  const procedures = { ...asked, counts: take(asked.labels.length * size), idf: take(size) };
  return { complement, linear, calibration, urgency: { text, letters, ...urgent }, own, onTrial, procedures };
};
