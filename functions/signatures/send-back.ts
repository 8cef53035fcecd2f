import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayWork } from '../agents/rights.ts';
import type { Change } from '../requests/append.ts';
import type { Snapshot } from '../requests/items.ts';
import { canonical, contentHash, type Hash } from '../requests/journal.ts';
import type { Request } from '../requests/request.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { nameOf, recalled, returned, takenBack } from './act-on-letter.ts';
import type { recallLetter, returnLetter, takeBackApproval } from './agent-api.ts';
import { type ActDeps, staffOf } from './approve-letters.ts';
import type { Staff } from './holders.ts';
import type { LetterRecord } from './letter.ts';
import type { Write } from './letter-table.adapter.ts';
import { itemsOf } from './tasks.ts';

export type SendBackDeps = ActDeps & {
  hash: Hash;
  newSalt(): string;
  derivedId(...parts: string[]): string;
};
type Done = Promise<{ version: number }>;
type Input = {
  params: { reference: string; letterId: string };
  headers: { 'idempotency-key': string };
  body: object;
};
type Act = (
  letter: LetterRecord,
  staff: Staff,
  at: string,
  current: Snapshot,
) => { letter: LetterRecord } & Pick<Change, 'commands' | 'records'>;

/** One letter changed once: what it becomes, the tasks that follow, and the lines of the journal, together. */
const act = async (deps: SendBackDeps, input: Input, caller: AgentCaller, ask: Act): Done => {
  const { reference, letterId } = input.params;
  const key = `letter-${caller.agent.login}-${input.headers['idempotency-key']}`;
  const staffFor = await staffOf(deps);
  const only: Write[] = [];
  const fingerprint = deps.hash(canonical(input.body));
  const change = async (current: Snapshot | null): Promise<Change> => {
    if (!current) throw new Refusal('not-found');
    const before = await deps.letters.read(reference, letterId);
    const at = deps.now();
    const { letter, commands, records } = ask(before, staffFor(current, before), at, current);
    const items = itemsOf(before, letter, current, at);
    only.splice(0, only.length, ...deps.letters.writes(reference, items, before.revision));
    return { commands, records, announce: [{ type: 'request-changed', detail: { reference } }] };
  };
  const { request } = await deps.append(reference, { key, fingerprint, only }, change);
  return { version: request.version };
};

/** Back to the writer. The reason may name people: it is a note, which can be erased, never a line of the journal. */
export const sendBack =
  (deps: SendBackDeps) =>
  (input: InputOf<typeof returnLetter>, caller: AgentCaller): Done =>
    act(deps, input, caller, (before, _staff, at) => {
      const { step, reason } = input.body;
      const { agent } = caller;
      const by = `agent:${agent.login}`;
      const letter = returned(before, input.body, { agent, at });
      const onBehalfOf = before.circuit[step]?.standIns[agent.login] ?? null;
      const noteId = deps.derivedId(before.id, input.headers['idempotency-key']);
      const salt = deps.newSalt();
      const note = { id: noteId, at, salt, author: nameOf(agent), text: reason };
      return {
        letter,
        commands: [
          { command: 'letter-returned', letterId: before.id, step, by, onBehalfOf, delegation: null },
          { command: 'note-added', noteId, contentHash: contentHash(salt, reason, deps.hash), by },
        ],
        records: [{ sk: `RECORD#NOTE#${noteId}`, note }],
      };
    });

/** The right of remorse of an approver. */
export const takeBack =
  (deps: SendBackDeps) =>
  (input: InputOf<typeof takeBackApproval>, caller: AgentCaller): Done =>
    act(deps, input, caller, (before, staff) => {
      const { login } = caller.agent;
      const { step } = input.body;
      const by = `agent:${login}`;
      return {
        letter: takenBack(before, step, login, staff),
        commands: [{ command: 'letter-approval-taken-back', letterId: before.id, step, by }],
      };
    });

/** The writer; a head or an administrator of the request when the writer is gone. */
export const mayRecall = (
  agent: Agent,
  { submittedBy }: Pick<LetterRecord, 'submittedBy'>,
  request: Request,
): boolean =>
  submittedBy.login === agent.login ||
  (agent.roles.some((role) => role === 'head' || role === 'administrator') && mayWork(agent, request));

/** The letter is taken out of the book. */
export const recall =
  (deps: SendBackDeps) =>
  (input: InputOf<typeof recallLetter>, caller: AgentCaller): Done =>
    act(deps, input, caller, (before, _staff, _at, { request }) => {
      if (!mayRecall(caller.agent, before, request)) throw new Refusal('forbidden');
      const by = `agent:${caller.agent.login}`;
      return {
        letter: recalled(before),
        commands: [{ command: 'letter-recalled', letterId: before.id, by }],
      };
    });
