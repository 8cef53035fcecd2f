import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayAssign, mayNote, mayWork } from '../agents/rights.ts';
import { answerLetter, authorOf, messageLetter } from '../letters/answer.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { addNote, answerRequest, assignRequest, sendMessage } from './agent-api.ts';
import type { Append, Change } from './append.ts';
import type { Upload } from './follow.ts';
import { messageItem, type Snapshot } from './items.ts';
import { canonical, contentHash, type Hash } from './journal.ts';
import type { MessageRecord, StoredFile } from './records.ts';
import { parseReference } from './reference.ts';
import type { Request } from './request.ts';

export type WorkDeps = {
  append: Append;
  authority(): Promise<Authority>;
  agent(login: string): Promise<Agent | null>;
  claim(upload: Upload, place: { reference: string; messageId: string; index: number }): Promise<StoredFile>;
  derivedId(...parts: string[]): string;
  newSalt(): string;
  now(): string;
  hash: Hash;
};
type Done = Promise<{ version: number }>;
type Asked = {
  params: { reference: string };
  headers: { 'idempotency-key': string };
  body: object & { version?: number };
};
type Ask = (current: Snapshot, id: string, authority: Authority) => Promise<Change> | Change;

/** What every action of an agent has in common: the reference, the right, the version looked at, and doing it once. */
const act = async (
  deps: WorkDeps,
  { params, headers, body }: Asked,
  { agent }: AgentCaller,
  may: typeof mayWork,
  ask: Ask,
): Done => {
  const authority = await deps.authority();
  const reference = parseReference(params.reference, authority.prefix)?.reference;
  if (!reference) throw new Refusal('not-found');
  const key = `agent-${agent.login}-${headers['idempotency-key']}`;
  const id = deps.derivedId(reference, key);
  const { request } = await deps.append(
    reference,
    { key, fingerprint: deps.hash(canonical(body)) },
    (current) => {
      if (!current) throw new Refusal('not-found');
      if (!may(agent, current.request)) throw new Refusal('forbidden');
      if (body.version !== undefined && body.version !== current.request.version)
        throw new Refusal('conflict');
      return ask(current, id, authority);
    },
  );
  return { version: request.version };
};

const by = ({ agent }: AgentCaller): string => `agent:${agent.login}`;

const noteOf = (
  deps: WorkDeps,
  { id, text }: { id: string; text: string },
  caller: AgentCaller,
): Pick<Change, 'commands' | 'records'> => {
  const salt = deps.newSalt();
  const { givenName, familyName } = caller.agent;
  const record = { id, salt, text, at: deps.now(), author: `${givenName} ${familyName}` };
  return {
    commands: [
      { command: 'note-added', noteId: id, contentHash: contentHash(salt, text, deps.hash), by: by(caller) },
    ],
    records: [{ sk: `RECORD#NOTE#${id}`, note: record }],
  };
};

/** Gives the request to a department and, if wanted, to one of its agents; a first department wakes the instruction. */
export const assign =
  (deps: WorkDeps) =>
  (input: InputOf<typeof assignRequest>, caller: AgentCaller): Done =>
    act(deps, input, caller, mayAssign, async ({ request }, id, { departments }) => {
      const { department, agent, reason } = input.body;
      const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);
      if (!departments.some(({ code }) => code === department)) throw wrong('department');
      const assignee = agent ? await deps.agent(agent) : null;
      if (agent && !assignee?.departments.includes(department)) throw wrong('agent');
      const { reference } = request;
      // What an agent writes freely may name people: it is a note, which can be erased, never a line of the journal.
      const why = reason ? noteOf(deps, { id, text: reason }, caller) : null;
      return {
        commands: [
          { command: 'request-assigned', department, agent, by: by(caller), reason: null },
          ...(why?.commands ?? []),
        ],
        records: why?.records,
        announce: request.department
          ? []
          : [{ type: 'request-qualified', detail: { reference, department } }],
      };
    });

export const note =
  (deps: WorkDeps) =>
  (input: InputOf<typeof addNote>, caller: AgentCaller): Done =>
    act(deps, input, caller, mayNote, (_current, id) => noteOf(deps, { id, text: input.body.text }, caller));

type Writing = { kind: 'message' | 'answer'; outcome?: 'granted' | 'refused' | 'answered' };
/** The message as it will leave: signed by the agent, with the remedies when it refuses something. */
const compose = async (
  deps: WorkDeps,
  { request, card }: Snapshot,
  authority: Authority,
  given: Writing & { id: string; text: string; uploads: Upload[]; agent: Agent },
): Promise<MessageRecord> => {
  const department = authority.departments.find(({ code }) => code === request.department);
  if (!department) throw new Refusal('not-allowed-in-state');
  const { id, kind, text, outcome, agent } = given;
  const signed = { agent, department, authority };
  const written =
    kind === 'answer' && outcome
      ? answerLetter({ subject: card.subject, text, outcome }, signed)
      : messageLetter(card.subject, text, signed);
  const attachments: StoredFile[] = [];
  for (const [index, upload] of given.uploads.entries())
    attachments.push(await deps.claim(upload, { reference: request.reference, messageId: id, index }));
  return {
    ...written,
    ...{ id, kind, attachments },
    from: 'authority',
    at: deps.now(),
    author: authorOf(agent),
    delivery: 'queued',
    salt: deps.newSalt(),
  };
};
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
        records: [messageItem(record)],
        announce: [{ type: 'message-queued', detail: announced(current.request, id) }],
      };
    });

/** Decides the request; the instruction machine, which waits for it, has the answer delivered. */
export const answer =
  (deps: WorkDeps) =>
  (input: InputOf<typeof answerRequest>, caller: AgentCaller): Done =>
    act(deps, input, caller, mayWork, async (current, id, authority) => {
      const { text, uploads, outcome } = input.body;
      const writing = { id, kind: 'answer', outcome, text, uploads, agent: caller.agent } as const;
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
