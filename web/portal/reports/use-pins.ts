import { useRef, useState } from 'preact/hooks';
import { cellsWithin, mapZoom } from '../../../functions/reports/cells.ts';
import type { Pin } from './map.tsx';
import type { Chosen } from './map-filters.tsx';
import { type Point, type PublicReport, reportsApi } from './reports-api.ts';

/** What a map shows: its south-west and north-east corners. */
export type View = { south: Point; north: Point };
/** Cells asked for at once, about seven kilometres a side; a map of more is only of what the list shows. */
const mostCells = 20;
/** Pages of a cell: beyond three hundred points nobody could tell them apart. */
const mostPages = 3;

export const pinsOf = (reports: readonly PublicReport[]): Pin[] =>
  reports.flatMap(({ id, point, state }) => (point ? [{ key: id, point, state }] : []));

async function readCell(cell: string, { category, state }: Chosen): Promise<PublicReport[]> {
  const found: PublicReport[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await reportsApi.list({
      cell,
      ...(category && { category }),
      ...(state && { state }),
      ...(after && { after }),
    });
    found.push(...answer.reports);
    if (!answer.next) break;
    after = answer.next;
  }
  return found;
}

/**
 * Every report of the part that the map shows, each cell asked for once for a choice of filters. `whole` once they are all
 * there; the map does without those that cannot be read.
 */
export function usePins(chosen: Chosen) {
  const cells = useRef(new Map<string, Promise<PublicReport[]>>());
  const [pins, setPins] = useState<{ filter: string; pins: Pin[]; whole: boolean }>();
  const filter = JSON.stringify(chosen);
  const last = useRef(filter);
  last.current = filter;
  const see = async ({ south, north }: View) => {
    const seen = cellsWithin(south, north, mapZoom, mostCells);
    if (!seen) return setPins({ filter, pins: [], whole: false });
    const read = (cell: string) => {
      const key = `${cell} ${filter}`;
      const asked = cells.current.get(key) ?? readCell(cell, chosen);
      cells.current.set(key, asked);
      asked.catch(() => cells.current.delete(key));
      return asked;
    };
    const found = await Promise.allSettled(seen.map(read));
    if (last.current !== filter) return;
    const reports = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    setPins({
      filter,
      pins: pinsOf(reports.filter(({ commune }) => !chosen.commune || commune === chosen.commune)),
      whole: found.every(({ status }) => status === 'fulfilled'),
    });
  };
  return { ...(pins?.filter === filter ? pins : { pins: [], whole: undefined }), see };
}
