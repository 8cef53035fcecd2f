import type { AgentCaller } from '../agents/caller.ts';
import { mayRead } from '../agents/rights.ts';
import type { Append } from '../requests/append.ts';
import type { Snapshot } from '../requests/items.ts';
import { parseReference } from '../requests/reference.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { cardOf } from './card.ts';
import { foldPersons } from './cluster.ts';
import type * as api from './correct-api.ts';
import type { Linked } from './items.ts';
import type { LinkTable } from './link-table.adapter.ts';
import { mayCorrect } from './may.ts';
import type { PersonTable } from './person-table.adapter.ts';
import { namesOf, type ReadDeps } from './read-person.ts';

export type RequestPersonDeps = Pick<ReadDeps, 'agent' | 'now' | 'journal'> & {
  people: Pick<PersonTable, 'read' | 'gather' | 'transact'>;
  links: Pick<LinkTable, 'linked' | 'linkedOf' | 'giving'>;
  requests: { snapshot(reference: string): Promise<Snapshot>; append: Append };
  prefix(): Promise<string>;
};
/** A transaction takes a hundred lines, and a contact needs three. */
const mostContacts = 30;

const readable = async (deps: RequestPersonDeps, written: string, { agent }: AgentCaller) => {
  const reference = parseReference(written, await deps.prefix())?.reference;
  if (!reference) throw new Refusal('not-found');
  const { request } = await deps.requests.snapshot(reference);
  if (!mayRead(agent, request)) throw new Refusal('forbidden');
  return request;
};

export const readRequestPerson =
  (deps: RequestPersonDeps) =>
  async (
    { params }: InputOf<typeof api.readRequestPerson>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.readRequestPerson>> => {
    const { reference } = await readable(deps, params.reference, caller);
    const linked = await deps.links.linked('request', reference);
    const ids = [linked?.personId, ...(linked?.alike ?? []).map(({ personId }) => personId)];
    const found = await deps.people.gather(ids.filter((id): id is string => Boolean(id)));
    const cardIn = (id: string | null | undefined) => {
      const candidate = found.find(({ members }) => members.some((each) => each.id === id));
      return candidate ? cardOf(foldPersons(candidate.members)) : null;
    };
    const person = cardIn(linked?.personId);
    const [owner, others] = [
      found.filter(({ members }) => members.some(({ id }) => id === linked?.personId)),
      person ? [] : found,
    ].map((candidates) => candidates.flatMap(({ members }) => members.map(({ id }) => id)));
    const reading = { at: deps.now(), by: `agent:${caller.agent.login}` };
    await Promise.all([
      deps.journal.note(owner ?? [], { ...reading, reason: 'instruction', reference }),
      deps.journal.note(others ?? [], { ...reading, reason: 'duplicate', reference: null }),
    ]);
    const link = person && linked ? linked.link : null;
    const mayRelink = mayCorrect(caller.agent);
    return {
      person,
      link,
      alike: person
        ? []
        : (linked?.alike ?? []).flatMap(({ personId, confidence, reasons }) => {
            const card = cardIn(personId);
            return card ? [{ person: card, confidence, reasons }] : [];
          }),
      names: await namesOf(deps, [link?.by ?? null]),
      may: { relink: mayRelink, see: mayRelink || caller.agent.roles.includes('quality') },
    };
  };

/** What is taken from somebody is kept from going back to them by itself, on whichever of their sheets it lay. */
const moved = (
  before: Linked,
  personId: string | null,
  from: readonly string[],
  said: NonNullable<Linked['moved']>,
): Linked => ({
  link: { ...before.link, by: said.by, confidence: personId ? 1 : 0, reasons: [] },
  personId,
  alike: before.alike.filter((each) => !from.includes(each.personId)),
  excluded: [...new Set([...before.excluded.filter((id) => id !== personId), ...from])].slice(-50),
  moved: said,
});

/**
 * The wrong person, said by an agent: the request and its contacts that lay with them go together, both pages are right at
 * once, and the journal of the request keeps both lines. The same call again changes nothing.
 */
export const setRequestPerson =
  (deps: RequestPersonDeps) =>
  async (
    { params, body, headers }: InputOf<typeof api.setRequestPerson>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.setRequestPerson>> => {
    const request = await readable(deps, params.reference, caller);
    const { personId } = body;
    const target = personId ? await deps.people.read(personId) : null;
    const by = `agent:${caller.agent.login}`;
    const said = { by, at: deps.now(), reason: body.reason };
    const before = await deps.links.linked('request', request.reference);
    const owner = before?.personId ? await deps.people.read(before.personId) : null;
    const from = (owner?.members ?? []).map(({ id }) => id).filter((id) => id !== personId);
    if (!before || before.personId !== personId) {
      const contacts = await deps.links.linkedOf('contact', request.contactIds.slice(0, mostContacts));
      const theirs = contacts.filter((each) => !each.personId || each.personId === before?.personId);
      const first: Linked = before ?? {
        link: {
          kind: 'request',
          id: request.reference,
          at: request.openedAt,
          by,
          confidence: 1,
          reasons: [],
        },
        personId: null,
        alike: [],
        excluded: [],
      };
      const excluded = target ? from.filter((id) => !target.members.some((each) => each.id === id)) : from;
      await deps.people.transact([
        ...deps.links.giving(before, moved(first, personId, excluded, said)),
        ...theirs.flatMap((each) => deps.links.giving(each, moved(each, personId, excluded, said))),
      ]);
    }
    const key = `person-${caller.agent.login}-${headers['idempotency-key']}`;
    await deps.requests.append(request.reference, { key }, (current) => {
      const was = current?.request.person ?? null;
      if (was === personId) return { commands: [] };
      return {
        commands: [
          ...(was ? [{ command: 'person-unlinked', personId: was, by } as const] : []),
          ...(personId ? [{ command: 'person-linked', personId, by, confidence: 1 } as const] : []),
        ],
        announce: personId
          ? [{ type: 'person-linked', detail: { reference: request.reference, personId } }]
          : [],
      };
    });
    return { personId };
  };
