import type { Agent, Role } from '../agents/agent.ts';
import { type Delegation, delegationsOf, type Matter } from '../agents/delegation.ts';
import { hasLeft, isPresent, standInFor } from '../agents/presence.ts';
import { maySee } from '../agents/rights.ts';
import type { Day } from '../deadlines/day.ts';
import { waitingSteps } from './circuit.ts';
import type { CircuitStep } from './letter.ts';

/** Who is there to approve, on a day, in a matter. */
export type Staff = {
  agents: readonly Agent[];
  delegations: readonly Delegation[];
  on: Day;
  matter: Matter;
};
type Held = Pick<CircuitStep, 'holders' | 'standIns'>;

const byLogin = (a: Agent, b: Agent): number => (a.login < b.login ? -1 : 1);
const isIn = (department: string | null | undefined) => (agent: Agent) =>
  department ? agent.departments.includes(department) : true;

/** Whom a step names: one person, or those of a role in a department. */
export const wantedFor = ({ by }: Pick<CircuitStep, 'by'>, { agents, matter }: Staff): Agent[] => {
  if ('agent' in by) return agents.filter(({ login }) => login === by.agent);
  const department = by.department ?? matter.department;
  return agents
    .filter(({ roles }) => roles.includes(by.role))
    .filter(isIn(department))
    .sort(byLogin);
};

/** Whether somebody may sign for another: a signatory, or who holds the signature by an order in force. */
export const holdsSignature = (agent: Agent, { delegations, on, matter }: Staff): boolean =>
  agent.roles.includes('signatory') || delegationsOf(agent.login, delegations, on, matter).length > 0;

/** The order under which somebody signs; null for who needs none. */
export const orderOf = (login: string, { delegations, on, matter }: Staff): Delegation | null =>
  delegationsOf(login, delegations, on, matter)[0] ?? null;

/**
 * Who may act on a step now: those it names who are there; else whoever stands in for them. A signature goes to people who
 * hold it. When nobody does, heads and administrators have it in their book, so that it is seen and an order can be made.
 * What is reserved goes to those named for it alone.
 */
export const holdersFor = (step: CircuitStep, staff: Staff): Held => {
  const { delegations, on, matter } = staff;
  const agents = staff.agents.filter((agent) => maySee(agent, matter.department ?? null));
  const wanted = wantedFor(step, staff);
  const present = wanted.filter((agent) => isPresent(agent, on));
  if (present.length > 0) return { holders: present.map(({ login }) => login), standIns: {} };
  const able =
    step.kind === 'signature' ? agents.filter((agent) => holdsSignature(agent, staff)) : [...agents];
  const standIns: Record<string, string> = {};
  for (const absent of wanted) {
    const found = standInFor(absent.login, [...able, absent], delegations, on, matter);
    if (found && found !== absent.login) standIns[found] ??= absent.login;
  }
  const named = 'agent' in step.by ? step.by.agent : null;
  // Somebody whose account is gone is stood in for by the order that was made for it, too.
  if (named && wanted.length === 0) {
    const found = standInFor(named, able, delegations, on, matter);
    if (found) standIns[found] = named;
  }
  if (Object.keys(standIns).length > 0) return { holders: Object.keys(standIns).sort(), standIns };
  return { holders: lastResort(step, able, { ...staff, agents }, named), standIns: {} };
};

const lastResort = (step: CircuitStep, able: readonly Agent[], staff: Staff, named: string | null) => {
  const there = (among: readonly Agent[]) => among.filter((one) => isPresent(one, staff.on)).sort(byLogin);
  const department = ('role' in step.by && step.by.department) || staff.matter.department;
  const withRole = (role: Role) => (agent: Agent) => agent.roles.includes(role);
  const tries = [
    ...(step.kind === 'signature' ? [there(able).filter(isIn(department)), there(able)] : []),
    there(staff.agents).filter(withRole('head')).filter(isIn(department)),
    there(staff.agents).filter(withRole('administrator')),
    there(staff.agents).filter(withRole('head')),
  ];
  const found = tries.find((among) => among.some(({ login }) => login !== named)) ?? [];
  return found.map(({ login }) => login);
};

/** The circuit with people in the steps that wait now, and nobody in those to come. Steps that are done keep theirs. */
export const withHolders = (circuit: readonly CircuitStep[], staff: Staff): CircuitStep[] => {
  const waiting = waitingSteps(circuit);
  return circuit.map((step) => {
    if (step.approval) return step;
    if (!waiting.includes(step)) return { ...step, holders: [], standIns: {} };
    return { ...step, ...holdersFor(step, staff) };
  });
};

/**
 * Whether somebody in whose book it is may approve it. Nobody out of office does. A signature needs an order, unless the
 * procedure itself names its signatory: a template, which heads write, gives no signature.
 */
export const mayApprove = (agent: Agent, step: CircuitStep, staff: Staff): boolean => {
  if (!step.holders.includes(agent.login) || hasLeft(agent, staff.on)) return false;
  if (step.kind !== 'signature') return true;
  const isNamed = step.workStep !== null && wantedFor(step, staff).some(({ login }) => login === agent.login);
  return isNamed || holdsSignature(agent, staff);
};
