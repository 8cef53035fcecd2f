import sharp from 'sharp';
import type { Grey } from '../../functions/documents/image/grey.ts';
import type { Random } from './random.ts';

export type Defects = {
  /** Degrees the sheet lay askew. */
  rotation: number;
  blur: number;
  noise: number;
  /** How much darker the darkest corner is, of 255. */
  shadow: number;
  specks: number;
  quality: number;
};
export const officeScanner = (random: Random): Defects => ({
  rotation: random.between(-1.2, 1.2),
  blur: random.between(0.3, 0.7),
  noise: random.between(2, 6),
  shadow: random.between(10, 45),
  specks: Math.floor(random.between(20, 120)),
  quality: Math.floor(random.between(42, 55)),
});
export const perfect: Defects = { rotation: 0, blur: 0, noise: 0, shadow: 0, specks: 0, quality: 90 };

/** What a scanner makes of a clean page: askew, blurred, unevenly lit, noisy, dusty. */
export async function scan(page: Grey, defects: Defects, random: Random): Promise<Grey> {
  let picture = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } });
  if (defects.rotation) picture = picture.rotate(defects.rotation, { background: 'white' });
  const turned = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  let cut = sharp(turned.data, {
    raw: { width: turned.info.width, height: turned.info.height, channels: turned.info.channels },
  }).extract({
    left: Math.floor((turned.info.width - page.width) / 2),
    top: Math.floor((turned.info.height - page.height) / 2),
    width: page.width,
    height: page.height,
  });
  if (defects.blur >= 0.3) cut = cut.blur(defects.blur);
  const { data, info } = await cut.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const out = new Uint8Array(page.width * page.height);
  for (let index = 0; index < out.length; index++) {
    const x = (index % page.width) / page.width;
    const y = index / out.length;
    const light = 250 - defects.shadow * (0.6 * x + 0.4 * y * y);
    const value = ((data[index * info.channels] as number) / 255) * light + random.normal() * defects.noise;
    out[index] = Math.min(255, Math.max(0, value));
  }
  for (let speck = 0; speck < defects.specks; speck++) {
    const at = Math.floor(random.next() * (out.length - page.width - 2));
    for (const index of [at, at + 1, at + page.width].slice(0, 1 + Math.floor(random.next() * 3)))
      out[index] = 60;
  }
  return { width: page.width, height: page.height, data: out };
}

/** A page as the scanner stores it. */
export const asJpeg = (page: Grey, quality: number, dpi: number): Promise<Buffer> =>
  sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
    .withMetadata({ density: dpi })
    .jpeg({ quality })
    .toBuffer();
