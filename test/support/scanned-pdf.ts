import sharp from 'sharp';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { jbig2Of, jbig2OfFax } from './jbig2.ts';

type Picture = {
  width: number;
  height: number;
  data: Buffer;
  filter: string;
  bits: 1 | 8;
  parameters?: string;
};

/** A PDF of scans as the picture's own coding, one page each, written by hand: no library of ours makes these codings. */
export function scannedPdf(pictures: readonly Picture[], dpi: number): Buffer {
  const objects: Buffer[] = [];
  const add = (text: string, stream?: Buffer) =>
    objects.push(
      stream
        ? Buffer.concat([
            Buffer.from(`${text.replace(/>>$/, `/Length ${stream.length}>>`)}\nstream\n`),
            stream,
            Buffer.from('\nendstream'),
          ])
        : Buffer.from(text),
    );
  const pages = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Kids[${pages}]/Count ${pictures.length}>>`);
  for (const [index, { width, height, data, filter, bits, parameters = '' }] of pictures.entries()) {
    const own = 3 + index * 3;
    const [across, down] = [(width * 72) / dpi, (height * 72) / dpi];
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${across} ${down}]/Contents ${own + 1} 0 R/Resources<</XObject<</I ${own + 2} 0 R>>>>>>`,
    );
    add('<<>>', Buffer.from(`q ${across} 0 0 ${down} 0 0 cm /I Do Q`));
    const colour = filter === 'JPXDecode' ? '' : `/ColorSpace/DeviceGray/BitsPerComponent ${bits}`;
    add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}${colour}/Filter${filter.startsWith('[') ? filter : `/${filter}`}${parameters} >>`,
      data,
    );
  }
  return assembled(objects);
}

function assembled(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let at = 9;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    at += part.length;
    parts.push(part);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** A page of one bit as a fax codes it (ITU-T T.6). */
export async function faxPicture({ width, height, data }: Grey): Promise<Picture> {
  const parameters = `/DecodeParms<</K -1/Columns ${width}/Rows ${height}>>`;
  const strip = await faxStrip({ width, height, data });
  return { width, height, data: strip, filter: 'CCITTFaxDecode', bits: 1, parameters };
}

/** The same page as a JBIG2: its pixels in the arithmetic code of its own, or as a fax codes them. */
export async function jbig2Picture(page: Grey, coding: 'arithmetic' | 'fax'): Promise<Picture> {
  const { width, height } = page;
  const isBlack = (x: number, y: number) => (page.data[y * width + x] as number) < 150;
  const data =
    coding === 'fax' ? jbig2OfFax(page, await faxStrip(page)) : jbig2Of({ width, height, isBlack });
  return { width, height, data, filter: 'JBIG2Decode', bits: 1 };
}

/** The one tile that such a TIFF holds, by its own directory; sides are multiples of 16. */
async function faxStrip({ width, height, data }: Grey): Promise<Buffer> {
  const tiff = await sharp(data, { raw: { width, height, channels: 1 } })
    .threshold(150)
    .toColourspace('b-w')
    .tiff({
      compression: 'ccittfax4',
      bitdepth: 1,
      miniswhite: true,
      tile: true,
      tileWidth: width,
      tileHeight: height,
    })
    .toBuffer();
  const directory = tiff.readUInt32LE(4);
  const strips: Buffer[] = [];
  const tags = new Map<number, number[]>();
  for (let entry = 0; entry < tiff.readUInt16LE(directory); entry++) {
    const at = directory + 2 + entry * 12;
    const [kind, count] = [tiff.readUInt16LE(at + 2), tiff.readUInt32LE(at + 4)];
    const size = kind === 3 ? 2 : 4;
    const from = count * size <= 4 ? at + 8 : tiff.readUInt32LE(at + 8);
    tags.set(
      tiff.readUInt16LE(at),
      Array.from({ length: Math.min(count, 9_999) }, (_, index) =>
        size === 2 ? tiff.readUInt16LE(from + index * 2) : tiff.readUInt32LE(from + index * 4),
      ),
    );
  }
  const [places = [], sizes = []] = [tags.get(324), tags.get(325)];
  for (const [index, place] of places.entries())
    strips.push(tiff.subarray(place, place + (sizes[index] ?? 0)));
  if (strips.length !== 1) throw new Error(`${strips.length} strips`);
  return strips[0] as Buffer;
}
