import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { nameOf } from './act-on-letter.ts';
import type { BookItem, readBook as operation } from './book-api.ts';
import { waitingSteps } from './circuit.ts';
import type { LetterRecord, TaskRecord } from './letter.ts';
import type { LetterTable } from './letter-table.adapter.ts';

export type BookDeps = {
  letters: Pick<LetterTable, 'book' | 'history' | 'sent'>;
  authority(): Promise<Authority>;
  everybody(): Promise<Agent[]>;
  /** Brings the book up to date when somebody this agent stands in for is away or has left since. */
  settle(agent: Agent, agents: readonly Agent[]): Promise<void>;
  now(): string;
};
type Operation = typeof operation;

const fromTask = (task: TaskRecord, named: (login: string) => string): BookItem => {
  const { login: _login, onBehalfOf, done, ...rest } = task;
  const states = { approved: 'approved', returned: 'returned', recalled: 'recalled' } as const;
  const result = done?.result ?? null;
  return {
    ...rest,
    onBehalfOf: onBehalfOf && named(onBehalfOf),
    state: result === null ? 'waiting' : (states[result as keyof typeof states] ?? 'approved'),
    at: done?.at ?? null,
  };
};

const fromLetter = (letter: LetterRecord): BookItem => {
  const { id: letterId, reference, state, subject, outcome, mode, due, urgency, circuit } = letter;
  const [step] = waitingSteps(circuit);
  return {
    ...{ letterId, reference, state, subject, outcome, mode, due, urgency },
    ...{ step: step?.number ?? Math.max(circuit.length - 1, 0), kind: step?.kind ?? 'signature' },
    ...{ title: step?.title ?? '', recipient: '', department: null, procedure: null, onBehalfOf: null },
    writer: letter.submittedBy.name,
    sha256: letter.pdf.sha256,
    since: letter.submittedAt,
    at: letter.sealed?.at ?? letter.returned?.at ?? null,
  };
};

/** One page of the book, read as it is listed: no letter is opened for it. */
export const readBook =
  (deps: BookDeps) =>
  async ({ query }: InputOf<Operation>, { agent }: AgentCaller): Promise<ReplyOf<Operation>> => {
    const { view, limit, after } = query;
    const { letters } = deps;
    const now = deps.now();
    if (view === 'sent') {
      const { items, next } = await letters.sent(agent.login, limit, after);
      return { items: items.map(fromLetter), next, now };
    }
    const agents = await deps.everybody();
    if (view === 'waiting' && !after) await deps.settle(agent, agents);
    const read = view === 'waiting' ? letters.book : letters.history;
    const { items, next } = await read(agent.login, limit, after);
    const named = (login: string) => {
      const found = agents.find((one) => one.login === login);
      return found ? nameOf(found) : login;
    };
    return { items: items.map((task) => fromTask(task, named)), next, now };
  };
