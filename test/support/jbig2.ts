/** A JBIG2 coder for tests, by ITU-T T.88: one page of one generic region, as simple scanners put it in a PDF. */
type Page = { width: number; height: number; isBlack(x: number, y: number): boolean };

/** Table E.1: how probable the rarer symbol is, then the next state after the usual symbol and after the rare one. */
const states = `5601 1 1 | 3401 2 6 | 1801 3 9 | 0ac1 4 12 | 0521 5 29 | 0221 38 33 | 5601 7 6 | 5401 8 14 |
  4801 9 14 | 3801 10 14 | 3001 11 17 | 2401 12 18 | 1c01 13 20 | 1601 29 21 | 5601 15 14 | 5401 16 14 |
  5101 17 15 | 4801 18 16 | 3801 19 17 | 3401 20 18 | 3001 21 19 | 2801 22 19 | 2401 23 20 | 2201 24 21 |
  1c01 25 22 | 1801 26 23 | 1601 27 24 | 1401 28 25 | 1201 29 26 | 1101 30 27 | 0ac1 31 28 | 09c1 32 29 |
  08a1 33 30 | 0521 34 31 | 0441 35 32 | 02a1 36 33 | 0221 37 34 | 0141 38 35 | 0111 39 36 | 0085 40 37 |
  0049 41 38 | 0025 42 39 | 0015 43 40 | 0009 44 41 | 0005 45 42 | 0001 45 43 | 5601 46 46`
  .split('|')
  .map((row) => row.trim().split(' '))
  .map(([rare = '', usual, other]) => [Number.parseInt(rare, 16), Number(usual), Number(other)] as const);
/** States in which the rare symbol becomes the usual one. */
const switching = [0, 6, 14];

/** The MQ coder (annex E.2): each bit is coded after how often it came in its context. */
export function arithmeticCoder(contexts: number) {
  const state = new Uint8Array(contexts);
  const usual = new Uint8Array(contexts);
  // The first byte is a place for a carry that never comes.
  const bytes = [0];
  let [interval, code, left] = [0x8000, 0, 12];

  function putByte() {
    const last = bytes.length - 1;
    if (bytes[last] !== 0xff && code >= 0x8000000) {
      bytes[last] = (bytes[last] as number) + 1;
      code &= 0x7ffffff;
    }
    // After a byte of ones the next holds seven bits only: room for a carry.
    left = bytes[last] === 0xff ? 7 : 8;
    bytes.push(code >> (27 - left));
    code &= (1 << (27 - left)) - 1;
  }

  function grow() {
    do {
      interval <<= 1;
      code <<= 1;
      left--;
      if (left === 0) putByte();
    } while (interval < 0x8000);
  }

  return {
    put(context: number, bit: number) {
      const index = state[context] as number;
      const [rare, afterUsual, afterRare] = states[index] as (typeof states)[number];
      const isUsual = bit === usual[context];
      interval -= rare;
      // The larger part of the interval is always the usual symbol's, whichever lies above.
      if (isUsual === interval >= rare) code += rare;
      else interval = rare;
      if (isUsual && interval >= 0x8000) return;
      if (!isUsual && switching.includes(index)) usual[context] = bit;
      state[context] = isUsual ? afterUsual : afterRare;
      grow();
    },
    end(): Buffer {
      const most = code + interval;
      code |= 0xffff;
      if (code >= most) code -= 0x8000;
      for (let time = 0; time < 2; time++) {
        code <<= left;
        putByte();
      }
      if (bytes.at(-1) !== 0xff) bytes.push(0xff);
      return Buffer.from([...bytes.slice(1), 0xac]);
    },
  };
}

/** Template 0 (figure 3) with its four adaptive pixels where they usually are: the pixels before that foretell one. */
const adaptive = [3, -1, -3, -1, 2, -2, -2, -2];
const fixed = [-1, 0, -2, 0, -3, 0, -4, 0, 2, -1, 1, -1, 0, -1, -1, -1, -2, -1, 1, -2, 0, -2, -1, -2];
const places = [...fixed, ...adaptive];
const template = places.flatMap((right, at) =>
  at % 2 === 0 ? [[right, places[at + 1] as number] as const] : [],
);

function codedPixels({ width, height, isBlack }: Page): Buffer {
  const coder = arithmeticCoder(2 ** template.length);
  const bit = (x: number, y: number) => Number(x >= 0 && x < width && y >= 0 && isBlack(x, y));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const context = template.reduce((sum, [right, down]) => sum * 2 + bit(x + right, y + down), 0);
      coder.put(context, bit(x, y));
    }
  return coder.end();
}

const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};
const segment = (id: number, kind: number, ...data: Buffer[]) => {
  const whole = Buffer.concat(data);
  return Buffer.concat([numbers(id), Buffer.from([kind, 0, 1]), numbers(whole.length), whole]);
};

type Sides = Pick<Page, 'width' | 'height'>;
/** Page information (7.4.8), then an immediate generic region (7.4.6), without the header and the end that a file has. */
function pageOf({ width, height }: Sides, ...region: Buffer[]): Buffer {
  const sides = numbers(width, height, 0, 0);
  const page = segment(0, 48, sides, Buffer.from([0, 0, 0]));
  return Buffer.concat([page, segment(1, 38, sides, ...region)]);
}

export function jbig2Of(page: Page): Buffer {
  return pageOf(page, Buffer.from([0, 0]), Buffer.from(Int8Array.from(adaptive)), codedPixels(page));
}
/** With pixels in the code of a fax (ITU-T T.6). */
export const jbig2OfFax = (page: Sides, strip: Buffer) => pageOf(page, Buffer.from([0, 1]), strip);
