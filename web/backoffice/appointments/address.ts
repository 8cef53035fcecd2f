import { base } from '../routes.ts';

export const root = `${base}/rendez-vous`;
export const pageOf = {
  day: root,
  week: `${root}/semaine`,
  book: `${root}/nouveau`,
  closings: `${root}/fermetures`,
  settings: `${root}/reglages`,
  figures: `${root}/chiffres`,
} as const;
export type PageOf = keyof typeof pageOf;
export const oneOf = (id: string): string => `${root}/${id}`;

/** Place and day stand in the address: a page may be kept open, sent, printed again. */
export const withPlace = (page: string, place: string | undefined, day: string | undefined): string => {
  const query = new URLSearchParams();
  if (place) query.set('lieu', place);
  if (day) query.set('jour', day);
  return `${page}${query.size > 0 ? `?${query}` : ''}`;
};
export const readAddress = (search: string): { place: string | undefined; day: string | undefined } => {
  const query = new URLSearchParams(search);
  const day = query.get('jour') ?? '';
  return {
    place: query.get('lieu') ?? undefined,
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
  };
};
