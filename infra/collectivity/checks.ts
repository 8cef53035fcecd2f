import { agendaChecks } from './agenda-checks.ts';
import { distributionChecks } from './distribution-checks.ts';
import { formChecks } from './form-checks.ts';
import type { Problem } from './problem.ts';
import type { Collectivity, Filed } from './shape.ts';

type Folder = Omit<Collectivity, 'procedures' | 'articles' | 'letters' | 'demo'> & {
  readonly procedures: readonly Filed<Collectivity['procedures'][number]>[];
  readonly articles: readonly Filed<Collectivity['articles'][number]>[];
  readonly letters: readonly Filed<Collectivity['letters'][number]>[];
};

/** What no schema of one file can see: names that must agree between files. */
export function crossChecks(folder: Folder): Problem[] {
  const departments = new Set(folder.authority.departments.map(({ code }) => code));
  const known = {
    departments: [...departments],
    communes: folder.authority.communes.map(({ code }) => code),
    letters: folder.letters.map(({ content }) => content),
    agents: folder.people.agents,
    today: '2026-01-01',
  };
  return [
    ...authorityChecks(folder),
    ...named(folder.procedures),
    ...named(folder.articles),
    ...named(folder.letters),
    ...folder.procedures.flatMap((procedure) => formChecks(procedure, known)),
    ...generalForm(folder),
    ...articleChecks(folder, departments),
    ...peopleChecks(folder, departments),
    ...distributionChecks(folder),
    ...themeChecks(folder),
    ...agendaChecks(folder),
  ];
}

function authorityChecks({ authority, slug }: Folder): Problem[] {
  const file = 'authority.json';
  const problems: Problem[] = repeated(authority.departments.map(({ code }) => code)).map(
    ([code, index]) => ({
      file,
      field: `departments.${index}.code`,
      problem: `the department "${code}" stands twice`,
      remedy: 'give each department a code of its own',
    }),
  );
  for (const [code, index] of repeated(authority.communes.map((commune) => commune.code)))
    problems.push({
      file,
      field: `communes.${index}.code`,
      problem: `the commune "${code}" stands twice`,
      remedy: 'remove one of them',
    });
  problems.push(...menuChecks(authority));
  if (authority.slug !== slug)
    problems.push({
      file,
      field: 'slug',
      problem: `"${authority.slug}" stands in the folder "${slug}"`,
      remedy: `write "${slug}", or rename the folder`,
    });
  return problems;
}

/** The menu of the telephone: each key once, each leading to a department that is there. */
function menuChecks({ telephony, departments }: Folder['authority']): Problem[] {
  const menu = telephony?.menu ?? [];
  const codes = new Set(departments.map(({ code }) => code));
  const at = (index: number, field: string) => ({
    file: 'authority.json',
    field: `telephony.menu.${index}.${field}`,
  });
  return [
    ...repeated(menu.map(({ key }) => key)).map(([key, index]) => ({
      ...at(index, 'key'),
      problem: `the key ${key} stands twice`,
      remedy: 'give each subject a key of its own',
    })),
    ...menu.flatMap(({ topic }, index) =>
      codes.has(topic)
        ? []
        : [
            {
              ...at(index, 'topic'),
              problem: `the department "${topic}" is not there`,
              remedy: 'write the code of one of the departments',
            },
          ],
    ),
  ];
}

function named(files: readonly Filed<{ id: string }>[]): Problem[] {
  return files
    .filter(({ file, content }) => !file.endsWith(`/${content.id}.json`))
    .map(({ file, content }) => ({
      file,
      field: 'id',
      problem: `the id "${content.id}" is not the name of the file`,
      remedy: `name the file ${content.id}.json or change the id; ids stay unique that way`,
    }));
}

function generalForm({ procedures }: Folder): Problem[] {
  if (procedures.some(({ content }) => content.department === '')) return [];
  return [
    {
      file: 'procedures/',
      field: 'department',
      problem: 'no procedure is the general form (an empty department)',
      remedy: 'keep one procedure with "department": "", so that any request finds a form',
    },
  ];
}

function articleChecks({ articles, procedures }: Folder, departments: ReadonlySet<string>): Problem[] {
  const ids = new Set(procedures.map(({ content }) => content.id));
  return articles.flatMap(({ file, content }) => [
    ...unknownDepartment(file, 'department', content.department, departments),
    ...(content.procedure && !ids.has(content.procedure)
      ? [
          {
            file,
            field: 'procedure',
            problem: `there is no procedure "${content.procedure}"`,
            remedy: 'write the id of a file of procedures/, or leave the field out',
          },
        ]
      : []),
  ]);
}

function peopleChecks({ people }: Folder, departments: ReadonlySet<string>): Problem[] {
  const file = 'people.json';
  const problems = people.agents.flatMap((agent, index) =>
    agent.departments.flatMap((code, at) =>
      unknownDepartment(file, `agents.${index}.departments.${at}`, code, departments),
    ),
  );
  for (const [login, index] of repeated(people.agents.map((agent) => agent.login)))
    problems.push({
      file,
      field: `agents.${index}.login`,
      problem: `the login "${login}" stands twice`,
      remedy: 'give each agent a login of their own',
    });
  for (const role of ['administrator', 'qualification'] as const)
    if (!people.agents.some((agent) => agent.roles.includes(role)))
      problems.push({
        file,
        field: 'agents',
        problem: `nobody has the role "${role}"`,
        remedy: `give it to an agent: without it ${role === 'administrator' ? 'nothing can be set up' : 'what the classifier cannot route waits for ever'}`,
      });
  return problems;
}

/** White text on the brand colour must be readable (RGAA 3.2). */
function themeChecks({ theme }: Folder): Problem[] {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(theme.brand.slice(at, at + 2), 16)),
  );
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  const contrast = 1.05 / (luminance + 0.05);
  if (contrast >= 4.5) return [];
  return [
    {
      file: 'theme/theme.json',
      field: 'brand',
      problem: `white text on "${theme.brand}" has a contrast of ${contrast.toFixed(1)}`,
      remedy: 'choose a darker colour: the contrast must reach 4.5 (RGAA 3.2)',
    },
  ];
}
const linear = (value: number) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

/** The department of a field, when the authority has none of that code. */
function unknownDepartment(
  file: string,
  field: string,
  code: string,
  departments: ReadonlySet<string>,
): Problem[] {
  if (departments.has(code)) return [];
  return [
    {
      file,
      field,
      problem: `there is no department "${code}"`,
      remedy: `write one of ${[...departments].join(', ')}, or add it to the departments of authority.json`,
    },
  ];
}

const repeated = (values: readonly string[]): [string, number][] =>
  [...values.entries()]
    .filter(([index, value]) => values.indexOf(value) !== index)
    .map(([index, value]) => [value, index]);
