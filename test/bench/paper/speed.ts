import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { openEngine } from '../../../functions/documents/reading/engine.adapter.ts';
import { readFile } from '../../../functions/documents/reading/read-file.adapter.ts';
import { openSource } from '../../../functions/documents/source/source.adapter.ts';
import { bareEngine } from './bare-engine.ts';
import { drawLetter } from './reading/letter.ts';
import type { Measured } from './reading.ts';

const dpi = 300;
const workers = 2;
/** The least share of the bare engine's pages a second, with everything on. */
const least = 0.7;

/** Clean pages by the product's chain and by the bare engine, in turns, so that a busy machine slows both alike. */
export async function speed(isQuick: boolean): Promise<Measured> {
  const pages = await Promise.all(
    Array.from({ length: isQuick ? 8 : 16 }, (_, index) => drawLetter(index, dpi).then(({ page }) => page)),
  );
  const pictures = await Promise.all(
    pages.map(({ data, width, height }) =>
      sharp(data, { raw: { width, height, channels: 1 } })
        .toColourspace('b-w')
        .withMetadata({ density: dpi })
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );
  const pdf = await scannedPdf(pictures);
  const engine = openEngine({ workers });
  const bare = await bareEngine(workers);
  const ours = async () => {
    const opened = await openSource(pdf, { kind: 'pdf', contentType: 'application/pdf' });
    if (!('source' in opened)) throw new Error(opened.failure);
    for await (const page of readFile(opened.source, engine, workers)) if ('error' in page) throw page.error;
    opened.source.close();
  };
  const theirs = () => bare.read(pictures);
  await theirs();
  await ours();
  const ratios: number[] = [];
  const lines = ['pages a second, 300 dpi, 2 workers: ours, bare, ratio; the same by time of processors'];
  for (let round = 0; round < (isQuick ? 3 : 5); round++) {
    // The first of a pair may find the machine warmer or busier: they take turns.
    const first = round % 2 ? theirs : ours;
    const second = round % 2 ? ours : theirs;
    const [one, other] = [await seconds(first), await seconds(second)];
    const [mine, bareTook] = round % 2 ? [other, one] : [one, other];
    ratios.push(bareTook.wall / mine.wall);
    const share = (kind: 'wall' | 'processors') => {
      const rates = [mine, bareTook].map((took) => (pictures.length / took[kind]).toFixed(2).padStart(6));
      return `${rates.join(' ')} ${(bareTook[kind] / mine[kind]).toFixed(2).padStart(6)}`;
    };
    lines.push(`${share('wall')}   ${share('processors')}`);
  }
  await Promise.all([engine.close(), bare.close()]);
  const median = ratios.toSorted((one, other) => one - other)[Math.floor(ratios.length / 2)] as number;
  lines.push(`median ${median.toFixed(2)}, at least ${least}`);
  return { lines, failures: median < least ? [`speed: ${median.toFixed(2)} of the bare engine's`] : [] };
}

/** Seconds of the clock, and of all processors together: on a busy machine only the second says much. */
async function seconds(work: () => Promise<unknown>): Promise<{ wall: number; processors: number }> {
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - begun) / 1_000, processors: (user + system) / 1_000_000 };
}

/** One PDF of pictures, as most scanners send it. */
async function scannedPdf(pictures: readonly Buffer[]): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  for (const picture of pictures) {
    const { width, height } = await sharp(picture).metadata();
    const size: [number, number] = [(width * 72) / dpi, (height * 72) / dpi];
    doc.addPage({ size, margin: 0 }).image(picture, 0, 0, { width: size[0], height: size[1] });
  }
  doc.end();
  return done;
}
