import type { Point } from './setting.ts';

/** Cells are map tiles (Web Mercator): `zoom/x/y`. At 48 degrees north one of zoom 14 is 1.6 km wide, of 17 about 200 m. */
export const mapZoom = 14;
export const nearZoom = 17;
/** Two reports of one category this close, in metres, are probably the same thing. */
export const nearMetres = 50;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const earthRadius = 6_371_008;
const metresPerDegree = radians(1) * earthRadius;

const column = (longitude: number, zoom: number): number => {
  const tiles = 2 ** zoom;
  return Math.min(tiles - 1, Math.max(0, Math.floor(((longitude + 180) / 360) * tiles)));
};
/** Where the map ends: nearer to the poles, and beyond them, its rows have no end. */
const northmost = 85.0511;
const row = (given: number, zoom: number): number => {
  const tiles = 2 ** zoom;
  const latitude = Math.min(northmost, Math.max(-northmost, given));
  const y = (1 - Math.asinh(Math.tan(radians(latitude))) / Math.PI) / 2;
  return Math.min(tiles - 1, Math.max(0, Math.floor(y * tiles)));
};

export const cellOf = ({ latitude, longitude }: Point, zoom: number): string =>
  `${zoom}/${column(longitude, zoom)}/${row(latitude, zoom)}`;

/** Cells that hold everything within so many metres: one to four while the distance is smaller than a cell. */
export function cellsAround({ latitude, longitude }: Point, metres: number, zoom: number): string[] {
  const up = metres / metresPerDegree;
  const aside = up / Math.max(0.01, Math.cos(radians(latitude)));
  const corners = [-1, 1].flatMap((north) =>
    [-1, 1].map((east) => ({ latitude: latitude + north * up, longitude: longitude + east * aside })),
  );
  const [xs, ys] = [
    corners.map((at) => column(at.longitude, zoom)),
    corners.map((at) => row(at.latitude, zoom)),
  ];
  return span(xs).flatMap((x) => span(ys).map((y) => `${zoom}/${x}/${y}`));
}
/** Cells that cover a rectangle, from its corners; `undefined` when they are more than `most`. */
export function cellsWithin(south: Point, north: Point, zoom: number, most: number): string[] | undefined {
  const [xs, ys] = [
    [column(south.longitude, zoom), column(north.longitude, zoom)],
    [row(south.latitude, zoom), row(north.latitude, zoom)],
  ];
  const many = (ends: number[]) => Math.max(...ends) - Math.min(...ends) + 1;
  if (many(xs) * many(ys) > most) return undefined;
  return span(xs).flatMap((x) => span(ys).map((y) => `${zoom}/${x}/${y}`));
}
const span = (numbers: readonly number[]): number[] => {
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
};

/** Great circle, metres. */
export function metresBetween(one: Point, other: Point): number {
  const [north, east] = [
    radians(other.latitude - one.latitude) / 2,
    radians(other.longitude - one.longitude) / 2,
  ];
  const chord =
    Math.sin(north) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** To about ten metres: enough to find the thing, too little to say before whose door. */
export const approximate = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * 10_000) / 10_000,
  longitude: Math.round(longitude * 10_000) / 10_000,
});
