import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ThemeRule } from '../functions/knowledge/fiches/department.ts';
import { xmlFiles } from './fiches/files.ts';
import { readAll } from './fiches/read-all.ts';
import { send, sessionOf } from './fiches/send.ts';

const usage = `npm run import-fiches -- <archive, folder or file of service-public.fr> [options]
  --only F1410,F16507 | --only ids.txt   these alone (one id a line in a file)
  --audience Particuliers                or Professionnels, Associations
  --collectivity val-clair               whose departments they are shared among (default: COLLECTIVITY or val-clair)
  --fallback etat-civil                  department of what no rule knows (default: the first of the authority)
  --rules rules.json                     [["word of a title or theme", "department"], ...], asked before ours
then one of:
  --to https://demarches.example.fr      send to that authority (session of an administrator in PARVIS_SESSION,
                                         "name=value" of its cookie; on a local runtime --as <login> opens one)
  --write infra/collectivities/<slug>/articles   one file each, sown by the next deployment
without either, only says what would be imported`;

type Authority = { departments: { code: string }[] };
const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const idsOf = (given: string): Set<string> =>
  new Set(
    (/^[FN]\d+(?:,|$)/.test(given) ? given : readFileSync(given, 'utf8')).split(/[\s,]+/).filter(Boolean),
  );

/** Imports official articles with their source and date; see `usage`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ only: { type: 'string' }, audience: { type: 'string' }, collectivity: { type: 'string' } },
      ...{ fallback: { type: 'string' }, rules: { type: 'string' }, to: { type: 'string' } },
      ...{ as: { type: 'string' }, write: { type: 'string' } },
    },
  });
  const [path] = positionals;
  if (!path) throw new Error(usage);
  const slug = values.collectivity ?? process.env.COLLECTIVITY ?? 'val-clair';
  const authority = json<Authority>(join(import.meta.dirname, 'collectivities', slug, 'authority.json'));
  const departments = new Set(authority.departments.map(({ code }) => code));
  const started = performance.now();
  const { articles, skipped } = readAll(xmlFiles(path), {
    departments,
    fallback: values.fallback ?? authority.departments[0]?.code ?? '',
    ...(values.only && { only: idsOf(values.only) }),
    ...(values.audience && { audience: values.audience }),
    ...(values.rules && { rules: json<ThemeRule[]>(values.rules) }),
  });
  const spent = ((performance.now() - started) / 1000).toFixed(1);
  const left = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  console.log(
    `${articles.length} articles read in ${spent} s${left.length > 0 ? `; left out: ${left.join(', ')}` : ''}`,
  );
  if (values.write)
    for (const article of articles)
      writeFileSync(join(values.write, `${article.id}.json`), `${JSON.stringify(article, null, 2)}\n`);
  if (!values.to) return;
  const address = values.to.replace(/\/$/, '');
  const cookie = await sessionOf(address, values.as, process.env.PARVIS_SESSION);
  const { written, unchanged, kept } = await send(articles, address, cookie);
  console.log(
    `${written.length} written, ${unchanged.length} unchanged, ${kept.length} left as agents wrote them`,
  );
}

if (import.meta.main)
  main().catch((error) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  });
