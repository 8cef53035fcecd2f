import type { AgentCaller } from '../agents/caller.ts';
import { mayRead } from '../agents/rights.ts';
import type { PersonCard } from '../citizens/agent-api.ts';
import { phoneOf } from '../citizens/normalise.ts';
import type { Person } from '../citizens/person.ts';
import { promisedOn } from '../deadlines/rules.ts';
import type { Contact } from '../intake/contact.ts';
import type { Added, IntakeKey } from '../intake/contact-table.adapter.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Request } from '../requests/request.ts';
import { rulesOf } from '../requests/rules.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { recordContact as operation } from './agent-api.ts';
import { type CheckDeps, checkCodes, checkSense, numberOf, wrong } from './check-record.ts';
import type { OpenFor } from './open-for.ts';
import { cardOfPerson, contactOf, joiningOf, promisedBy, type Said, senderOf, type Who } from './recorded.ts';

type Input = InputOf<typeof operation>;
type Reply = ReplyOf<typeof operation>;
export type RecordDeps = CheckDeps & {
  open: OpenFor;
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  trackingCodeOf(contactId: string, key: string): string;
  dayIn(zone: string, instant: string): string;
  readKey(id: string): Promise<{ contactId: string; hash: string } | undefined>;
  contact(id: string): Promise<Contact>;
  addContact(contact: Contact, key: IntakeKey, events: BusEvent[]): Promise<Added>;
  completeCall(contact: Contact, key: IntakeKey, events: BusEvent[], now: string): Promise<boolean>;
  person(id: string): Promise<Person | null>;
  /** Makes somebody of what was said, once a key. */
  createPerson(traits: NonNullable<Said['traits']>, key: string, caller: AgentCaller): Promise<PersonCard>;
  /** A request by its reference as typed; refuses `not-found`. */
  requestOf(typed: string): Promise<Request>;
  endTicket(id: string): Promise<void>;
  hash(text: string): string;
  newId(): string;
  now(): string;
};

const whoIsKnown = async (deps: RecordDeps, { personId }: Said): Promise<PersonCard | null> => {
  const card = personId ? cardOfPerson(await deps.person(personId)) : null;
  if (personId && !card) throw wrong('personId');
  return card;
};

const topicName = async (deps: RecordDeps, authority: Authority, topic: string | null): Promise<string> => {
  if (!topic) return '';
  const department = authority.departments.find(({ code }) => code === topic);
  const name = department?.name ?? (await deps.procedure(topic))?.title;
  if (!name) throw wrong('topic');
  return name;
};

const callOf = async (deps: RecordDeps, id: string | null): Promise<Contact | null> => {
  const call = id ? await deps.contact(id) : null;
  if (id && !call?.call) throw wrong('callId');
  if (call?.recorded) throw new Refusal('already-decided');
  return call;
};

/**
 * Records a visit or a call, once a key. What is asked for becomes a request whose reference is promised at once; a contact
 * about a request joins it quietly; anything else stays with the person. Refuses `invalid-input`, `not-found`, `forbidden`,
 * `already-decided` for a call that was written down, `idempotency-key-reused`, and what a form refuses.
 */
export const recordContact =
  (deps: RecordDeps) =>
  async (input: Input, caller: AgentCaller): Promise<Reply> => {
    const { body, headers } = input;
    const { login, givenName, familyName } = caller.agent;
    const typed = headers['idempotency-key'];
    const key = { id: `record#${deps.hash(`${login}#${typed}`)}`, hash: deps.hash(JSON.stringify(body)) };
    const done = await deps.readKey(key.id);
    if (done) return replyWith(deps, typed, key.hash, done);
    checkSense(body);
    const authority = await deps.authority();
    const [subject, number, before] = [
      await topicName(deps, authority, body.topic),
      numberOf(body),
      await callOf(deps, body.callId),
    ];
    const about = body.about ? await deps.requestOf(body.about) : null;
    if (about && !mayRead(caller.agent, about)) throw new Refusal('forbidden');
    await checkCodes(deps, body);
    let card = await whoIsKnown(deps, body);
    const { traits } = body;
    const calling = number ?? before?.sender.phone ?? null;
    const reached = senderOf(card, calling).phone ?? phoneOf(traits?.phone ?? null);
    if (body.outcome === 'call-back' && !reached) throw wrong('number', 'required');
    /** Somebody new is made once nothing more can be refused: a form that is leaves nobody behind. */
    const meet = async () => {
      if (traits) card = await deps.createPerson(traits, typed, caller);
      return senderOf(card, calling);
    };
    const who: Who = { login, name: `${givenName} ${familyName}`, at: deps.now(), key: typed };
    const id = before?.id ?? deps.newId();
    const parts = body.request
      ? await deps.open(body.request, { id, meet, who, said: body, authority })
      : {
          ...{ subject, text: body.note, evidence: before?.evidence ?? [], documents: [] },
          sender: await meet(),
          ...(about ? { decision: joiningOf(about.reference, who) } : {}),
        };
    const contact = contactOf(
      body,
      { id, personId: body.personId ?? card?.personId ?? null, before },
      parts,
      who,
    );
    const { channel } = contact;
    const events: BusEvent[] = [
      { type: 'contact-recorded', detail: { contactId: id, channel } },
      ...(body.request || about
        ? [{ type: 'contact-received' as const, detail: { contactId: id, channel } }]
        : []),
    ];
    const added = before
      ? await deps.completeCall(contact, key, events, who.at)
      : (await deps.addContact(contact, key, events)).added;
    const kept = added ? { contactId: id, hash: key.hash } : await deps.readKey(key.id);
    if (!kept) throw new Refusal('conflict');
    if (body.ticket) await deps.endTicket(body.ticket);
    return replyWith(deps, typed, key.hash, kept);
  };

/** Made anew from what was kept: the first time and each time it is repeated. */
const replyWith = async (
  deps: RecordDeps,
  typed: string,
  hash: string,
  kept: { contactId: string; hash: string },
): Promise<Reply> => {
  if (kept.hash !== hash) throw new Refusal('idempotency-key-reused');
  const contact = await deps.contact(kept.contactId);
  const { id: contactId, receivedAt, person } = contact;
  const promised = promisedBy(contact);
  const common = { contactId, receivedAt, personId: person?.personId ?? null };
  if (!promised) return { ...common, request: null };
  const { reference } = promised;
  const trackingCode = deps.trackingCodeOf(contactId, typed);
  return { ...common, request: { reference, trackingCode, promisedOn: await promise(deps, contact) } };
};

/** The day by which an answer is promised for what a contact asks. */
export const promise = async (
  deps: Pick<RecordDeps, 'authority' | 'procedure' | 'dayIn'>,
  { form, receivedAt }: Pick<Contact, 'form' | 'receivedAt'>,
): Promise<string> => {
  const authority = await deps.authority();
  const procedure = form ? await deps.procedure(form.procedure, form.revision) : null;
  return promisedOn(deps.dayIn(authority.timeZone, receivedAt), rulesOf(procedure, authority));
};
