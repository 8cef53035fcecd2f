import type { Agent } from '../../agents/agent.ts';
import type { AgentCaller } from '../../agents/caller.ts';
import { mayDistribute } from '../../agents/rights.ts';
import type { Authority } from '../../settings/authority.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { type FieldProblem, Refusal } from '../../shared/refusal.ts';
import type { saveRules as rulesOperation, saveWork as workOperation } from './agent-api.ts';
import type { KeptRules, Rules } from './rules.ts';
import { leading, mayBeGiven } from './staff.ts';

export type SaveDeps = {
  authority(): Promise<Authority>;
  agentsOf(department: string): Promise<Agent[]>;
  agent(login: string): Promise<Agent | null>;
  /** Whether a procedure of this id was ever published. */
  isProcedure(id: string): Promise<boolean>;
  put(agents: readonly Agent[]): Promise<void>;
  save(department: string, kept: KeptRules): Promise<void>;
  now(): string;
};

/** Names of nobody who may be given work here, teams and procedures that are none: rules that never find anybody. */
export const rulesProblems = (
  { rules, teams }: Rules,
  { logins, communes, procedures }: Record<'logins' | 'communes' | 'procedures', readonly string[]>,
): FieldProblem[] => {
  const unknown = (field: string, list: readonly string[], known: readonly string[]): FieldProblem[] =>
    list.some((one) => !known.includes(one)) ? [{ field, code: 'unknown' }] : [];
  const codes = teams.map(({ code }) => code);
  const ids = rules.map(({ id }) => id);
  return [
    ...(new Set(ids).size < ids.length ? [{ field: 'rules', code: 'repeated' }] : []),
    ...(new Set(codes).size < codes.length ? [{ field: 'teams', code: 'repeated' }] : []),
    ...teams.flatMap(({ agents }, at) => unknown(`teams.${at}.agents`, agents, logins)),
    ...rules.flatMap(({ wants, when }, at) => [
      ...unknown(`rules.${at}.wants.agents`, wants.agents, logins),
      ...unknown(`rules.${at}.wants.teams`, wants.teams, codes),
      ...unknown(`rules.${at}.when.communes`, when.communes, communes),
      ...unknown(`rules.${at}.when.procedures`, when.procedures, procedures),
    ]),
  ];
};

const published = async (
  { isProcedure }: Pick<SaveDeps, 'isProcedure'>,
  { rules }: Rules,
): Promise<string[]> => {
  const ids = [...new Set(rules.flatMap(({ when }) => when.procedures))];
  const known = await Promise.all(ids.map(isProcedure));
  return ids.filter((_, at) => known[at]);
};

/** Refuses `conflict` when others were saved since they were read, `invalid-input` for names that nobody bears. */
export const saveRules =
  (deps: SaveDeps) =>
  async (
    { params, body }: InputOf<typeof rulesOperation>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof rulesOperation>> => {
    const { department } = params;
    const { communes } = await leading(deps, caller, department);
    const [agents, procedures] = await Promise.all([deps.agentsOf(department), published(deps, body.rules)]);
    const problems = rulesProblems(body.rules, {
      logins: agents.filter((agent) => mayBeGiven(agent, department)).map(({ login }) => login),
      ...{ communes: communes.map(({ code }) => code), procedures },
    });
    if (problems.length > 0) throw new Refusal('invalid-input', problems);
    const version = body.version + 1;
    await deps.save(department, { version, rules: body.rules, by: caller.agent.login, at: deps.now() });
    return { version };
  };

/** Of somebody of a department that the caller leads. */
export const saveWork =
  (deps: SaveDeps) =>
  async (
    { params, body }: InputOf<typeof workOperation>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof workOperation>> => {
    const other = await deps.agent(params.login);
    if (!other) throw new Refusal('not-found');
    if (!other.departments.some((code) => mayDistribute(agent, code))) throw new Refusal('forbidden');
    await deps.put([{ ...other, work: { ...body, by: agent.login } }]);
    return body;
  };
