import { untouched } from '../requests/request.ts';
import type { Item, Migration } from './migration.ts';

const lacks = (given: object, wanted: object): boolean =>
  Object.keys(wanted).some((name) => !(name in given));

/** Letters written before templates had kinds, modes and conditions. */
const plainLetter = { departments: [], kind: 'decision', mode: 'seal', conditions: {} };

/** Every change of what is kept, the oldest first. One is taken away when no authority has the old shape any more. */
export const migrations: readonly Migration[] = [
  {
    id: 'requests-know-every-line',
    table: 'requests',
    why: 'Requests that were opened before the journal knew a line lack what that line changes.',
    version: ['head', 'seq'],
    change(item: Item) {
      const { request } = item as Item & { request?: object };
      if (item.sk !== 'SNAPSHOT' || !request || !lacks(request, untouched)) return null;
      return { ...item, request: { ...untouched, ...request } };
    },
  },
  {
    id: 'letters-have-kinds',
    table: 'settings',
    why: 'Letters that were edited before templates had kinds, modes and conditions lack them.',
    version: ['revision'],
    change(item: Item) {
      const { letter } = item as Item & { letter?: object };
      if (item.pk !== 'LETTERS' || !letter || !lacks(letter, plainLetter)) return null;
      return { ...item, letter: { ...plainLetter, ...letter } };
    },
  },
];
