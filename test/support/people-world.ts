import type { Agent } from '../../functions/agents/agent.ts';
import type { AgentCaller } from '../../functions/agents/caller.ts';
import { activity } from '../../functions/citizens/activity.adapter.ts';
import { clusterTable } from '../../functions/citizens/cluster-table.adapter.ts';
import { correctPerson, declareKin } from '../../functions/citizens/correct-person.ts';
import { createPerson, findAlike } from '../../functions/citizens/create-person.ts';
import { duplicateTable } from '../../functions/citizens/duplicate-table.adapter.ts';
import { known } from '../../functions/citizens/known.adapter.ts';
import { linkContact, linkRequest } from '../../functions/citizens/link.ts';
import { linkTable } from '../../functions/citizens/link-table.adapter.ts';
import {
  listDuplicates,
  mergePersons,
  sayDifferent,
  undoMerge,
} from '../../functions/citizens/merge-people.ts';
import { type PersonKind, type Traits, unknownTraits } from '../../functions/citizens/person.ts';
import { personTable } from '../../functions/citizens/person-table.adapter.ts';
import { readJournal } from '../../functions/citizens/read-journal.adapter.ts';
import { listContacts, listReadings, listRequests } from '../../functions/citizens/read-lists.ts';
import { readPerson } from '../../functions/citizens/read-person.ts';
import { readRequestPerson, setRequestPerson } from '../../functions/citizens/request-person.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { contactTable } from '../../functions/intake/contact-table.adapter.ts';
import { messageTable } from '../../functions/requests/message-table.adapter.ts';
import { openRequest } from '../../functions/requests/open-request.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import { derivedId, newSalt, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import type { TestDatabase } from './dynamo.ts';
import { aContact, authority } from './request-world.ts';

const reader: Agent = {
  login: 'nadia.benali',
  email: 'nadia.benali@val-clair.example',
  givenName: 'Nadia',
  familyName: 'Benali',
  title: 'Accueil',
  roles: ['reception'],
  departments: ['etat-civil', 'voirie'],
};

/** People, requests and contacts in a database of their own; ids and instants are counted, so that runs repeat. */
export const peopleWorld = async ({ db, table }: TestDatabase) => {
  const [citizens, search, contacts, requests] = await Promise.all([table(), table(), table(), table()]);
  let made = 0;
  let clock = Date.parse('2026-11-23T09:00:00.000Z');
  const now = () => new Date(clock).toISOString();
  const count = () => {
    made += 1;
    return String(made).padStart(16, '0');
  };
  const newId = () => `person-${count()}`;
  const people = personTable(db, { citizens, search });
  const requestsOf = requestTable(db, requests);
  const kept = contactTable(db, contacts);
  const deps = {
    ...{ people, now, newId, derivedId },
    epochSeconds: () => Math.floor(clock / 1000),
    said: clusterTable(db, citizens, people),
    duplicates: duplicateTable(db, citizens, people),
    links: linkTable(db, citizens, people),
    journal: readJournal(db, citizens),
    activity: activity(db, { contacts, requests }),
    requests: requestsOf,
    agent: async (login: string) => ({ ...reader, login }),
    prefix: async () => authority.prefix,
    sender: messageTable(db, requests).sender,
    contact: kept.readContact,
  };
  const caller = (change: Partial<Agent> = {}): AgentCaller => ({
    ...{ kind: 'agent', requestId: 'r', address: '127.0.0.1', cookies: [] },
    agent: { ...reader, ...change },
  });
  const key = () => ({ 'idempotency-key': `key-${count()}` });
  const query = { limit: 50 };
  const open = openRequest({
    ...{ requests: requestsOf, contact: kept.readContact, dayIn, newSalt, hash: sha256 },
    authority: async () => authority,
    procedure: async () => null,
  });
  const add = async (change: Partial<Contact>) => {
    const contact = aContact(change.id ?? `contact-${count()}`, {
      receivedAt: now(),
      ...{ proposal: undefined, state: 'received' as const },
      ...change,
    });
    await kept.addContact(contact, { id: contact.id, hash: contact.id }, []);
    return contact;
  };
  const sender = (traits: Partial<Contact['sender']>) => ({
    ...{ name: null, email: null, phone: null, address: null },
    ...traits,
  });

  return {
    ...{ deps, caller, key, add, now, tables: { citizens, search, contacts, requests } },
    known: known(db, citizens),
    advance: (minutes: number) => {
      clock += minutes * 60_000;
    },
    link: { request: linkRequest(deps), contact: linkContact(deps) },
    /** Somebody is in touch, on no request. */
    async contactFrom(traits: Partial<Contact['sender']>, change: Partial<Contact> = {}) {
      const contact = await add({ sender: sender(traits), ...change });
      await linkContact(deps)({ contactId: contact.id });
      return contact.id;
    },
    /** Somebody asks for something. */
    async requestFrom(traits: Partial<Contact['sender']>, change: Partial<Contact> = {}) {
      const contact = await add({ sender: sender(traits), ...change });
      const { reference } = await open({ contactId: contact.id });
      await linkRequest(deps)({ reference });
      return reference;
    },
    create: async (traits: Partial<Traits>, kind: PersonKind = 'person') =>
      createPerson(deps)(
        {
          body: { kind, traits: { ...unknownTraits, ...traits } },
          headers: key(),
          params: undefined,
          query: undefined,
        },
        caller(),
      ),
    alike: (traits: Partial<Traits>) =>
      findAlike(deps)(
        {
          body: { traits: { ...unknownTraits, ...traits } },
          ...{ headers: undefined, params: undefined, query: undefined },
        },
        caller(),
      ),
    merge: async (personId: string, other: string, despite = false) =>
      mergePersons(deps)(
        {
          params: { personId },
          body: { with: other, reason: 'test', despite },
          ...{ headers: key(), query: undefined },
        },
        caller(),
      ),
    undo: async (personId: string, mergeId: string, different = false) =>
      undoMerge(deps)(
        {
          params: { personId, mergeId },
          body: { reason: 'test', different },
          ...{ headers: key(), query: undefined },
        },
        caller(),
      ),
    differ: async (personId: string, from: string) =>
      sayDifferent(deps)(
        { params: { personId }, body: { from, reason: 'voisins' }, headers: key(), query: undefined },
        caller(),
      ),
    proposed: () =>
      listDuplicates(deps)({
        query: { limit: 50, after: undefined },
        ...{ headers: undefined, params: undefined, body: undefined },
      }),
    give: async (reference: string, personId: string | null, who = caller()) =>
      setRequestPerson(deps)(
        { params: { reference }, body: { personId, reason: 'erreur' }, headers: key(), query: undefined },
        who,
      ),
    whose: (reference: string) =>
      readRequestPerson(deps)(
        { params: { reference }, body: undefined, headers: undefined, query: undefined },
        caller(),
      ),
    correct: (personId: string, body: object) =>
      correctPerson(deps)(
        {
          params: { personId },
          body: { source: 'declared', add: [], remove: [], ...body },
          ...{ headers: key(), query: undefined },
        },
        caller(),
      ),
    kin: (personId: string, other: string, relation: 'child' | null) =>
      declareKin(deps)(
        { params: { personId, other }, body: { relation }, headers: undefined, query: undefined },
        caller(),
      ),
    /** Everything a page shows, without what names the instant of reading. */
    async page(personId: string, who = caller()) {
      const asked = { params: { personId }, body: undefined, headers: undefined };
      const { now: _now, ...shown } = await readPerson(deps)({ ...asked, query: {} }, who);
      const { requests } = await listRequests(deps)({ ...asked, query }, who);
      const { contacts } = await listContacts(deps)({ ...asked, query }, who);
      return { ...shown, requests, contacts };
    },
    readings: async (personId: string) =>
      (
        await listReadings(deps)(
          { params: { personId }, body: undefined, headers: undefined, query },
          caller(),
        )
      ).readings,
    listContacts: listContacts(deps),
    readPerson: readPerson(deps),
  };
};
export type PeopleWorld = Awaited<ReturnType<typeof peopleWorld>>;
