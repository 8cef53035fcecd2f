import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { withoutMetadata } from '../../functions/intake/picture-metadata.ts';

/** A photo as a phone takes it: lying on its side, with where and by what it was taken. */
const photo = (format: 'jpeg' | 'png' | 'webp' | 'tiff', orientation = 6): Promise<Uint8Array> =>
  sharp({ create: { width: 24, height: 16, channels: 3, background: '#2a6f4e' } })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Appareil' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 55/1 58/1' },
    })
    [format]()
    .toBuffer()
    .then((buffer) => new Uint8Array(buffer));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();

describe('a picture leaves without what the camera wrote in it', () => {
  let jpeg: Uint8Array;
  beforeAll(async () => {
    jpeg = await photo('jpeg');
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    '%s: no device and no place any more, the picture untouched',
    async (format) => {
      const taken = await photo(format);
      expect(text(taken)).toContain('Appareil');
      const clean = withoutMetadata(taken);
      expect(text(clean)).not.toContain('Appareil');
      expect(text(clean)).not.toMatch(/GPS/);
      expect(await pixels(clean)).toEqual(await pixels(taken));
      expect((await sharp(clean).metadata()).format).toBe(format);
    },
  );

  it('keeps a photo upright: how it is turned is all that stays', async () => {
    const { orientation, exif } = await sharp(withoutMetadata(jpeg)).metadata();
    expect(orientation).toBe(6);
    expect(exif?.length).toBeLessThan(40);
  });

  it('changes nothing the second time, nor what has nothing to say', async () => {
    const clean = withoutMetadata(jpeg);
    expect(withoutMetadata(clean)).toBe(clean);
    const plain = new Uint8Array(
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    );
    expect(withoutMetadata(plain)).toBe(plain);
  });

  it('cuts off what was put after the end', () => {
    const longer = new Uint8Array([...jpeg, ...Buffer.from('film: 44.93 N, 4.89 E')]);
    expect(withoutMetadata(longer)).toEqual(withoutMetadata(jpeg));
  });

  it('blanks the place in a TIFF without moving anything', async () => {
    const taken = await photo('tiff', 1);
    const clean = withoutMetadata(taken);
    expect(clean).toHaveLength(taken.length);
    expect(await pixels(clean)).toEqual(await pixels(taken));
  });

  it('leaves alone what is no picture, or a broken one, and never fails', () => {
    for (const bytes of [
      '%PDF-1.7',
      '',
      '\xff\xd8',
      '\xff\xd8\xff\xe1\xff\xff',
      'RIFF\0\0\0\0WEBP',
      '\x89PNG\r\n\x1a\n\0',
    ]) {
      const given = new Uint8Array(Buffer.from(bytes, 'latin1'));
      expect(() => withoutMetadata(given)).not.toThrow();
    }
    const cut = jpeg.subarray(0, 200);
    expect(text(withoutMetadata(cut))).not.toContain('Appareil');
  });
});
