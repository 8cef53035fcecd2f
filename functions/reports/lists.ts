import { cellOf, mapZoom, nearZoom } from './cells.ts';
import { isOpen, isPublic, type PublicState, type Report } from './report.ts';

/** What a list is filtered by; `where` is a commune, a cell of zoom 14, or everywhere. */
export type Filter = {
  where?: string | undefined;
  category?: string | undefined;
  state?: PublicState | undefined;
};
const all = '*';

/** Partition of the reports that fit a filter: it holds nothing else, so that a page costs what it shows however many there are. */
export const listOf = ({ where = all, category = all, state = all as PublicState }: Filter): string =>
  `LIST#${where}#${category}#${state}`;
/** Partition of the open ones of a category in a cell of zoom 17. */
export const nearOf = (cell: string, category: string): string => `NEAR#${cell}#${category}`;

/** Every partition a report is found in. */
export function listsOf(report: Report): string[] {
  const { category, commune, point, state } = report;
  if (!isPublic(state)) return [];
  const places = [all, commune, ...(point ? [cellOf(point, mapZoom)] : [])];
  const lists = places.flatMap((where) =>
    [all, category].flatMap((one) =>
      ([undefined, state] as const).map((some) => listOf({ where, category: one, state: some })),
    ),
  );
  return [...lists, ...(point && isOpen(state) ? [nearOf(cellOf(point, nearZoom), category)] : [])];
}
/** Rank in a list: by when it came. */
export const rankOf = ({ at, id }: Pick<Report, 'at' | 'id'>): string => `${at}#${id}`;
