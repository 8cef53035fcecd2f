import { metresBetween, nearMetres } from './cells.ts';
import { isOpen, type Report } from './report.ts';
import type { Point } from './setting.ts';

/** Open reports of the same category within fifty metres, the closest first: each is probably the thing that is meant. */
export const nearest = <R extends Report>(
  reports: readonly R[],
  point: Point,
  category: string,
): (R & { metres: number })[] =>
  reports
    .filter((report) => report.category === category && isOpen(report.state))
    .flatMap((report) =>
      report.point ? [{ ...report, metres: Math.round(metresBetween(point, report.point)) }] : [],
    )
    .filter(({ metres }) => metres <= nearMetres)
    .sort((one, other) => one.metres - other.metres);
