import { describe, expect, it } from 'vitest';
import type { Agent, Role } from '../../../functions/agents/agent.ts';
import { Rules } from '../../../functions/instruction/distribution/rules.ts';
import { saveRules } from '../../../functions/instruction/distribution/save-rules.ts';
import { authority } from '../../support/request-world.ts';

const department = authority.departments[0]?.code ?? '';
const agent = (login: string, ...roles: Role[]): Agent => ({
  ...{ login, email: '', givenName: '', familyName: '', title: '', roles, departments: [department] },
});
const save = async (said: object): Promise<unknown> => {
  const put = saveRules({
    authority: async () => authority,
    agentsOf: async () => [
      ...[
        agent('ana', 'instructor'),
        agent('bea', 'head'),
        agent('paul', 'signatory'),
        agent('root', 'administrator'),
      ],
    ],
    isProcedure: async (id) => id === 'acte-naissance',
    ...{ agent: async () => null, put: async () => {}, save: async () => {}, now: () => '' },
  });
  const rules = Rules().parse(said);
  const caller = { kind: 'agent', agent: agent('bea', 'head') } as Parameters<typeof put>[1];
  return put(
    { params: { department }, body: { version: 0, rules } } as Parameters<typeof put>[0],
    caller,
  ).then(
    ({ version }) => version,
    ({ code, fields }) => (code === 'invalid-input' ? fields : code),
  );
};
const rule = (when: object, wants: object) => ({ rules: [{ id: 'a', name: 'Une', when, wants }] });
const unknown = (field: string) => [{ field, code: 'unknown' }];

describe('a rule that could never find anybody is not saved', () => {
  it.each<[string, object, unknown]>([
    ['one that names who instructs', rule({}, { agents: ['ana'] }), 1],
    ['one that names the head', rule({}, { agents: ['bea'] }), 1],
    ['but not one that names nobody here', rule({}, { agents: ['zoe'] }), unknown('rules.0.wants.agents')],
    ['nor a signatory', rule({}, { agents: ['paul'] }), unknown('rules.0.wants.agents')],
    ['nor an administrator', rule({}, { agents: ['root'] }), unknown('rules.0.wants.agents')],
    [
      'nor a team that holds one',
      { teams: [{ code: 't', name: 'Une', agents: ['ana', 'paul'] }] },
      unknown('teams.0.agents'),
    ],
    ['one about a procedure', rule({ procedures: ['acte-naissance'] }, {}), 1],
    ['but not about one that is none', rule({ procedures: ['x'] }, {}), unknown('rules.0.when.procedures')],
  ])('%s', async (_title, said, wanted) => {
    expect(await save(said)).toEqual(wanted);
  });
});
