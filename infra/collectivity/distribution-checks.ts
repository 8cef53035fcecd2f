import { rulesProblems } from '../../functions/instruction/distribution/save-rules.ts';
import type { Problem } from './problem.ts';
import type { Collectivity } from './shape.ts';

const file = 'people.json';
const remedies: Record<string, string> = {
  unknown: 'write logins of agents of that department, teams of these rules and communes of authority.json',
  repeated: 'give each rule an id and each team a code of its own',
};

/** Rules that name nobody would leave requests waiting without anybody knowing why. */
export function distributionChecks({
  people,
  authority,
}: Pick<Collectivity, 'people' | 'authority'>): Problem[] {
  const communes = authority.communes.map(({ code }) => code);
  return Object.entries(people.distribution).flatMap(([department, rules]): Problem[] => {
    const start = `distribution.${department}`;
    if (!authority.departments.some(({ code }) => code === department))
      return [
        {
          ...{ file, field: start, problem: `there is no department "${department}"` },
          remedy: 'write the code of a department of authority.json',
        },
      ];
    const logins = people.agents
      .filter(({ departments }) => departments.includes(department))
      .map(({ login }) => login);
    return rulesProblems(rules, { logins, communes }).map(({ field, code }) => ({
      ...{ file, field: `${start}.${field}`, problem: `a name here is ${code}` },
      remedy: remedies[code] ?? 'correct it',
    }));
  });
}
