/** Sides of a page in points, of which an inch has 72. */
export type Paper = { width: number; height: number };
type Picture = { width: number; height: number; dpi?: number | null };

const mm = 72 / 25.4;
const series: Record<string, readonly [number, number]> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
};
/** Scanners cut a few millimetres, and laying a page level adds corners: so much smaller or larger is the usual format. */
const smallest = 0.96;
const widest = 1.08;
/** The largest side that readers of PDF take, and the least that can be looked at. */
const largest = 14_400;
const least = 36;

/**
 * How large the sheet was: its pixels by its resolution, as the usual format that it is nearest to. A picture of unknown
 * resolution is taken for as high as an A4 sheet (as wide, when it lies on its side).
 */
export function paperOf({ width, height, dpi }: Picture): Paper {
  const [across, down] = [Math.max(1, width), Math.max(1, height)];
  const inches = dpi ? Math.max(across, down) / dpi : 297 / 25.4;
  const scale = (inches * 72) / Math.max(across, down);
  const paper = { width: across * scale, height: down * scale };
  for (const [short, long] of Object.values(series)) {
    const [x, y] = across > down ? [long * mm, short * mm] : [short * mm, long * mm];
    const isNear = (share: number) => share >= smallest && share <= widest;
    if (isNear(paper.width / x) && isNear(paper.height / y)) return { width: x, height: y };
  }
  const bounded = (side: number) => Math.min(largest, Math.max(least, side));
  return { width: bounded(paper.width), height: bounded(paper.height) };
}

/** Where the picture lies on its sheet: whole, as it is proportioned, in the middle. */
export function placeOn(paper: Paper, picture: Picture): Paper & { left: number; top: number } {
  const [across, down] = [Math.max(1, picture.width), Math.max(1, picture.height)];
  const scale = Math.min(paper.width / across, paper.height / down);
  const [width, height] = [across * scale, down * scale];
  return { width, height, left: (paper.width - width) / 2, top: (paper.height - height) / 2 };
}
