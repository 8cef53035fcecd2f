import type { Agent } from '../agents/agent.ts';
import type { Authentication } from '../agents/session.ts';
import { Refusal } from '../shared/refusal.ts';
import { currentRound } from './circuit.ts';
import { mayApprove, orderOf, type Staff, withHolders } from './holders.ts';
import type { Approval, CircuitStep, LetterRecord } from './letter.ts';

export type Seen = { step: number; sha256: string };
export type Actor = { agent: Agent; authentication: Authentication; at: string };

export const nameOf = ({ givenName, familyName }: Pick<Agent, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`;

/** The step somebody wants to act on; refuses `letter-changed`, `not-your-turn`, `no-delegation`. */
const held = (letter: LetterRecord, seen: Seen, agent: Agent, staff: Staff): CircuitStep => {
  if (letter.pdf.sha256 !== seen.sha256) throw new Refusal('letter-changed');
  const step = letter.circuit[seen.step];
  const isWaiting = letter.state === 'circulating' && step?.round === currentRound(letter.circuit);
  if (!step || !isWaiting || step.approval || !step.holders.includes(agent.login))
    throw new Refusal('not-your-turn');
  if (!mayApprove(agent, step, staff)) throw new Refusal('no-delegation');
  return step;
};

const replaced = (circuit: readonly CircuitStep[], step: CircuitStep): CircuitStep[] =>
  circuit.map((one) => (one.number === step.number ? step : one));

/** Done already by the same person on the same letter: asked again, it changes nothing. */
export const isApprovedBy = (letter: LetterRecord, { step, sha256 }: Seen, { login }: Agent): boolean => {
  const approval = letter.circuit[step]?.approval;
  return approval?.login === login && approval.sha256 === sha256;
};

/**
 * The letter once somebody approved a step of it. With the last approval it is `ready` to be sealed; else the next people
 * have it. A signature by delegation carries its order, which may be ended later (CGCT L2122-18, L2122-19).
 */
export const approved = (
  letter: LetterRecord,
  seen: Seen & { comment: string | null },
  { agent, authentication, at }: Actor,
  staff: Staff,
): LetterRecord => {
  const step = held(letter, seen, agent, staff);
  const order = step.kind === 'signature' ? orderOf(agent.login, staff) : null;
  const approval: Approval = {
    login: agent.login,
    name: nameOf(agent),
    quality: order?.quality ?? agent.title,
    ...{ at, authentication, sha256: seen.sha256, comment: seen.comment },
    onBehalfOf: step.standIns[agent.login] ?? null,
    delegation: order && {
      id: order.id,
      order: order.order.number,
      formula: order.formula,
      url: order.order.url,
    },
  };
  const circuit = withHolders(replaced(letter.circuit, { ...step, approval }), staff);
  const state = currentRound(circuit) === null ? 'ready' : 'circulating';
  return { ...letter, circuit, state };
};

/** Back to its writer: nobody holds it any more. */
export const returned = (
  letter: LetterRecord,
  seen: Seen & { reason: string },
  { agent, at }: Pick<Actor, 'agent' | 'at'>,
): LetterRecord => {
  if (letter.pdf.sha256 !== seen.sha256) throw new Refusal('letter-changed');
  const step = letter.circuit[seen.step];
  const isHeld = step?.round === currentRound(letter.circuit) && step?.holders.includes(agent.login);
  if (letter.state !== 'circulating' || !isHeld) throw new Refusal('not-your-turn');
  const { reason } = seen;
  return {
    ...emptied(letter),
    state: 'returned',
    returned: { by: agent.login, name: nameOf(agent), at, reason, step: seen.step },
  };
};

/** Approved, yet without the signature that the law wants as its request stands now: it goes back instead of leaving. */
export const givenBack = (
  letter: LetterRecord,
  by: { name: string; reason: string },
  at: string,
): LetterRecord => ({
  ...emptied(letter),
  state: 'returned',
  returned: { by: 'auto', ...by, at, step: Math.max(letter.circuit.length - 1, 0) },
});

/** The writer takes it out; refuses once it is sealed or on its way to be. */
export const recalled = (letter: LetterRecord): LetterRecord => {
  if (letter.state !== 'circulating') throw new Refusal('too-late-to-take-back');
  return { ...emptied(letter), state: 'recalled' };
};

const emptied = (letter: LetterRecord): LetterRecord => ({
  ...letter,
  circuit: letter.circuit.map((step) => (step.approval ? step : { ...step, holders: [], standIns: {} })),
});

/** Step whose approval this person may still take back: theirs, and nobody has approved after it. */
export const takeBackStep = ({ state, circuit }: LetterRecord, login: string): number | null => {
  if (state !== 'circulating') return null;
  const mine = circuit.findLast(({ approval }) => approval?.login === login);
  const isLast = mine && circuit.every(({ round, approval }) => round <= mine.round || approval === null);
  return isLast ? mine.number : null;
};

/** Right of remorse: the step waits again, for the same people. */
export const takenBack = (
  letter: LetterRecord,
  number: number,
  login: string,
  staff: Staff,
): LetterRecord => {
  const step = letter.circuit[number];
  if (step?.approval?.login !== login) throw new Refusal('not-your-turn');
  if (takeBackStep(letter, login) === null || step.round < lastRound(letter))
    throw new Refusal('too-late-to-take-back');
  return { ...letter, circuit: withHolders(replaced(letter.circuit, { ...step, approval: null }), staff) };
};

const lastRound = ({ circuit }: LetterRecord): number =>
  Math.max(...circuit.flatMap(({ approval, round }) => (approval ? [round] : [])), 0);
