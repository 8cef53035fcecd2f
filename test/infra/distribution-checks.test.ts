import { expect, it } from 'vitest';
import { Rules } from '../../functions/instruction/distribution/rules.ts';
import { Authority } from '../../functions/settings/authority.ts';
import authority from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };
import people from '../../infra/collectivities/val-clair/people.json' with { type: 'json' };
import { distributionChecks } from '../../infra/collectivity/distribution-checks.ts';
import { People } from '../../infra/collectivity/shape.ts';

const checked = (distribution: object) =>
  distributionChecks({
    authority: Authority.parse(authority),
    procedures: [{ content: { id: 'signalement' } }],
    people: { ...People.parse(people), distribution: distribution as Record<string, Rules> },
  }).map(({ field, remedy }) => [field, remedy.slice(0, 25)]);
const rule = { id: 'r', name: 'Une règle', when: {}, wants: { agents: ['samira.haddad'] } };

it('stops a folder whose rules name a person or a department that is not there', () => {
  expect(checked({ voirie: Rules().parse({ rules: [rule] }) })).toEqual([]);
  const about = (id: string) => ({ ...rule, when: { procedures: [id] } });
  expect(checked({ voirie: Rules().parse({ rules: [about('signalement')] }) })).toEqual([]);
  expect(checked({ voirie: Rules().parse({ rules: [about('nowhere')] }) })).toEqual([
    ['distribution.voirie.rules.0.when.procedures', 'write logins of agents of'],
  ]);
  expect(checked({ education: Rules().parse({ rules: [rule] }) })).toEqual([
    ['distribution.education.rules.0.wants.agents', 'write logins of agents of'],
  ]);
  expect(checked({ voirie: Rules().parse({ rules: [rule, rule] }) })).toEqual([
    ['distribution.voirie.rules', 'give each rule an id and '],
  ]);
  expect(checked({ mairie: Rules().parse({}) })).toEqual([
    ['distribution.mairie', 'write the code of a depar'],
  ]);
});
