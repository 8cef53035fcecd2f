import type { Contact, Sender } from '../intake/contact.ts';
import type { Append } from '../requests/append.ts';
import type { Snapshot } from '../requests/items.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Clues, cluesOf } from './clues.ts';
import type { DuplicateTable } from './duplicate-table.adapter.ts';
import { alikeOf, type FindDeps, type Found, findOrCreate } from './find-or-create.ts';
import type { Link, Linked, LinkKind } from './items.ts';
import type { LinkTable } from './link-table.adapter.ts';
import type { PersonTable } from './person-table.adapter.ts';
import { matchSheets } from './resolve.ts';
import { beliefIn, isProven, traitsOf } from './traits.ts';

export type LinkDeps = FindDeps & {
  people: FindDeps['people'] & Pick<PersonTable, 'read'>;
  links: Pick<LinkTable, 'linked' | 'giving'>;
  duplicates: Pick<DuplicateTable, 'propose'>;
  requests: { snapshot(reference: string): Promise<Snapshot>; append: Append };
  sender(reference: string): Promise<Sender>;
  contact(id: string): Promise<Contact>;
  now(): string;
};
type What = Pick<Link, 'kind' | 'id' | 'at'>;
const attempts = 6;

/** A contact that joined a request is from that request's person, unless it says somebody else. */
const fromPersonOf = async (
  deps: LinkDeps,
  reference: string | null,
  contact: Contact,
): Promise<Found | null> => {
  const personId = reference && (await deps.requests.snapshot(reference)).request.person;
  if (!personId) return null;
  const { members } = await deps.people.read(personId);
  const compared = matchSheets(cluesOf(traitsOf(contact)), members, new Set());
  const isSomebodyElse = compared.reasons.some(
    (reason) => reason === 'other-name' || reason === 'other-birth',
  );
  const person = members.find(({ id }) => id === personId);
  if (isSomebodyElse || !person) return null;
  const confidence = Math.max(0.9, compared.confidence);
  return { person, match: { personId, ...compared, confidence }, writes: [], alike: [] };
};

const whose = async (deps: LinkDeps, contact: Contact, of: Context): Promise<Found> => {
  if (contact.person) {
    const { members } = await deps.people.read(contact.person.personId);
    const person = members.find(({ id }) => id === contact.person?.personId) ?? null;
    return { person, match: contact.person, writes: [], alike: [] };
  }
  const joined = await fromPersonOf(deps, of.joined, contact);
  if (joined && !of.excluded.includes(joined.person?.id ?? '')) return joined;
  return findOrCreate(deps, cluesOf(traitsOf(contact, of.sender), isProven(contact)), {
    ...beliefIn(contact),
    excluded: of.excluded,
    isRetry: of.attempt > 1,
  });
};
type Context = { joined: string | null; sender?: Sender; excluded: readonly string[]; attempt: number };

/** Gives things to whoever the contact is from, together and once: what is somebody's already says whose the rest is. */
const give = async (
  deps: LinkDeps,
  contact: Contact,
  what: What[],
  of: Omit<Context, 'excluded' | 'attempt'>,
) => {
  for (let attempt = 1; ; attempt += 1) {
    const before = await Promise.all(what.map(({ kind, id }) => deps.links.linked(kind, id)));
    const owner = before.find((each) => each?.personId)?.personId;
    if (owner && before.every((each) => each?.personId)) return finish(deps, before[0] as Linked);
    const excluded = before.flatMap((each) => each?.excluded ?? []);
    const found = owner ? await known(deps, owner) : await whose(deps, contact, { ...of, excluded, attempt });
    const by = contact.person?.by ?? contact.recorded?.by ?? 'auto';
    const { confidence = 0, reasons = [] } = found.match ?? {};
    const after = what.map((one, at): Linked => {
      const link = { ...one, by: contact.person ? by : 'auto', confidence, reasons };
      const mine = before[at];
      return mine?.personId
        ? mine
        : { link, personId: found.person?.id ?? null, alike: found.alike, excluded: mine?.excluded ?? [] };
    });
    const given = after.flatMap((each, at) =>
      before[at]?.personId || !(each.personId || each.alike.length > 0)
        ? []
        : deps.links.giving(before[at] ?? null, each),
    );
    try {
      if (given.length > 0) await deps.people.transact([...found.writes, ...given]);
      return finish(deps, after[0] as Linked, found.made);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'conflict' || attempt === attempts) throw error;
    }
  }
};

const known = async (deps: LinkDeps, personId: string): Promise<Found> => {
  const { members } = await deps.people.read(personId);
  const person = members.find(({ id }) => id === personId) ?? null;
  return { person, match: { personId, confidence: 1, reasons: [] }, writes: [], alike: [] };
};

/** What was left over by a fall between two writes is done again: the proposals, then the line of the journal by the caller. */
const finish = async (deps: LinkDeps, linked: Linked, made?: Clues): Promise<Linked> => {
  const { personId } = linked;
  if (!personId) return linked;
  const alike = made ? await alikeOf(deps, personId, made) : linked.alike;
  for (const each of alike) await deps.duplicates.propose(personId, each, deps.now());
  return linked;
};

const journal = async (deps: LinkDeps, reference: string, { personId, link }: Linked): Promise<void> => {
  if (!personId) return;
  const { by, confidence } = link;
  await deps.requests.append(reference, { key: `person-${personId}-first` }, (current) =>
    current?.request.person
      ? { commands: [] }
      : {
          commands: [{ command: 'person-linked', personId, by, confidence }],
          announce: [{ type: 'person-linked', detail: { reference, personId } }],
        },
  );
};
const of = (kind: LinkKind, id: string, contact: Contact): What => ({ kind, id, at: contact.receivedAt });

/** The request and the contact that opened it go to whom they are from; asked again, nothing changes. */
export const linkRequest =
  (deps: LinkDeps) =>
  async ({ reference }: { reference: string }): Promise<void> => {
    const { request } = await deps.requests.snapshot(reference);
    const contactId = request.contactIds[0];
    if (!contactId) return;
    const contact = await deps.contact(contactId);
    const sender = await deps.sender(reference);
    const what = [of('request', reference, contact), of('contact', contactId, contact)];
    await journal(deps, reference, await give(deps, contact, what, { joined: null, sender }));
  };

/** A contact that joined a request, or that an agent recorded, goes to whom it is from, with the request it opened. */
export const linkContact =
  (deps: LinkDeps) =>
  async ({ contactId, reference }: { contactId: string; reference?: string }): Promise<void> => {
    const contact = await deps.contact(contactId);
    if (contact.state === 'quarantined' || contact.mail?.automatic) return;
    const opened = contact.state === 'opened' ? contact.requestReference : undefined;
    if (opened) return linkRequest(deps)({ reference: opened });
    await give(deps, contact, [of('contact', contactId, contact)], {
      joined: reference ?? contact.requestReference ?? null,
    });
  };
