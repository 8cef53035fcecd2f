import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../../../functions/reports/setting.ts';
import { collectivitiesFolder } from '../../collectivity/load.ts';
import type { Context } from '../context.ts';
import { json } from '../exchange.ts';
import type { Part } from '../part.ts';

type Ground = NonNullable<Setting['ground']>;
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A stand-in for the national address API at `/_geocodage/search`: the invented streets of the authorities' drawn grounds. */
export function createAddresses(_ctx: Context): Part {
  let streets: (Ground['streets'][number] & { city: string; plain: string })[] | undefined;
  const all = () => {
    streets ??= grounds().flatMap(({ communes, streets: lines }) =>
      lines.map((street) => {
        const city = communes.find(({ code }) => code === street.commune)?.name ?? '';
        return { ...street, city, plain: plain(`${street.name} ${city}`) };
      }),
    );
    return streets;
  };
  return {
    name: 'geocodage',
    async handle({ path, query }) {
      if (path !== '/search') return json(404, { code: 404, message: 'not here' }) as never;
      const q = query.get('q') ?? '';
      if (q.trim().length < 3)
        return json(400, { code: 400, detail: ['q: must contain between 3 and 200 chars'] }) as never;
      const [, number = '', rest = ''] = /^(\d{1,4})?\s*(.*)$/.exec(plain(q)) ?? [];
      const words = rest.split(' ').filter(Boolean);
      const limit = Math.min(20, Number(query.get('limit') ?? 5) || 5);
      const found = all()
        .filter(({ plain: name }) =>
          words.every((word) => name.split(' ').some((one) => one.startsWith(word))),
        )
        .slice(0, limit);
      return json(200, {
        type: 'FeatureCollection',
        features: found.map((street) => feature(street, number)),
        query: q,
      }) as never;
    },
  };
}

function feature(street: Ground['streets'][number] & { city: string }, number: string) {
  const name = number ? `${number} ${street.name}` : street.name;
  const [from = [0, 0], to = from] = [street.line[0], street.line.at(-1)];
  const share = number ? (Number(number) % 60) / 60 : 0.5;
  const at = (axis: 0 | 1) => Number((from[axis] + (to[axis] - from[axis]) * share).toFixed(6));
  const label = `${name} ${street.city}`;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [at(0), at(1)] },
    properties: {
      ...{ label, name, city: street.city, citycode: street.commune, score: 0.95 },
      ...{ street: street.name, type: number ? 'housenumber' : 'street' },
    },
  };
}

function grounds(): Ground[] {
  const file = join(collectivitiesFolder, process.env.COLLECTIVITY ?? 'val-clair', 'reports.json');
  const ground = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Setting).ground : null;
  return ground ? [ground] : [];
}
