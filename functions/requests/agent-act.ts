import type { AgentCaller } from '../agents/caller.ts';
import type { mayWork } from '../agents/rights.ts';
import type { Authority } from '../settings/authority.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Append, Change } from './append.ts';
import type { Snapshot } from './items.ts';
import { canonical, contentHash, type Hash } from './journal.ts';
import { parseReference } from './reference.ts';

export type ActDeps = {
  append: Append;
  authority(): Promise<Authority>;
  derivedId(...parts: string[]): string;
  newSalt(): string;
  now(): string;
  hash: Hash;
};
export type Asked = {
  params: { reference: string };
  headers: { 'idempotency-key': string };
  body: object & { version?: number };
};
export type Ask = (current: Snapshot, id: string, authority: Authority) => Promise<Change> | Change;

/** What every action of an agent has in common: the reference, the right, the version looked at, and doing it once. */
export const act = async (
  deps: ActDeps,
  { params, headers, body }: Asked,
  { agent }: AgentCaller,
  may: typeof mayWork,
  ask: Ask,
): Promise<{ version: number; id: string }> => {
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
  return { version: request.version, id };
};

export const by = ({ agent }: AgentCaller): string => `agent:${agent.login}`;

/** The machine looks again. */
export const changed = (reference: string): BusEvent => ({ type: 'request-changed', detail: { reference } });

/** What an agent writes freely may name people: it is a note, which can be erased, never a line of the journal. */
export const noteOf = (
  deps: ActDeps,
  { id, text }: { id: string; text: string },
  caller: AgentCaller,
): Required<Pick<Change, 'commands' | 'records'>> => {
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
