import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { straighten } from '../../../functions/documents/image/straighten.adapter.ts';
import { openSource } from '../../../functions/documents/source/source.adapter.ts';
import { sniff } from '../../../functions/intake/sniff.adapter.ts';
import type { Measured } from './reading.ts';

/** The function that makes pages ready has 2 GB; half of it is left to what runs beside. */
const most = 1_024;
const side = 10_000;

/** The most memory that making pages ready takes, each file in a process of its own: huge pages, and many of them. */
export async function memory(isQuick: boolean): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  const lines = ['megabytes at most, a process each'];
  const failures: string[] = [];
  try {
    for (const [name, bytes] of await files(isQuick ? 60 : 1_000)) {
      const file = join(folder, name);
      await writeFile(file, bytes);
      const ran = await promisify(execFile)(process.execPath, [import.meta.filename, file]);
      const took = Number(ran.stdout);
      lines.push(`${name.padEnd(24)} ${String(took).padStart(6)}`);
      if (took > most) failures.push(`${name}: ${took} MB, ${most} at most`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { lines, failures };
}

async function files(pages: number): Promise<[name: string, bytes: Buffer][]> {
  const huge = () => sharp({ create: { width: side, height: side, channels: 3, background: '#e4e0d8' } });
  const jpeg = await huge().jpeg().toBuffer();
  const sheet = await sharp({ create: { width: 2_480, height: 3_508, channels: 3, background: '#e8e8e8' } })
    .jpeg()
    .toBuffer();
  return [
    ['huge.jpg', jpeg],
    ['huge.png', await huge().png({ compressionLevel: 1 }).toBuffer()],
    ['huge.tif', await huge().tiff({ compression: 'lzw' }).toBuffer()],
    ['huge.pdf', await pdfOf([jpeg], 1)],
    [`${pages}-pages.pdf`, await pdfOf([sheet], pages)],
  ];
}

function pdfOf(pictures: readonly Buffer[], times: number): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  for (let page = 0; page < times; page++)
    doc
      .addPage({ size: 'A4', margin: 0 })
      .image(pictures[page % pictures.length] as Buffer, 0, 0, { width: 595 });
  doc.end();
  return done;
}

async function makeReady(file: string): Promise<void> {
  const bytes = await readFile(file);
  const opened = await openSource(bytes, await sniff(file, bytes));
  if (!('source' in opened)) throw new Error(opened.failure);
  for (let page = 1; page <= opened.source.pages; page++) {
    const { grey, dpi } = await opened.source.draw(page);
    await straighten(grey, dpi);
  }
  console.log(Math.round(process.resourceUsage().maxRSS / 1_024));
}

if (process.argv[1] === import.meta.filename) await makeReady(process.argv[2] as string);
