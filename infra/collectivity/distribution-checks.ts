import { rulesProblems } from '../../functions/instruction/distribution/save-rules.ts';
import { mayBeGiven } from '../../functions/instruction/distribution/staff.ts';
import type { Problem } from './problem.ts';
import type { Collectivity } from './shape.ts';

const file = 'people.json';
const remedies: Record<string, string> = {
  unknown:
    'write logins of agents of that department who instruct in it, teams of these rules, communes and procedures',
  repeated: 'give each rule an id and each team a code of its own',
};

type Published = { readonly procedures: readonly { readonly content: { readonly id: string } }[] };

/** Rules that name nobody would leave requests waiting without anybody knowing why. */
export function distributionChecks({
  people,
  authority,
  procedures,
}: Pick<Collectivity, 'people' | 'authority'> & Published): Problem[] {
  const communes = authority.communes.map(({ code }) => code);
  const ids = procedures.map(({ content }) => content.id);
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
      .filter((agent) => agent.departments.includes(department) && mayBeGiven(agent, department))
      .map(({ login }) => login);
    return rulesProblems(rules, { logins, communes, procedures: ids }).map(({ field, code }) => ({
      ...{ file, field: `${start}.${field}`, problem: `a name here is ${code}` },
      remedy: remedies[code] ?? 'correct it',
    }));
  });
}
