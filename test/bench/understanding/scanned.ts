import { openEngine } from '../../../functions/documents/reading/engine.adapter.ts';
import { readFile } from '../../../functions/documents/reading/read-file.adapter.ts';
import { openPdf } from '../../../functions/documents/source/pdf.adapter.ts';
import { openSource } from '../../../functions/documents/source/source.adapter.ts';
import { sniff } from '../../../functions/intake/sniff.adapter.ts';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import { corpus } from '../../../infra/train.ts';
import { randomOf } from '../../support/random.ts';
import { paged, typesetter } from '../../support/typeset.ts';
import { degrade } from '../paper/reading/degrade.ts';
import { modelWithout, options } from './judged.ts';
import { shareOf } from './measures.ts';
import { type Part, percent, share } from './report.ts';

const hand = 'letters-and-forms';
const count = 40;
const dpi = 200;
const fonts = ['Times-Roman', 'Helvetica', 'Courier'] as const;
const most = 0.03;
type Engine = ReturnType<typeof openEngine>;

/** One text on paper, laid askew, unevenly lit, noisy, compressed, and read as the product reads it. */
async function throughPaper(engine: Engine, text: string, number: number): Promise<string> {
  const pdf = await paged((doc) => {
    const type = typesetter(doc, { family: fonts[number % fonts.length] ?? 'Helvetica', size: 11 });
    for (const line of text.split('\n')) {
      if (line.trim() === '') type.skip(0.7);
      else type.write(line);
    }
  });
  const printed = await openPdf(pdf);
  let read = '';
  for (let page = 1; page <= printed.pages; page++) {
    const { width, height, data } = await printed.draw(page, dpi);
    const scan = await degrade('mixed', { width, height, data }, randomOf(number * 10 + page), dpi);
    const opened = await openSource(scan.bytes, await sniff(scan.name, scan.bytes));
    if (!('source' in opened)) throw new Error(opened.failure);
    for await (const one of readFile(opened.source, engine, 1))
      if (!('error' in one)) read += `${one.read?.text ?? ''}\n`;
  }
  printed.close();
  return read;
}

/** Whether a letter goes where its clean text would. */
export const scanned = async (): Promise<Part> => {
  const model = modelWithout(hand);
  const letters = corpus([hand])
    .filter(({ channel }) => channel === 'letter')
    .filter((_, i, all) => i % Math.floor(all.length / count) === 0)
    .slice(0, count);
  const engine = openEngine({ workers: 2 });
  const texts: string[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < letters.length; at = next++)
      texts[at] = await throughPaper(engine, letters[at]?.text ?? '', at);
  };
  await Promise.all([lane(), lane()]);
  await engine.close();
  const answer = (text: string) => classify(model, { subject: '', text, channel: 'letter' }, options);
  const both = letters.map((row, at) => ({
    row,
    clean: answer(row.text),
    read: answer(texts[at] ?? ''),
  }));
  const rightOf = (of: 'clean' | 'read') =>
    shareOf(both, ({ row, ...one }) => [row.service, ...row.also].includes(one[of].department));
  const [clean, read] = [rightOf('clean'), rightOf('read')];
  return {
    title: 'Printed, scanned and read',
    rows: [
      share('acceptable departments lost on the way through paper', Math.max(0, clean - read), most, 'most'),
    ],
    notes: [
      `${letters.length} letters of the first hand, text only, by the model that never read it: clean ${percent(clean)}, read ${percent(read)}; the same answer for ${percent(shareOf(both, (one) => one.clean.department === one.read.department))}.`,
      `Urgency alike for ${percent(shareOf(both, (one) => one.clean.urgency === one.read.urgency))}, the sender's name for ${percent(shareOf(both, (one) => one.clean.sender.name === one.read.sender.name))}.`,
      'Three print faces at 11 points, 200 dpi, laid askew, blurred, unevenly lit, noisy, JPEG 45, seeds 0 to 392.',
    ],
  };
};
