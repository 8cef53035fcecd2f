import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as z from 'zod';
import { routedBy } from '../../functions/reports/routed.ts';
import { crossChecks } from './checks.ts';
import { ConfigurationError, type Problem, problemsOf } from './problem.ts';
import { reportChecks } from './report-checks.ts';
import { type Collectivity, type Filed, schemas } from './shape.ts';

/** Where the folders of the authorities are, unless said otherwise. */
export const collectivitiesFolder = resolve(import.meta.dirname, '../collectivities');

/** Slugs of all authorities, in alphabetical order. */
export function collectivitySlugs(root = collectivitiesFolder): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads and checks one authority's folder. Throws `ConfigurationError` with everything that is wrong in it. */
export function loadCollectivity(slug: string, root = collectivitiesFolder): Collectivity {
  const folder = join(root, slug);
  if (!existsSync(folder))
    throw new ConfigurationError([
      {
        file: `${slug}/`,
        field: '',
        problem: 'the folder does not exist',
        remedy: `write one of ${collectivitySlugs(root).join(', ')}, or run "npm run new-collectivity -- ${slug}"`,
      },
    ]);
  const problems: Problem[] = [];
  const read = reader(folder, problems);
  const whole = {
    slug,
    folder,
    authority: read.one('authority.json', schemas.authority),
    theme: read.one('theme/theme.json', schemas.theme),
    people: read.one('people.json', schemas.people),
    procedures: read.all('procedures', schemas.procedure),
    articles: read.all('articles', schemas.article),
    letters: read.all('letters', schemas.letter),
    demo: read.all('demo', schemas.demo),
    appointments: read.maybe('appointments.json', schemas.appointments),
    subscriptions: read.maybe('subscriptions.json', schemas.subscriptions),
    reports: read.maybe('reports.json', schemas.reports),
  };
  const { authority, theme, people, reports } = whole;
  if (authority && theme && people && problems.length === 0)
    problems.push(
      ...crossChecks({ ...whole, authority, theme, people }),
      ...reportChecks({ ...whole, authority }),
    );
  if (!authority || !theme || !people || problems.length > 0)
    throw new ConfigurationError(
      problems.map((problem) => ({ ...problem, file: `${slug}/${problem.file}` })),
    );
  const contents = <T>(files: readonly Filed<T>[]) => files.map(({ content }) => content);
  return {
    ...{
      slug,
      folder,
      authority,
      theme,
      people,
      appointments: whole.appointments,
      subscriptions: whole.subscriptions,
      reports,
    },
    procedures: contents(whole.procedures).map((one) => (reports ? routedBy(reports, one) : one)),
    articles: contents(whole.articles),
    letters: contents(whole.letters),
    demo: Object.fromEntries(whole.demo.map(({ file, content }) => [file.slice(5, -5), content])),
  };
}

/** Reads and checks all authorities, side by side: what must differ between them is checked too. */
export function loadCollectivities(root = collectivitiesFolder): Collectivity[] {
  const problems: Problem[] = [];
  const loaded = collectivitySlugs(root).flatMap((slug) => {
    try {
      return [loadCollectivity(slug, root)];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  for (const field of ['prefix', 'domain'] as const)
    for (const [at, { slug, authority }] of loaded.entries()) {
      const other = loaded.slice(0, at).find((before) => before.authority[field] === authority[field]);
      if (other)
        problems.push({
          file: `${slug}/authority.json`,
          field,
          problem: `"${authority[field]}" is already that of ${other.slug}`,
          remedy: `choose another ${field}: it tells the authorities apart`,
        });
    }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return loaded;
}

function reader(folder: string, problems: Problem[]) {
  const one = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined => {
    const content = json(folder, file, problems);
    if (content === undefined) return undefined;
    const parsed = schema.safeParse(content);
    if (!parsed.success) problems.push(...problemsOf(file, parsed.error));
    return parsed.data;
  };
  /** A file that an authority may do without. */
  const maybe = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined =>
    existsSync(join(folder, file)) ? one(file, schema) : undefined;
  const all = <S extends z.ZodType>(part: string, schema: S): Filed<z.output<S>>[] => {
    const place = join(folder, part);
    const files = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.json')) : [];
    return files.sort().flatMap((name) => {
      const content = one(`${part}/${name}`, schema);
      return content === undefined ? [] : [{ file: `${part}/${name}`, content }];
    });
  };
  return { one, maybe, all };
}

function json(folder: string, file: string, problems: Problem[]): unknown {
  const problem = (problem: string, remedy: string) => problems.push({ file, field: '', problem, remedy });
  if (!existsSync(join(folder, file))) {
    problem('the file is missing', 'take the one of infra/collectivities/val-clair as a model');
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    problem(`it is not JSON (${(error as Error).message})`, 'mend the comma, quote or bracket at that place');
    return undefined;
  }
}
