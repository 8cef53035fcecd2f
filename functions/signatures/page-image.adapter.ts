import { crc32, deflateSync } from 'node:zlib';

/** Sharp on a tablet's whole width, and light enough to be kept for reading without a network. */
export const imageDpi = 132;
type Drawn = { width: number; height: number; data: Uint8Array };

const chunk = (type: string, content: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A page in grey as PNG, sixteen shades: what print needs, at a quarter of the size. */
export const png = ({ width, height, data }: Drawn): Uint8Array => {
  const line = Math.ceil(width / 2);
  const rows = Buffer.alloc(height * (line + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = (data[y * width + x] ?? 255) >> 4;
      const at = y * (line + 1) + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
