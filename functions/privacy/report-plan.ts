import { cellOf, mapZoom, nearZoom } from '../reports/cells.ts';
import type { Report } from '../reports/report.ts';
import type { Point } from '../reports/setting.ts';
import type { Item, Store } from './store.ts';

const tenMetres = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
/** Where something was wrong in the street, and not from which door it was seen; in the same lists as before. */
const rounded = (point: Point): Point => {
  const near = { latitude: tenMetres(point.latitude), longitude: tenMetres(point.longitude) };
  const isSamePlace = [mapZoom, nearZoom].every((zoom) => cellOf(point, zoom) === cellOf(near, zoom));
  return isSamePlace ? near : point;
};

/** A report stays on the map as a fact about the street: no photos, no exact place, nobody's address. */
export const reports = async (store: Store, reference: string): Promise<void> => {
  const items = await store.items('reports', `REPORT#${reference}`);
  const found = items.find(({ sk }) => sk === 'REPORT') as (Item & { report: Report }) | undefined;
  if (!found) return;
  const { report } = found;
  await store.removeObjects({ bucket: 'documents', prefix: `reports/${report.id}/` });
  const point = report.point && rounded(report.point);
  await store.put('reports', {
    ...found,
    report: { ...report, point, photos: [], version: report.version + 1 },
  });
  const followers = items.filter(({ sk }) => sk.startsWith('FOLLOWER#'));
  await store.remove(
    'reports',
    followers.map(({ pk, sk }) => ({ pk, sk })),
  );
};
