import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { mayRead, maySee, maySort } from '../agents/rights.ts';
import { type Contact, type ContactDecision, destinationOf, type Proposal } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import { readEmail } from '../procedures/formats.ts';
import { isEnded, type Request } from '../requests/request.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { acceptContact, joinContact, quarantineContact, releaseContact } from './agent-api.ts';
import { secondArrives, secondContact } from './second-topic.ts';

export type DecideDeps = {
  header(id: string): Promise<ContactHeader>;
  update(
    header: ContactHeader,
    changes: Partial<ContactHeader>,
    now: string,
    events: BusEvent[],
  ): Promise<unknown>;
  next(header: ContactHeader, agent: Agent): Promise<string | null>;
  isWaitedFor(id: string): Promise<boolean>;
  authority(): Promise<Authority>;
  hasProcedure(id: string): Promise<boolean>;
  contact(id: string): Promise<Contact>;
  /** A contact that came within another, once. */
  add(contact: Contact, events: BusEvent[]): Promise<unknown>;
  /** A request by its reference as typed, in any spelling; refuses `not-found`. */
  requestOf(typed: string): Promise<Pick<Request, 'reference' | 'state' | 'department' | 'agent'>>;
  now(): string;
};
type Common = {
  params: { contactId: string };
  headers: { 'idempotency-key': string };
  body: { version: number };
};
type Done = { contactId: string; next: string | null };

const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);

const toldOf = ({ id }: ContactHeader): BusEvent => ({
  type: 'contact-set-aside',
  detail: { contactId: id },
});
const proposedIn = ({ proposal }: ContactHeader): ContactDecision['proposed'] =>
  proposal
    ? { department: proposal.department, confidence: proposal.confidence, model: proposal.model }
    : null;

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
    if (!maySee(caller.agent, destinationOf(header))) throw new Refusal('forbidden');
    if (header.decision?.key === headers['idempotency-key']) return { header, isRepeat: true };
    if (header.decision) throw new Refusal('already-decided');
    if (header.state !== state) throw new Refusal('not-allowed-in-state');
    if (header.version !== body.version) throw new Refusal('conflict');
    return { header, isRepeat: false };
  }
  const done = async (header: ContactHeader, { agent }: AgentCaller): Promise<Done> => ({
    contactId: header.id,
    next: await deps.next(header, agent),
  });
  const made = (header: ContactHeader, input: Common, caller: AgentCaller) => ({
    by: `agent:${caller.agent.login}`,
    at: deps.now(),
    key: input.headers['idempotency-key'],
    proposed: proposedIn(header),
  });

  async function decided(
    header: ContactHeader,
    decision: ContactDecision,
    caller: AgentCaller,
    proposal?: Proposal,
  ): Promise<Done> {
    const event = { type: 'contact-decided', detail: { contactId: header.id } } as const;
    const changes = { decision, state: 'qualifying', ...(proposal ? { proposal } : {}) } as const;
    await deps.update(header, changes, decision.at, [event]);
    return done(header, caller);
  }

  /** After the first was decided, with what was checked then: a call that is tried again adds what it could not. */
  async function withSecond(header: ContactHeader, caller: AgentCaller): Promise<Done> {
    const { decision } = header;
    if (decision?.kind === 'open' && decision.second) {
      const { second, ...first } = decision;
      const subject = header.proposal?.subject || header.subject || decision.subject;
      const contact = secondContact(await deps.contact(header.id), { ...second, decision: first, subject });
      await deps.add(contact, [secondArrives(contact)]);
    }
    return done(header, caller);
  }

  return {
    async accept(input: InputOf<typeof acceptContact>, caller: AgentCaller): Promise<Done> {
      const { header, isRepeat } = await found(input, caller, 'waiting');
      const { version: _version, second, ...chosen } = input.body;
      if (isRepeat) return withSecond(header, caller);
      if (chosen.sender.email && !readEmail(chosen.sender.email)) throw wrong('sender.email');
      const { departments } = await deps.authority();
      const isKnown = (asked: string) => departments.some(({ code }) => code === asked);
      if (!isKnown(chosen.department)) throw wrong('department');
      if (second && (!isKnown(second.department) || second.department === chosen.department))
        throw wrong('second');
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
      const decision = {
        ...made(header, input, caller),
        ...({ kind: 'open', ...chosen } as const),
        ...(second ? { second } : {}),
      };
      await decided(header, decision, caller, proposal);
      return withSecond({ ...header, decision }, caller);
    },

    async join(input: InputOf<typeof joinContact>, caller: AgentCaller): Promise<Done> {
      const { header, isRepeat } = await found(input, caller, 'waiting');
      if (isRepeat) return done(header, caller);
      if (header.requestReference) throw new Refusal('not-allowed-in-state');
      const request = await deps.requestOf(input.body.reference);
      if (!mayRead(caller.agent, request)) throw new Refusal('forbidden');
      const { quiet } = input.body;
      if (isEnded(request.state) && !quiet) throw new Refusal('already-closed');
      const { reference } = request;
      // The slip it came with asks, on the request's page, which document it brought.
      const slip = header.proposal?.suggested?.find((one) => one.reference === reference)?.slip;
      const decision = {
        ...made(header, input, caller),
        ...({ kind: 'join', reference } as const),
        ...(slip ? { slip } : {}),
      };
      return decided(header, quiet ? { ...decision, quiet } : decision, caller);
    },

    /** The machine goes on waiting: a contact set aside by mistake comes back as it was. */
    async quarantine(input: InputOf<typeof quarantineContact>, caller: AgentCaller): Promise<Done> {
      const { header } = await found(input, caller, 'waiting');
      if (header.requestReference) throw new Refusal('not-allowed-in-state');
      const setAside = { by: `agent:${caller.agent.login}`, at: deps.now() };
      const changes = { state: 'quarantined', quarantineReason: input.body.reason, setAside } as const;
      await deps.update(header, changes, setAside.at, [toldOf(header)]);
      return done(header, caller);
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
      const changes = { state, quarantineReason: undefined, setAside: undefined } as const;
      await deps.update(header, changes, deps.now(), [...events, toldOf(header)]);
      return done(header, caller);
    },
  };
};
