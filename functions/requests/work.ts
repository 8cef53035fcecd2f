import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { isPresent } from '../agents/presence.ts';
import { mayAssign, mayNote, mayWork } from '../agents/rights.ts';
import { replacementFor } from '../instruction/absence.ts';
import { leaveBehind } from '../instruction/answer-group.ts';
import { needsSignatures } from '../instruction/workflow.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { decisionOf, isNamed, mustBeSigned, signatureNeeded } from '../signatures/must-be-signed.ts';
import { type ActDeps, act, by, changed, noteOf } from './agent-act.ts';
import type { addNote, answerRequest, assignRequest, sendMessage } from './agent-api.ts';
import { compose } from './compose-message.ts';
import type { Upload } from './follow.ts';
import { messageItem, type Snapshot, type Whole } from './items.ts';
import { contentHash } from './journal.ts';
import { moved } from './moves.ts';
import type { MessageRecord, StoredFile } from './records.ts';
import type { Request } from './request.ts';

export type WorkDeps = ActDeps & {
  agent(login: string): Promise<Agent | null>;
  load(reference: string): Promise<Whole>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  dayIn(zone: string, instant: string): string;
  claim(upload: Upload, place: { reference: string; messageId: string; index: number }): Promise<StoredFile>;
};
type Done = Promise<{ version: number }>;

/** Who acts for somebody now: themselves when they are there, else a substitute of the department; `null`, everybody in it. */
const thereInstead = async (deps: WorkDeps, wanted: Agent, department: string): Promise<string | null> => {
  const { timeZone } = await deps.authority();
  const today = deps.dayIn(timeZone, deps.now());
  const asked: Agent[] = [];
  for (let next: Agent | null = wanted; next && !asked.includes(next); ) {
    asked.push(next);
    const substitute: string | null = next.absence?.substitute ?? null;
    if (isPresent(next, today) || !substitute || asked.some(({ login }) => login === substitute)) break;
    next = await deps.agent(substitute);
  }
  const ours = asked.filter(({ departments }) => departments.includes(department));
  return replacementFor(wanted.login, ours, today);
};

/** Gives the request to a department and, if wanted, to one of its agents; a first department wakes the instruction. */
export const assign =
  (deps: WorkDeps) =>
  async (input: InputOf<typeof assignRequest>, caller: AgentCaller): Done => {
    let left: string | null = null;
    const done = await act(deps, input, caller, mayAssign, async ({ request }, id, { departments }) => {
      const { department, agent, reason } = input.body;
      const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);
      if (!departments.some(({ code }) => code === department)) throw wrong('department');
      const assignee = agent ? await deps.agent(agent) : null;
      if (agent && !assignee?.departments.includes(department)) throw wrong('agent');
      const present = assignee && (await thereInstead(deps, assignee, department));
      const { reference } = request;
      const why = reason ? noteOf(deps, { id, text: reason }, caller) : null;
      const passed = moved(request, department, by(caller));
      left = passed.announce.length > 0 ? reference : null;
      return {
        commands: [
          {
            command: 'request-assigned',
            department,
            ...{ agent: present, by: by(caller), reason: present === agent ? null : 'absent' },
          },
          ...passed.commands,
          ...(why?.commands ?? []),
        ],
        records: why?.records,
        elsewhere: passed.elsewhere,
        announce: request.department
          ? [changed(reference), ...passed.announce]
          : [{ type: 'request-qualified', detail: { reference, department } }],
      };
    });
    if (left) await leaveBehind(deps)(left);
    return done;
  };

export const note =
  (deps: WorkDeps) =>
  (input: InputOf<typeof addNote>, caller: AgentCaller): Done =>
    act(deps, input, caller, mayNote, (_current, id) => noteOf(deps, { id, text: input.body.text }, caller));

const hashOf = (deps: WorkDeps, { salt, subject, text, attachments }: MessageRecord) =>
  contentHash(salt, { subject, text, attachments }, deps.hash);
const announced = ({ reference }: Pick<Request, 'reference'>, messageId: string) => ({
  reference,
  messageId,
});

/** Writes to the citizen; when a reply is awaited the request waits for it. */
export const message =
  (deps: WorkDeps) =>
  (input: InputOf<typeof sendMessage>, caller: AgentCaller): Done =>
    act(deps, input, caller, mayWork, async (current, id, authority) => {
      const { text, uploads, awaitsReply } = input.body;
      const record = await compose(deps, current, authority, {
        id,
        kind: 'message',
        text,
        uploads,
        agent: caller.agent,
      });
      return {
        commands: [
          {
            command: 'citizen-message-queued',
            messageId: id,
            contentHash: hashOf(deps, record),
            by: by(caller),
            awaitsReply,
          },
        ],
        records: [messageItem(awaitsReply ? { ...record, awaitsReply } : record)],
        announce: [{ type: 'message-queued', detail: announced(current.request, id) }],
      };
    });

type Answering = { outcome: 'granted' | 'refused' | 'answered'; agent: Agent; authority: Authority };
/** What must be signed, by the law or by its procedure, leaves by the signature book alone. */
const refuseBesideBook = async (
  deps: WorkDeps,
  { request }: Snapshot,
  { outcome, agent, authority }: Answering,
): Promise<Procedure | null> => {
  const { reference, procedure: id, procedureRevision, letter, department } = request;
  if (letter?.state === 'circulating') throw new Refusal('not-allowed-in-state');
  const service = authority.departments.find(({ code }) => code === department);
  const decision = decisionOf(outcome);
  if (mustBeSigned({ decision, isNamed: isNamed(agent, service) }, request)) throw signatureNeeded();
  const procedure = id ? await deps.procedure(id, procedureRevision ?? undefined) : null;
  if (!procedure?.workflow.length) return procedure;
  const { given = {} } = (await deps.load(reference)).content;
  const today = deps.dayIn(authority.timeZone, deps.now());
  if (needsSignatures(procedure.workflow, given, outcome, today)) throw signatureNeeded();
  return procedure;
};

/** Decides the request; the instruction machine, which waits for it, has the answer delivered. */
export const answer =
  (deps: WorkDeps) =>
  (input: InputOf<typeof answerRequest>, caller: AgentCaller): Done =>
    act(deps, input, caller, mayWork, async (current, id, authority) => {
      const { text, uploads, outcome } = input.body;
      const { agent } = caller;
      const procedure = await refuseBesideBook(deps, current, { outcome, agent, authority });
      const lead = await deps.load(current.request.reference);
      const writing = { id, kind: 'answer', outcome, text, uploads, agent, procedure, lead } as const;
      const record = await compose(deps, current, authority, writing);
      return {
        commands: [
          {
            command: 'answer-decided',
            messageId: id,
            outcome,
            contentHash: hashOf(deps, record),
            by: by(caller),
          },
        ],
        records: [messageItem(record)],
        announce: [{ type: 'request-answered', detail: announced(current.request, id) }],
      };
    });
