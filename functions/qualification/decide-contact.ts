import type { AgentCaller } from '../agents/caller.ts';
import { maySort } from '../agents/rights.ts';
import type { ContactDecision, Proposal } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import type { RequestState } from '../requests/request.ts';
import type { InputOf } from '../shared/api.ts';
import type { Authority } from '../shared/authority.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { acceptContact, joinContact, quarantineContact, releaseContact } from './agent-api.ts';

export type DecideDeps = {
  header(id: string): Promise<ContactHeader>;
  update(
    header: ContactHeader,
    changes: Partial<ContactHeader>,
    now: string,
    events: BusEvent[],
  ): Promise<unknown>;
  next(header: ContactHeader): Promise<string | null>;
  isWaitedFor(id: string): Promise<boolean>;
  authority(): Promise<Authority>;
  hasProcedure(id: string): Promise<boolean>;
  /** State of a request by its reference as typed, with its official spelling; refuses `not-found`. */
  requestOf(typed: string): Promise<{ reference: string; state: RequestState }>;
  now(): string;
};
type Common = {
  params: { contactId: string };
  headers: { 'idempotency-key': string };
  body: { version: number };
};
type Done = { contactId: string; next: string | null };

const ended: readonly RequestState[] = ['closed', 'withdrawn', 'transferred'];
const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);

/** What qualification agents decide; each refuses `conflict` when the contact changed since it was shown. */
export const decisions = (deps: DecideDeps) => {
  /** The contact as it stands, or null when this very call was done before. */
  async function found(
    { params, headers, body }: Common,
    caller: AgentCaller,
    state: 'waiting' | 'quarantined',
  ) {
    if (!maySort(caller.agent)) throw new Refusal('forbidden');
    const header = await deps.header(params.contactId);
    if (header.decision?.key === headers['idempotency-key']) return { header, isRepeat: true };
    if (header.decision) throw new Refusal('already-decided');
    if (header.state !== state) throw new Refusal('not-allowed-in-state');
    if (header.version !== body.version) throw new Refusal('conflict');
    return { header, isRepeat: false };
  }
  const done = async (header: ContactHeader): Promise<Done> => ({
    contactId: header.id,
    next: await deps.next(header),
  });
  const made = (header: ContactHeader, input: Common, caller: AgentCaller) => ({
    by: `agent:${caller.agent.login}`,
    at: deps.now(),
    key: input.headers['idempotency-key'],
    proposed: header.proposal
      ? { department: header.proposal.department, confidence: header.proposal.confidence }
      : null,
  });

  async function decided(
    header: ContactHeader,
    decision: ContactDecision,
    proposal?: Proposal,
  ): Promise<Done> {
    const event = { type: 'contact-decided', detail: { contactId: header.id } } as const;
    const changes = { decision, state: 'qualifying', ...(proposal ? { proposal } : {}) } as const;
    await deps.update(header, changes, decision.at, [event]);
    return done(header);
  }

  return {
    async accept(input: InputOf<typeof acceptContact>, caller: AgentCaller): Promise<Done> {
      const { header, isRepeat } = await found(input, caller, 'waiting');
      if (isRepeat) return done(header);
      const { version: _version, ...chosen } = input.body;
      const { departments } = await deps.authority();
      if (!departments.some(({ code }) => code === chosen.department)) throw wrong('department');
      if (chosen.procedure && !(await deps.hasProcedure(chosen.procedure))) throw wrong('procedure');
      const before = header.proposal;
      const proposal: Proposal = {
        confidence: 1,
        others: [],
        reference: null,
        reasons: [],
        ...before,
        ...chosen,
        routed: true,
      };
      return decided(header, { ...made(header, input, caller), kind: 'open', ...chosen }, proposal);
    },

    async join(input: InputOf<typeof joinContact>, caller: AgentCaller): Promise<Done> {
      const { header, isRepeat } = await found(input, caller, 'waiting');
      if (isRepeat) return done(header);
      if (header.requestReference) throw new Refusal('not-allowed-in-state');
      const { reference, state } = await deps.requestOf(input.body.reference);
      if (ended.includes(state)) throw new Refusal('already-closed');
      return decided(header, { ...made(header, input, caller), kind: 'join', reference });
    },

    /** The machine goes on waiting: a contact set aside by mistake comes back as it was. */
    async quarantine(input: InputOf<typeof quarantineContact>, caller: AgentCaller): Promise<Done> {
      const { header } = await found(input, caller, 'waiting');
      if (header.requestReference) throw new Refusal('not-allowed-in-state');
      await deps.update(
        header,
        { state: 'quarantined', quarantineReason: input.body.reason },
        deps.now(),
        [],
      );
      return done(header);
    },

    /** Back to the list it came from; what was set aside on arrival was never qualified and is so now. */
    async release(input: InputOf<typeof releaseContact>, caller: AgentCaller): Promise<Done> {
      const { header } = await found(input, caller, 'quarantined');
      const isWaitedFor = await deps.isWaitedFor(header.id);
      const { id: contactId, channel } = header;
      const events: BusEvent[] = isWaitedFor
        ? []
        : [{ type: 'contact-received', detail: { contactId, channel } }];
      const state = isWaitedFor ? 'waiting' : 'received';
      await deps.update(header, { state, quarantineReason: undefined }, deps.now(), events);
      return done(header);
    },
  };
};
