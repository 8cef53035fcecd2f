import type { Grey } from './grey.ts';

/** Positions are counted in parts of a pixel, so that all of it is done in whole numbers. */
const parts = 256;

/**
 * A page turned by a few degrees clockwise around its middle. It grows so that no corner is lost; what appears is white.
 * Each pixel is mixed from the four it falls between.
 */
export function tilt({ width, height, data }: Grey, degrees: number): Grey {
  const angle = (degrees * Math.PI) / 180;
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const wide = Math.round(width * Math.abs(across) + height * Math.abs(down));
  const high = Math.round(width * Math.abs(down) + height * Math.abs(across));
  const tilted = new Uint8Array(wide * high).fill(255);
  const stepX = across * parts;
  const stepY = -down * parts;
  const lastX = (width - 1) * parts;
  const lastY = (height - 1) * parts;
  for (let y = 0; y < high; y++) {
    const fromMiddle = y + 0.5 - high / 2;
    const startX = (down * fromMiddle - (across * wide) / 2 + width / 2) * parts;
    const startY = (across * fromMiddle + (down * wide) / 2 + height / 2) * parts;
    const [first, last] = within(startX, stepX, lastX, startY, stepY, lastY, wide);
    for (let x = first; x < last; x++) {
      const atX = (startX + stepX * (x + 0.5) - parts / 2) | 0;
      const atY = (startY + stepY * (x + 0.5) - parts / 2) | 0;
      const index = (atY >> 8) * width + (atX >> 8);
      const right = atX & 255;
      const below = atY & 255;
      const upper = (data[index] as number) * (parts - right) + (data[index + 1] as number) * right;
      const lower =
        (data[index + width] as number) * (parts - right) + (data[index + width + 1] as number) * right;
      tilted[y * wide + x] = (upper * (parts - below) + lower * below + 32_768) >> 16;
    }
  }
  return { width: wide, height: high, data: tilted };
}

/** Of a row, the pixels that come from inside the page: a straight line through it. */
function within(
  startX: number,
  stepX: number,
  lastX: number,
  startY: number,
  stepY: number,
  lastY: number,
  wide: number,
): [first: number, last: number] {
  let first = 0;
  let last = wide;
  for (const [start, step, most] of [
    [startX, stepX, lastX],
    [startY, stepY, lastY],
  ] as const) {
    const from = start + step / 2 - parts / 2;
    if (Math.abs(step) < 1e-9) {
      if (from < 0 || from >= most) return [0, 0];
      continue;
    }
    const [one, other] = [-from / step, (most - 1 - from) / step];
    first = Math.max(first, Math.ceil(Math.min(one, other)));
    last = Math.min(last, Math.floor(Math.max(one, other)) + 1);
  }
  return [first, Math.max(first, last)];
}
