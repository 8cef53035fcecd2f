import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

const finished = (document: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    document.on('data', (part) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.end();
  });

const letter = async (options: PDFKit.PDFDocumentOptions = {}, pages = 1): Promise<Buffer> => {
  const document = new PDFDocument({ autoFirstPage: false, ...options });
  for (let page = 1; page <= pages; page++) document.addPage({ size: 'A4' }).text(`Page ${page}`);
  return finished(document);
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Buffer) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([size, body, sum]);
};

/** A real 1-bit PNG of `side` pixels a side, made without ever holding its pixels (50 MB compress to 50 kB). */
const hugeImage = (side: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  const pixels = Buffer.alloc((Math.ceil(side / 8) + 1) * side);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** What comes out of a scanner, a mistake or a malice, with a word that the clerk must find in the reason. */
export const badFiles = async (): Promise<{ name: string; content: Buffer; reason: RegExp }[]> => {
  const good = await letter();
  return [
    {
      name: 'abime.pdf',
      content: good.subarray(0, Math.floor(good.length / 3)),
      reason: /endommagé|abîmé|illisible/i,
    },
    {
      name: 'secret.pdf',
      content: await letter({ userPassword: 'x', ownerPassword: 'y' }),
      reason: /mot de passe/i,
    },
    { name: 'vide.pdf', content: Buffer.alloc(0), reason: /vide/i },
    {
      name: 'programme.pdf',
      content: Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(2_000, 1)]),
      reason: /programme|exécutable/i,
    },
    { name: 'annuaire.pdf', content: await letter({}, 3_000), reason: /1[\s  ]?000 pages/i },
    { name: 'affiche.png', content: hugeImage(20_000), reason: /10[\s  ]?000/i },
    { name: 'notes.xyz', content: Buffer.from('Bonjour, ceci est une note.'), reason: /type|format/i },
  ];
};
export const goodFile = letter;

/** A born-digital letter, line by line. */
export const printedLetter = (lines: readonly string[]): Promise<Buffer> => {
  const document = new PDFDocument({ size: 'A4' });
  for (const line of lines) document.text(line || ' ');
  return finished(document);
};

/** A scan of three pages whose second picture cannot be opened any more. */
export async function damagedPage(): Promise<Buffer> {
  const lines = (n: number) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1130"><rect width="800" height="1130" fill="white"/>
      <text x="80" y="200" font-size="40">Madame, voici la feuille ${n}</text></svg>`);
  const pictures = await Promise.all([1, 2, 3].map((n) => sharp(lines(n)).greyscale().jpeg().toBuffer()));
  const document = new PDFDocument({ autoFirstPage: false, compress: false });
  for (const picture of pictures)
    document.addPage({ size: [576, 814], margin: 0 }).image(picture, 0, 0, { width: 576 });
  const whole = await finished(document);
  const at = whole.indexOf(pictures[1] ?? '');
  return Buffer.concat([whole.subarray(0, at), Buffer.alloc(60, 0x20), whole.subarray(at + 60)]);
}
