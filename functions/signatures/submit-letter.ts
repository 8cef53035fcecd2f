import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayWork } from '../agents/rights.ts';
import type { Whole } from '../requests/items.ts';
import { canonical, type Hash } from '../requests/journal.ts';
import { parseReference } from '../requests/reference.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { nameOf } from './act-on-letter.ts';
import type { submitLetter } from './agent-api.ts';
import { waitingSteps } from './circuit.ts';
import { type DraftDeps, draftLetter } from './draft-letter.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterTable, Write } from './letter-table.adapter.ts';
import { itemsOf } from './tasks.ts';

export type SubmitDeps = DraftDeps & {
  append: RequestTable['append'];
  load(reference: string): Promise<Whole>;
  letters: Pick<LetterTable, 'find' | 'writes'>;
  authority(): Promise<Authority>;
  derivedId(...parts: string[]): string;
  hash: Hash;
};
type Operation = typeof submitLetter;
type Input = InputOf<Operation>;

/** Puts the answer into the signature book, as the exact PDF that will be approved, sealed and sent. */
export const submit =
  (deps: SubmitDeps) =>
  async ({ params, headers, body }: Input, { agent }: AgentCaller): Promise<ReplyOf<Operation>> => {
    const authority = await deps.authority();
    const reference = parseReference(params.reference, authority.prefix)?.reference;
    if (!reference) throw new Refusal('not-found');
    const key = `agent-${agent.login}-${headers['idempotency-key']}`;
    const id = deps.derivedId(reference, key);
    const done = await deps.letters.find(reference, id);
    if (done && !isSame(done, body)) throw new Refusal('idempotency-key-reused');
    if (done) return { version: (await deps.load(reference)).request.version, ...shown(done, []) };
    const whole = await deps.load(reference);
    if (!mayWork(agent, whole.request)) throw new Refusal('forbidden');
    if (body.version !== whole.request.version) throw new Refusal('conflict');
    const { lead, letter } = whole.request;
    if (lead !== null || letter?.state === 'circulating') throw new Refusal('not-allowed-in-state');
    const made = await draftLetter(deps, { id, whole, authority, agent, body });
    const only: Write[] = [];
    const { request } = await deps.append(
      reference,
      { key, fingerprint: deps.hash(canonical(body)), only },
      (current) => {
        if (!current) throw new Refusal('not-found');
        if (body.version !== current.request.version) throw new Refusal('conflict');
        const items = itemsOf(null, made.letter, current, made.letter.submittedAt);
        only.splice(0, only.length, ...deps.letters.writes(reference, items, null));
        const { template, outcome, pdf, circuit, state } = made.letter;
        const by = `agent:${agent.login}`;
        const { sha256 } = pdf;
        return {
          commands: [
            {
              command: 'letter-submitted',
              letterId: id,
              template,
              outcome,
              sha256,
              steps: circuit.length,
              by,
            },
          ],
          announce: [
            { type: 'request-changed', detail: { reference } },
            ...(state === 'ready'
              ? [{ type: 'letter-ready' as const, detail: { reference, letterId: id } }]
              : []),
          ],
        };
      },
    );
    return { version: request.version, ...shown(made.letter, made.staff.agents), advice: made.advice };
  };

/** Asked again by the same key: the same letter. */
const isSame = ({ text, outcome }: LetterRecord, body: Input['body']): boolean =>
  text === body.text && outcome === body.outcome;

const shown = ({ id, state, circuit }: LetterRecord, agents: readonly Agent[]) => {
  const named = (login: string) => {
    const agent = agents.find((one) => one.login === login);
    return { login, name: agent ? nameOf(agent) : login };
  };
  const waiting = waitingSteps(circuit).map(({ number, kind, title, holders }) => ({
    ...{ step: number, kind, title },
    holders: holders.map(named),
  }));
  const isWaiting = state === 'circulating';
  return {
    letterId: id,
    state: isWaiting ? ('circulating' as const) : ('ready' as const),
    waiting,
    advice: [],
  };
};
