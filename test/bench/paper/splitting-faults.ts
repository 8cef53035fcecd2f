import sharp, { type Sharp } from 'sharp';
import type { Grey } from '../../../functions/documents/image/grey.ts';
import type { Random } from '../../support/random.ts';
import { perfect, scan } from '../../support/scanner.ts';

type Spoil = (page: Grey, random: Random) => Grey | Promise<Grey>;
const light = { ...perfect, noise: 4, blur: 0.4, shadow: 25, specks: 80 };

/** What happens to sheets that are used again and again, and to the scans of them. */
export const faults = {
  'any angle': async (page, random) =>
    scan(await squared(page), { ...light, rotation: random.between(0, 360) }, random),
  'quarter turn': async (page, random) =>
    quarter(await scan(page, light, random), random.pick([90, 180, 270])),
  'a little askew': (page, random) =>
    scan(page, { ...light, rotation: random.between(-6, 6), blur: 0.7 }, random),
  blur: (page, random) => scan(page, { ...light, blur: random.between(1, 1.8) }, random),
  noise: (page, random) => scan(page, { ...light, noise: random.between(18, 34), specks: 900 }, random),
  'low contrast': async (page, random) => faded(await scan(page, light, random), random),
  'one bit': async (page, random) =>
    oneBit(
      await scan(page, { ...light, rotation: random.between(-3, 3), noise: 14, specks: 600 }, random),
      random,
    ),
  coffee: async (page, random) =>
    stained(await scan(page, { ...light, rotation: random.between(-4, 4) }, random), random),
  'half size': async (page, random) =>
    scan(await halved(page), { ...light, rotation: random.between(-2, 2) }, random),
  'askew, noisy, faded': async (page, random) =>
    faded(
      await scan(page, { ...light, rotation: random.between(-25, 25), blur: 0.8, noise: 10 }, random),
      random,
    ),
} satisfies Record<string, Spoil>;
export type Fault = keyof typeof faults;

/** A page spoilt by a fault, then stored as scanners store it. */
export async function spoil(page: Grey, fault: Fault, random: Random): Promise<Grey> {
  const spoilt = await (faults[fault] as Spoil)(page, random);
  return fault === 'one bit' ? spoilt : packed(spoilt, Math.round(random.between(32, 60)));
}

const pictureOf = ({ width, height, data }: Grey) => sharp(data, { raw: { width, height, channels: 1 } });
async function greyOf(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 1) return { width, height, data };
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, index) => data[index * channels] as number),
  };
}
const packed = async (page: Grey, quality: number) =>
  greyOf(sharp(await pictureOf(page).jpeg({ quality }).toBuffer()));
/** On a glass large enough for the page however it lies. */
const squared = (page: Grey) => {
  const side = Math.ceil(Math.hypot(page.width, page.height) / 2) * 2;
  const [left, top] = [Math.floor((side - page.width) / 2), Math.floor((side - page.height) / 2)];
  const rest = { right: side - page.width - left, bottom: side - page.height - top };
  return greyOf(pictureOf(page).extend({ left, top, ...rest, background: 'white' }));
};
const quarter = (page: Grey, degrees: number) => greyOf(pictureOf(page).rotate(degrees));
const halved = (page: Grey) => {
  const [width, height] = [Math.round(page.width * 0.5), Math.round(page.height * 0.5)];
  const [left, top] = [Math.round(page.width * 0.2), Math.round(page.height * 0.2)];
  const rest = { left, top, right: page.width - width - left, bottom: page.height - height - top };
  return greyOf(
    pictureOf(page)
      .resize({ width, height, fit: 'fill' })
      .extend({ ...rest, background: 'white' }),
  );
};

function faded({ width, height, data }: Grey, random: Random): Grey {
  const [from, range] = [random.between(90, 150), random.between(55, 80)];
  return {
    width,
    height,
    data: data.map((value, index) =>
      Math.min(255, from + (value / 255) * range * (1 - 0.35 * ((index % width) / width))),
    ),
  };
}

function oneBit({ width, height, data }: Grey, random: Random): Grey {
  const level = random.between(105, 165);
  return { width, height, data: data.map((value) => (value < level ? 0 : 255)) };
}

/** Rings and a pool that darken what lies under them, wherever the cup stood. */
function stained({ width, height, data }: Grey, random: Random): Grey {
  const out = Uint8Array.from(data);
  for (let cup = 0; cup < 3; cup++) {
    const [x, y] = [random.between(0.3, 0.7) * width, random.between(0.35, 0.75) * height];
    const radius = random.between(110, 260);
    const through = random.between(0.55, 0.75);
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const far = Math.hypot(column - x, row - y) / radius;
        if (far > 1.05) continue;
        const share = far > 0.9 ? through : through + 0.2;
        out[row * width + column] = (out[row * width + column] as number) * share;
      }
  }
  return { width, height, data: out };
}
