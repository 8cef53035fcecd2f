import sharp, { type Sharp } from 'sharp';
import type { Grey } from '../../../../functions/documents/image/grey.ts';
import type { Random } from '../../../support/random.ts';

/** A scanned page as a file, and the resolution it says. */
export type Scanned = { bytes: Buffer; name: string };
type Made = { page: Grey; quality?: number; isOneBit?: boolean };
type Degradation = (page: Grey, random: Random, dpi: number) => Promise<Made> | Made;

/** Each with the error rate it may reach; the last ones were never looked at while the chain was tuned. */
export const degradations = {
  clean: { most: 1.5, make: (page) => ({ page }) },
  rotated: {
    most: 1.5,
    make: async (page, random) => ({ page: await askew(page, sign(random) * random.between(0.5, 2)) }),
  },
  jpeg: { most: 1.5, make: async (page) => ({ page: await blurred(page, 0.7), quality: 30 }) },
  noise: { most: 1.5, make: (page, random) => ({ page: noisy(page, 22, random) }) },
  skewed: {
    most: 1.5,
    make: async (page, random) => ({ page: await askew(page, sign(random) * random.between(2, 8)) }),
  },
  turned: {
    most: 1.5,
    make: async (page, random) => ({ page: await quarter(page, random.pick([90, 180, 270])) }),
  },
  'low contrast': { most: 2.5, make: (page, random) => ({ page: lit(page, 70, random) }) },
  'uneven light': { most: 2.5, make: (page, random) => ({ page: lit(page, 150, random) }) },
  speckle: {
    most: 2.5,
    make: (page, random, dpi) => ({ page: peppered(thresholded(page, 128), random, dpi), isOneBit: true }),
  },
  mixed: {
    most: 2.5,
    make: async (page, random, dpi) => {
      const laid = await blurred(await askew(page, sign(random) * random.between(0.3, 1.6)), 0.6);
      return { page: peppered(noisy(lit(laid, 130, random), 9, random), random, dpi, 0.3), quality: 45 };
    },
  },
  photocopy: { most: 2.5, make: photocopied },
} satisfies Record<string, { most: number; make: Degradation }>;
export type Kind = keyof typeof degradations;
export const kinds = Object.keys(degradations) as Kind[];

/** A page as the scanner that spoilt it stores it. */
export async function degrade(kind: Kind, page: Grey, random: Random, dpi: number): Promise<Scanned> {
  const made: Made = await (degradations[kind].make as Degradation)(page, random, dpi);
  const picture = picturesOf(made.page).withMetadata({ density: dpi });
  if (made.quality)
    return { bytes: await picture.jpeg({ quality: made.quality }).toBuffer(), name: 'page.jpg' };
  if (made.isOneBit)
    return {
      bytes: await picture.png({ palette: true, colours: 2, dither: 0 }).toBuffer(),
      name: 'page.png',
    };
  return { bytes: await picture.png({ compressionLevel: 2 }).toBuffer(), name: 'page.png' };
}

const sign = (random: Random) => (random.next() < 0.5 ? -1 : 1);
const picturesOf = ({ width, height, data }: Grey) =>
  sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
async function pageOf(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error('a page in colour');
  return { width: info.width, height: info.height, data };
}

const quarter = (page: Grey, degrees: number) => pageOf(picturesOf(page).rotate(degrees));
const blurred = (page: Grey, sigma: number) => pageOf(picturesOf(page).blur(sigma));

/** Laid askew on the glass: what lies beyond the sheet is white, and corners are lost. */
async function askew(page: Grey, degrees: number): Promise<Grey> {
  const turned = await pageOf(picturesOf(page).rotate(degrees, { background: 'white' }));
  const left = Math.floor((turned.width - page.width) / 2);
  const top = Math.floor((turned.height - page.height) / 2);
  return pageOf(picturesOf(turned).extract({ left, top, width: page.width, height: page.height }));
}

const each = (
  { width, height, data }: Grey,
  value: (light: number, x: number, y: number) => number,
): Grey => {
  const made = new Uint8Array(data.length);
  for (let y = 0, index = 0; y < height; y++)
    for (let x = 0; x < width; x++, index++)
      made[index] = Math.min(255, Math.max(0, Math.round(value(data[index] as number, x, y))));
  return { width, height, data: made };
};

function noisy(page: Grey, deviation: number, random: Random): Grey {
  const normal = Float32Array.from({ length: 65_537 }, () => random.normal() * deviation);
  let at = Math.floor(random.next() * normal.length);
  return each(page, (light, x) => {
    at = (at + 1 + (x & 7) * 257) % normal.length;
    return light + (normal[at] as number);
  });
}

/** Ink `contrast` darker than paper, on paper that a lamp lights from one corner and a fold darkens. */
function lit(page: Grey, contrast: number, random: Random): Grey {
  const [lampX, lampY] = [random.next() * page.width, random.next() * page.height];
  const [fall, fold] = [random.between(70, 110), random.between(0.3, 0.7) * page.height];
  const reach = Math.hypot(page.width, page.height);
  return each(page, (light, x, y) => {
    const away = Math.hypot(x - lampX, y - lampY) / reach;
    const folded = 18 * Math.exp(-(((y - fold) / (page.height * 0.02)) ** 2));
    const paper = 240 - fall * away - folded;
    return paper - (contrast * (255 - light) * paper) / 240 / 255;
  });
}

const thresholded = (page: Grey, level: number) => each(page, (light) => (light < level ? 0 : 255));

/** Dust of one to four pixels, more of it on a finer scan; `share` of 1 is one dot on 4 mm². */
function peppered(page: Grey, random: Random, dpi: number, share = 1): Grey {
  const data = page.data.slice();
  const dots = ((page.width * page.height) / ((dpi / 25.4) ** 2 * 4)) * share;
  for (let dot = 0; dot < dots; dot++) {
    const at = Math.floor(random.next() * (data.length - page.width - 2));
    const size = 1 + Math.floor(random.next() * 3);
    for (const index of [at, at + 1, at + page.width, at + page.width + 1].slice(0, size)) data[index] = 0;
  }
  return { ...page, data };
}

/** A copy of a copy: thin strokes lost, the other side shining through, a dark edge and a streak of the glass. */
async function photocopied(page: Grey, random: Random, dpi: number): Promise<Made> {
  const back = await pageOf(picturesOf(await blurred(page, dpi / 100)).flop());
  const soft = await blurred(page, dpi / 220);
  const edge = dpi * random.between(0.1, 0.25);
  const streak = Math.floor(random.between(0.15, 0.85) * page.width);
  const copied = each(soft, (light, x, y) => {
    const through = (255 - (back.data[y * page.width + x] as number)) * 0.22;
    const shadow = x < edge ? 190 * (1 - x / edge) : 0;
    const line = x === streak || x === streak + 1 ? 70 : 0;
    return 128 + (light - 150) * 1.25 + 40 - through - shadow - line;
  });
  return { page: noisy(copied, 6, random), quality: 60 };
}
