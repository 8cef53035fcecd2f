import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Article } from '../../functions/knowledge/public-api.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { Authority } from '../../functions/settings/authority.ts';
import type { Theme } from '../ui/theme.ts';

/** What the pages of one authority are made of. */
export type Content = {
  authority: Authority;
  /** theme.json, and logo.svg as text. */
  theme: Theme & { logo: string };
  procedures: Procedure[];
  articles: Article[];
};

/** Reads the folder of an authority, whose files infra has checked; schemas only fill in what is left out. */
export function readContent(slug: string): Content {
  const folder = join(import.meta.dirname, '../../infra/collectivities', slug);
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const all = (name: string): unknown[] =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => read(join(name, file)));
  return {
    authority: Authority.parse(read('authority.json')),
    theme: {
      ...(read('theme/theme.json') as Theme),
      logo: readFileSync(join(folder, 'theme/logo.svg'), 'utf8'),
    },
    procedures: all('procedures').map((one) => Procedure().parse(one)),
    articles: all('articles').map((one) => Article().parse(one)),
  };
}
