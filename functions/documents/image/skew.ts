import type { Grey } from './grey.ts';
import { inkOf } from './ink.ts';

/** Beyond this a page was laid askew on purpose, or is a drawing. */
const largestSkew = 10;

/**
 * Angle by which the lines of a page fall to the right, in degrees (turn the page back by as much). Lines of text that
 * are level give a profile of rows with sharp edges: the angle with the sharpest edges wins, in steps of 0.5, then 0.05.
 * A page on its side is looked at along its columns. Expects a page reduced to about 75 dpi; answers 0 for a page with too
 * little ink to tell.
 */
export function estimateSkew(page: Grey): number {
  const dark = darkOf(page);
  if (dark.x.length < 200) return 0;
  const upright = angleOf(dark, page.width, page.height);
  const onSide = angleOf({ x: dark.y, y: dark.x }, page.height, page.width);
  const { angle } = upright.score >= onSide.score ? upright : { angle: -onSide.angle };
  return Math.round(angle * 100) / 100 + 0;
}

function angleOf(dark: Dark, width: number, height: number): { angle: number; score: number } {
  const sharpest = (from: number, to: number, step: number) => {
    let best = { angle: 0, score: -1 };
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const score = sharpness(dark, width, height, angle);
      if (score > best.score) best = { angle, score };
    }
    return best;
  };
  const coarse = sharpest(-largestSkew, largestSkew, 0.5).angle;
  return sharpest(coarse - 0.5, coarse + 0.5, 0.05);
}

type Dark = { x: number[]; y: number[] };

/** So many dark pixels tell the angle of a page; a photograph has far more. */
const enough = 40_000;

/** Dark pixels, without the border where a scanner leaves its own shadow. */
function darkOf(page: Grey): Dark {
  const { width, height, data } = page;
  const { below } = inkOf(page);
  const ink: Dark = { x: [], y: [] };
  const margin = Math.round(Math.min(width, height) * 0.03);
  for (let y = margin; y < height - margin; y++)
    for (let x = margin; x < width - margin; x++)
      if ((data[y * width + x] as number) < below) {
        ink.x.push(x);
        ink.y.push(y);
      }
  const every = Math.ceil(ink.x.length / enough);
  if (every <= 1) return ink;
  const isKept = (_: number, index: number) => index % every === 0;
  return { x: ink.x.filter(isKept), y: ink.y.filter(isKept) };
}

function sharpness(ink: Dark, width: number, height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(width * Math.abs(slope)) + 1;
  const rows = new Float64Array(height + 2 * shift + 1);
  for (let index = 0; index < ink.x.length; index++) {
    const row = Math.round((ink.y[index] as number) - (ink.x[index] as number) * slope) + shift;
    rows[row] = (rows[row] as number) + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row++) {
    const step = (rows[row] as number) - (rows[row - 1] as number);
    score += step * step;
  }
  return score;
}
