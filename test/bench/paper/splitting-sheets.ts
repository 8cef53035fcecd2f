import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import { findBarcodes } from '../../../functions/documents/image/barcode.adapter.ts';
import type { Grey } from '../../../functions/documents/image/grey.ts';
import { openPdf } from '../../../functions/documents/source/pdf.adapter.ts';
import { letterCodesOf, separatorOf } from '../../../functions/documents/splitting/separator.ts';
import { sheets as printedSheets } from '../../../functions/documents/splitting/separator-sheet.adapter.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { type Fault, faults, spoil } from './splitting-faults.ts';
import { draw, readPiles } from './splitting-piles.ts';

const authority = {
  name: 'Val-Clair',
  departments: [{ code: 'voirie', name: 'Voirie' }],
  procedures: [{ code: 'permis-construire', title: 'Permis de construire' }],
} as never;
const slipCode = 'PARVIS:REQ:v1:slip:VC-2026-000123-W:aa99c1d2:0123456789ab';
const mm = 72 / 25.4;

type Code = { bcid: string; text: string; scale: number; [option: string]: string | number };
/** A code on a page, so many millimetres wide. */
type Placed = { code: Code; wide: number; left: number; top: number };

async function pageWith(placed: Placed[], lines: number): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 60 });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  doc.font('Times-Roman').fontSize(12);
  for (let line = 0; line < lines; line++)
    doc.text(
      `Ligne ${line} d'une lettre qui porte un code, avec un montant de ${line * 17} euros et quelques mots.`,
    );
  for (const { code, wide, left, top } of placed)
    doc.image(await toBuffer(code as never), left * mm, top * mm, { width: wide * mm });
  doc.end();
  return done;
}

/** What must be found, and how it is known to have been. */
const sheetKinds: Record<string, { pdf(): Promise<Uint8Array>; isFound(codes: Found): boolean }> = {
  'PATCHT, Code 128': {
    pdf: () =>
      pageWith(
        [{ code: { bcid: 'code128', text: 'PATCHT', scale: 4, height: 20 }, wide: 80, left: 65, top: 120 }],
        0,
      ),
    isFound: (codes) => separatorOf(codes)?.department === null,
  },
  'PATCHT, Code 39': {
    pdf: () =>
      pageWith(
        [{ code: { bcid: 'code39', text: 'PATCHT', scale: 4, height: 20 }, wide: 110, left: 50, top: 120 }],
        0,
      ),
    isFound: (codes) => separatorOf(codes)?.department === null,
  },
  department: {
    pdf: async () => (await printedSheets(authority, { department: 'voirie', copies: 1 })).bytes,
    isFound: (codes) => separatorOf(codes)?.department === 'voirie',
  },
  procedure: {
    pdf: async () => (await printedSheets(authority, { procedure: 'permis-construire', copies: 1 })).bytes,
    isFound: (codes) => separatorOf(codes)?.procedure === 'permis-construire',
  },
  plain: {
    pdf: async () => (await printedSheets(authority, { copies: 1 })).bytes,
    isFound: (codes) => separatorOf(codes)?.department === null,
  },
  'versos follow': {
    pdf: async () => (await printedSheets(authority, { isVersos: true, copies: 1 })).bytes,
    isFound: (codes) => separatorOf(codes)?.isVersos === true,
  },
  'slip of a request': {
    pdf: () =>
      pageWith(
        [{ code: { bcid: 'qrcode', text: slipCode, scale: 6, eclevel: 'M' }, wide: 30, left: 150, top: 225 }],
        22,
      ),
    isFound: (codes) => letterCodesOf(codes)[0] === slipCode,
  },
};
type Found = Awaited<ReturnType<typeof findBarcodes>>;

/** Codes that letters carry without parting them: invoices, parcels, tickets, inventory. */
const foreign: Code[] = [
  { bcid: 'qrcode', text: 'SPC\n0200\n1\nFR7600000000000000\nEnergia\n129.90\nEUR', scale: 4 },
  { bcid: 'qrcode', text: 'https://exemple.example/payer?facture=118842', scale: 4 },
  { bcid: 'qrcode', text: 'BCD\n002\n1\nSCT\n\nRegie des eaux\nFR76\nEUR38.20', scale: 4 },
  { bcid: 'code128', text: '6A12345678901', scale: 3, height: 16 },
  { bcid: 'code128', text: 'PATCH 2', scale: 3, height: 16 },
  { bcid: 'code39', text: 'LOT-0042', scale: 3, height: 14 },
  { bcid: 'code128', text: 'RK 12 345 678 9 FR', scale: 3, height: 16 },
];

const dpi = 200;
async function pagesOf(bytes: Uint8Array, most = 1): Promise<Grey[]> {
  const pdf = await openPdf(bytes);
  const pages: Grey[] = [];
  for (let page = 1; page <= Math.min(most, pdf.pages); page++) pages.push(await pdf.draw(page, dpi));
  pdf.close();
  return pages;
}

/** Pages without any sheet, one at a time: the published letters, a third of the pages with a stranger's code. */
async function* lettersWithout(random: Random, count: number): AsyncGenerator<Grey> {
  const piles = readPiles().flatMap(({ pages }) => pages.map(({ laid }) => laid));
  const plain = await openPdf(await draw(piles, random));
  for (let index = 0; index < count; index++) {
    const code = foreign[Math.floor(index / 3) % foreign.length] as Code;
    const wide = code.bcid === 'qrcode' ? 28 : 60;
    const place = { code, wide, left: random.between(20, 120), top: random.between(20, 220) };
    const page =
      index % 3 === 0
        ? ((await pagesOf(await pageWith([place], 30)))[0] as Grey)
        : await plain.draw((index % plain.pages) + 1, dpi);
    yield stamped(page, random);
  }
  plain.close();
}

/** A round stamp and the rules of a table: rings and bars are what finders of codes look for. */
function stamped({ width, height, data }: Grey, random: Random): Grey {
  const out = Uint8Array.from(data);
  const [x, y, radius] = [
    random.between(0.2, 0.8) * width,
    random.between(0.2, 0.8) * height,
    random.between(80, 160),
  ];
  for (let angle = 0; angle < 6.283; angle += 0.001)
    for (const ring of [0, 1, 2, 14, 15])
      out[
        Math.round(y + (radius - ring) * Math.sin(angle)) * width +
          Math.round(x + (radius - ring) * Math.cos(angle))
      ] = 60;
  for (let bar = 0; bar < 14; bar++) {
    const at = Math.round(width * 0.1 + bar * random.between(8, 26));
    for (let row = Math.round(height * 0.6); row < height * 0.68; row++) out[row * width + at] = 40;
  }
  return { width, height, data: out };
}

/** Two hundred noisy pages with a sheet or a code of ours, three hundred without; a miss or a false cut is over the gate. */
export async function sheets(isQuick = false): Promise<{ lines: string[]; failures: string[] }> {
  const random = randomOf(77);
  const [wanted, without] = isQuick ? [42, 30] : [203, 300];
  const clean = new Map<string, Grey>();
  for (const [kind, { pdf }] of Object.entries(sheetKinds))
    clean.set(kind, (await pagesOf(await pdf()))[0] as Grey);
  const kinds = Object.keys(sheetKinds);
  const names = Object.keys(faults) as Fault[];
  const missed: string[] = [];
  let spent = 0;
  const timed = async (page: Grey) => {
    const begun = process.cpuUsage();
    const found = await findBarcodes(page, dpi);
    spent += process.cpuUsage(begun).user / 1_000;
    return found;
  };
  for (let index = 0; index < wanted; index++) {
    const kind = kinds[index % kinds.length] as string;
    const fault = names[Math.floor(index / kinds.length) % names.length] as Fault;
    const found = await timed(await spoil(clean.get(kind) as Grey, fault, random));
    if (!sheetKinds[kind]?.isFound(found)) missed.push(`${kind} with ${fault}`);
  }
  const cuts: string[] = [];
  let index = 0;
  for await (const page of lettersWithout(random, without)) {
    const fault = names[index++ % names.length] as Fault;
    const found = await timed(await spoil(page, fault, random));
    if (separatorOf(found) || letterCodesOf(found).length > 0) cuts.push(`page ${index} with ${fault}`);
  }
  return {
    lines: [
      `sheets and codes found: ${wanted - missed.length} of ${wanted}`,
      `false cuts: ${cuts.length} of ${without} pages without`,
      `${(spent / (wanted + without)).toFixed(0)} ms of work a page to look for codes`,
    ],
    failures: [...missed.map((one) => `missed ${one}`), ...cuts.map((one) => `cut at ${one}`)],
  };
}

if (import.meta.main) {
  const { lines, failures } = await sheets(process.argv.includes('--quick'));
  console.log([...lines, ...failures].join('\n'));
}
