import type { Contact, Proposal } from '../intake/contact.ts';
import type { ContactHeader } from '../intake/contact-items.ts';
import type { Answers, Procedure } from '../procedures/procedure.ts';
import { departmentFor } from '../procedures/routing.ts';
import type { Authority } from '../settings/authority.ts';
import type { Found } from '../threading/find-thread.ts';
import { besideOf } from './beside-words.ts';
import { foundIn, masked, senderIn } from './extraction/extract.ts';
import { knownOf } from './extraction/known.ts';
import { type AskBase, senderAddress } from './extraction/sender-address.ts';
import { type Certainty, type Next, nextOf, propose } from './route.ts';
import type { KnownProcedure, Message, Options } from './routing/classify.ts';
import { thresholdOf } from './routing/thresholds.ts';

export type ClassifyDeps = {
  /** The request it belongs to for certain, or those it may belong to. */
  thread(contact: Contact, prefix: string): Promise<Found>;
  contact(id: string): Promise<Contact>;
  header(id: string): Promise<ContactHeader>;
  update(header: ContactHeader, changes: Partial<ContactHeader>, now: string): Promise<unknown>;
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  procedures(): Promise<KnownProcedure[]>;
  /** Departments of the earlier requests of whoever it is from for certain, the latest first. */
  history(contact: Contact): Promise<string[]>;
  classify(message: Message, options: Options): Promise<Proposal>;
  /** The reference of a request as the text writes it, in its official spelling. */
  referenceIn(text: string, prefix: string): string | null;
  /** The national address base at an address, when the authority names one. */
  addressBase?(url: string): AskBase;
  now(): string;
  dayIn(zone: string, instant: string): string;
};

/** Proposes where a contact goes, keeps the proposal with it, and says what the machine does next. */
export const classifyContact =
  (deps: ClassifyDeps) =>
  async ({ contactId }: { contactId: string }): Promise<{ next: Next }> => {
    const contact = await deps.contact(contactId);
    const next = nextOf(contact);
    if (next === 'end' || contact.proposal || contact.decision) return { next };
    const authority = await deps.authority();
    const found = await deps.thread(contact, authority.prefix);
    const at = deps.now();
    if (found.kind === 'join' || found.kind === 'file') {
      const on = deps.dayIn(authority.timeZone, contact.receivedAt);
      const decision = { ...joined(found, on), by: 'auto', at, key: contactId, proposed: null };
      const changes = { decision, state: 'qualifying', quarantineReason: undefined } as const;
      await deps.update(await deps.header(contactId), changes, at);
      return { next: 'join' };
    }
    const proposal = await proposalFor(contact, authority, found, deps);
    const isUnknown = Object.values(contact.sender).every((part) => part === null);
    // A letter says itself who writes; a mail or a form is from whom its channel says.
    const sender = isUnknown ? proposal.sender : contact.sender;
    const changes = { proposal, sender, ...placeOf(contact) };
    await deps.update(await deps.header(contactId), changes, at);
    return { next: nextOf({ ...contact, ...changes }) };
  };

const joined = ({ kind, ...found }: Extract<Found, { kind: 'join' | 'file' }>, on: string) => ({
  ...{ ...found, kind: 'join' as const },
  // What a slip ticks was received on the day it came in, whenever it was read (L114-5).
  ...(found.documents?.length ? { on } : {}),
  ...(kind === 'file' ? { quiet: true as const } : {}),
});

/** What a machine wrote and no request holds is set aside, seen and given back by a person, and answered by nobody. */
const placeOf = ({ mail }: Contact) =>
  mail?.automatic
    ? ({ state: 'quarantined', quarantineReason: 'automatic' } as const)
    : ({ state: 'qualifying' } as const);

async function proposalFor(
  contact: Contact,
  authority: Authority,
  found: Found,
  deps: ClassifyDeps,
): Promise<Proposal> {
  const { subject, text, channel, sender } = contact;
  const threshold = (department: string) => thresholdOf(authority, department);
  const { departments, communes, prefix } = authority;
  const options = { threshold, procedures: await deps.procedures(), departments, prefix };
  const written = senderIn(text, sender, channel).address;
  const base = authority.addressBase && deps.addressBase?.(authority.addressBase.url);
  const address = await senderAddress(written, communes, base);
  const beside = besideOf(contact, { address, communes, history: await deps.history(contact) });
  const classified = await deps.classify({ subject, text, channel, sender, beside }, options);
  const reference = deps.referenceIn(`${subject}\n${text}`, authority.prefix);
  const suggested = found.kind === 'suggest' ? { suggested: found.suggested } : {};
  const today = deps.dayIn(authority.timeZone, contact.receivedAt);
  const read = foundIn(text, knownOf(contact, authority, today));
  const proposal = {
    ...classified,
    subject: masked(classified.subject),
    reference,
    found: read,
    ...(address ? { address } : {}),
    ...suggested,
  };
  const certainty = (await certaintyOf(contact, authority, deps)) ?? followUp(found);
  return propose(contact, proposal, certainty);
}

/** What goes on from a request that is over is for the department that had it. */
const followUp = (found: Found): Certainty | null => {
  const { department, reference } = (found.kind === 'suggest' && found.after) || {};
  return department && reference ? { department, procedure: null, reason: reference } : null;
};

async function certaintyOf(
  contact: Contact,
  authority: Authority,
  deps: ClassifyDeps,
): Promise<Certainty | null> {
  const { form, scan } = contact;
  const known = (department: string | undefined) =>
    department && authority.departments.some(({ code }) => code === department) ? department : null;
  if (form) {
    const procedure = await deps.procedure(form.procedure, form.revision);
    const today = deps.dayIn(authority.timeZone, contact.receivedAt);
    const department = known(
      procedure ? departmentFor(procedure, form.answers as Answers, today) : undefined,
    );
    return department
      ? { department, procedure: form.procedure, reason: procedure?.title ?? form.procedure }
      : null;
  }
  const procedure = scan?.procedure
    ? (await deps.procedures()).find(({ id }) => id === scan.procedure)
    : undefined;
  const department = known(scan?.department) ?? known(procedure?.department);
  if (!department) return null;
  const id = procedure?.id ?? null;
  return { department, procedure: id, reason: `PARVIS:SEP:${id ? `procedure:${id}` : department}` };
}
