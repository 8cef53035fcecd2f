import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { knownProcedure } from '../functions/qualification/known-procedures.ts';
import { classify } from '../functions/qualification/routing/classify.ts';
import { decode } from '../functions/qualification/routing/model-file.ts';
import { thresholdOf } from '../functions/qualification/routing/thresholds.ts';
import { loadCollectivity } from './collectivity/load.ts';
import { madeClassifier } from './making/places.ts';
import { trainClassifier } from './train.ts';

const Message = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  channel: z.string().nullish(),
  subject: z.string().nullish(),
  text: z.string(),
});

/** The model of the product as it stands; a new one is learnt first when its sources have changed. */
const classifier = () => {
  trainClassifier(madeClassifier);
  return decode(gunzipSync(readFileSync(madeClassifier)));
};

/** `npm run --silent classify -- <file.jsonl>`: one line of JSON for each message that can be read, a sentence for each that cannot. */
async function main([path]: string[]): Promise<void> {
  if (!path) throw new Error('usage: npm run --silent classify -- <file.jsonl>');
  if (!existsSync(path)) throw new Error(`${path} cannot be opened: there is no such file`);
  const { authority, procedures } = loadCollectivity(process.env.COLLECTIVITY ?? 'val-clair');
  const options = {
    threshold: (department: string) => thresholdOf(authority, department),
    procedures: procedures.map(knownProcedure),
    departments: authority.departments,
    prefix: authority.prefix,
  };
  const model = classifier();
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const message = read(line);
    if ('error' in message) {
      process.stderr.write(`${path}, line ${number}: ${message.error}\n`);
      process.exitCode = 1;
      continue;
    }
    const { id, channel, subject, text } = message;
    const found = classify(model, { channel: channel ?? '', subject: subject ?? '', text }, options);
    const { department, confidence, routed, others, procedure, urgency, sender, reference, reasons } = found;
    const answer = {
      id,
      department,
      confidence,
      routed,
      others,
      procedure,
      urgency,
      sender,
      reference,
      reasons,
    };
    const isWritten = process.stdout.write(`${JSON.stringify(answer)}\n`);
    if (!isWritten) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function read(line: string): z.infer<typeof Message> | { error: string } {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return { error: 'it is no JSON' };
  }
  const { data, error } = Message.safeParse(content);
  return (
    data ?? { error: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
  );
}

// Whoever reads the answers may have enough of them.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
