import type { Setting } from './setting.ts';

type Found = { field: string; problem: string; remedy: string };
type Known = {
  departments: readonly string[];
  communes: readonly string[];
  procedures: readonly {
    id: string;
    steps: readonly { fields: readonly { name: string; type: string }[] }[];
  }[];
};

/** Names in `reports.json` that stand for nothing. */
export function settingProblems({ categories, procedure }: Setting, known: Known): Found[] {
  const problems: Found[] = [];
  const report = known.procedures.find(({ id }) => id === procedure);
  if (
    !report?.steps.some(({ fields }) =>
      fields.some(({ name, type }) => name === 'category' && type === 'choice'),
    )
  )
    problems.push({
      field: 'procedure',
      problem: `no procedure "${procedure}" asks for a category`,
      remedy: 'name the procedure of reports; its question "category" is a choice',
    });
  for (const [at, { code, department, byCommune }] of categories.entries()) {
    const field = `categories.${at}`;
    if (categories.findIndex((other) => other.code === code) !== at)
      problems.push({
        field: `${field}.code`,
        problem: `the category "${code}" stands twice`,
        remedy: 'give each a code of its own',
      });
    for (const name of [department, ...Object.values(byCommune)])
      if (!known.departments.includes(name))
        problems.push({
          field: `${field}.department`,
          problem: `there is no department "${name}"`,
          remedy: `write one of ${known.departments.join(', ')}`,
        });
    for (const commune of Object.keys(byCommune))
      if (!known.communes.includes(commune))
        problems.push({
          field: `${field}.byCommune`,
          problem: `there is no commune "${commune}"`,
          remedy: 'write the INSEE code of a commune of the authority',
        });
  }
  return problems;
}
