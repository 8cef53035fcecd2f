import type { Agent } from '../../agents/agent.ts';
import { ordinaryWork } from '../../agents/work-profile.ts';
import type { Day } from '../../deadlines/day.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { Appended, Change, CommandKey } from '../../requests/append.ts';
import type { Snapshot, Whole } from '../../requests/items.ts';
import type { Authority } from '../../settings/authority.ts';
import { type Choice, capOf, choose, type Worker } from './choose.ts';
import { giving } from './due.ts';
import { type Facts, factsOf } from './facts.ts';
import { openWith, type Roster, served, workersOf } from './roster.ts';
import type { KeptRules, Rules } from './rules.ts';

export type DistributeDeps<Write> = {
  /** As requests/append.ts; `only` is read once the question was asked. */
  append(
    reference: string,
    command: CommandKey<Write>,
    ask: (current: Snapshot | null) => Change | Promise<Change>,
  ): Promise<Appended>;
  agentsOf(department: string): Promise<Agent[]>;
  rules(department: string): Promise<KeptRules | null>;
  roster(department: string): Promise<Roster>;
  /** References that stand with an agent, by the board's index; no more than `atMost` of each kind are read. */
  openOf(login: string, atMost: number): Promise<string[]>;
  /** Fails the transaction when the roster is another than the one that was read. */
  turn(department: string, roster: Roster): Write;
  now(): string;
};
type Place = { today: Day; authority: Pick<Authority, 'communes'> };

type Asked = { reference: string; facts: Facts; workers: readonly Worker[]; rules: Rules; at: string };
/** Whom the rules choose, with the roster once they are served at that instant; the same one when they choose nobody. */
export const chooseIn = (
  roster: Roster,
  { reference, facts, workers, rules, at }: Asked,
): Choice & { next: Roster } => {
  const choice = choose(facts, workers, rules);
  const { agent } = choice;
  if (!agent) return { ...choice, next: roster };
  const share = workers.find(({ login }) => login === agent)?.work.share ?? ordinaryWork.share;
  return { ...choice, next: served(roster, { reference, agent, share }, at) };
};

/** Everything a choice is made of, read anew: a choice that is made again after another one must see it. */
export const chooseNow = async <Write>(
  deps: Pick<DistributeDeps<Write>, 'agentsOf' | 'roster' | 'openOf' | 'now'>,
  asked: { whole: Whole; procedure: Procedure | null; department: string; rules: Rules },
  { today, authority }: Place,
): Promise<Choice & { next: Roster }> => {
  const { whole, procedure, department, rules } = asked;
  const [agents, roster] = await Promise.all([deps.agentsOf(department), deps.roster(department)]);
  const at = deps.now();
  const listed = new Map(
    await Promise.all(
      agents.map(async ({ login, work = ordinaryWork }) => {
        const references = await deps.openOf(login, capOf(work, rules));
        return [login, references] as const;
      }),
    ),
  );
  const { reference } = whole.request;
  const open = (login: string) =>
    openWith(
      (listed.get(login) ?? []).filter((one) => one !== reference),
      roster,
      { login, at },
    );
  const facts = { ...factsOf(whole, procedure, authority), department };
  return chooseIn(roster, {
    reference,
    facts,
    workers: workersOf(agents, department, { roster, open, today }),
    rules,
    at,
  });
};

/** Whether the rules would find somebody now, for one they found nobody for. Nothing is written. */
export const finds =
  (deps: Pick<DistributeDeps<never>, 'agentsOf' | 'roster' | 'openOf' | 'now'>) =>
  async (whole: Whole, procedure: Procedure | null, rules: Rules, place: Place): Promise<boolean> => {
    const { department } = whole.request;
    return Boolean(
      department && (await chooseNow(deps, { whole, procedure, department, rules }, place)).agent,
    );
  };

/**
 * Gives a request to somebody by the rules of its department, or leaves it in the common basket and says why. Nothing happens
 * when a person chose meanwhile. Two choices at once: the second one looks again.
 */
export const distribute =
  <Write>(deps: DistributeDeps<Write>) =>
  (whole: Whole, procedure: Procedure | null, rules: Rules, place: Place): Promise<Appended> => {
    const { reference, department } = whole.request;
    const only: Write[] = [];
    return deps.append(reference, { key: `distribute-${whole.head.seq}`, only }, async (current) => {
      // The transaction is made of what was chosen last.
      only.length = 0;
      const isSame = current?.request.department === department && current?.request.agent === null;
      const due = current && isSame ? giving({ ...whole, request: current.request }) : null;
      if (!department || !due) return { commands: [] };
      const { agent, why, next } = await chooseNow(deps, { whole, procedure, department, rules }, place);
      if (!agent && due === 'again') return { commands: [] };
      if (agent) only.push(deps.turn(department, next));
      return {
        commands: [{ command: 'request-assigned', department, agent, by: 'auto', reason: 'rules', why }],
      };
    });
  };
