import { crc32 } from 'node:zlib';
import type { Account } from '../../functions/accounts/account.ts';
import type { Caller, Citizen } from '../../functions/agents/caller.ts';
import type { Linked } from '../../functions/citizens/items.ts';
import type { Person } from '../../functions/citizens/person.ts';
import * as adopt from '../../functions/follow/adopt.ts';
import { contest } from '../../functions/follow/contest.ts';
import { followTable } from '../../functions/follow/follow-table.adapter.ts';
import { addOwn, listOwn, removeOwn } from '../../functions/follow/own-requests.ts';
import { rate, reopenByCitizen } from '../../functions/follow/rate.ts';
import { ratingTable } from '../../functions/follow/rating-table.adapter.ts';
import { takeFile } from '../../functions/follow/take-file.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { receiptPdf } from '../../functions/letters/receipt-pdf.adapter.ts';
import { track } from '../../functions/requests/follow.ts';
import {
  derivedId,
  hashTrackingCode,
  isTrackingCode,
  newSalt,
  newTrackingCode,
  sha256,
} from '../../functions/requests/secrets.adapter.ts';
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import { Refusal } from '../../functions/shared/refusal.ts';
import type { TestDatabase } from './dynamo.ts';
import { aContact, authority, doings, requestWorld } from './request-world.ts';

export const asCitizen = (change: Partial<Citizen> = {}): Extract<Caller, { kind: 'citizen' }> => ({
  ...{ kind: 'citizen', requestId: 'r', address: '192.0.2.1', cookies: [] },
  citizen: {
    ...{ account: 'a-jeanne', person: 'p-jeanne', givenName: 'Jeanne', familyName: 'Martin' },
    ...{ email: 'jeanne@example.org', by: 'code' },
    ...change,
  },
});
export const anAccount = (change: Partial<Account> = {}): Account => ({
  ...{ id: 'a-jeanne', person: 'p-jeanne', version: 1, createdAt: '2026-04-01T08:00:00.000Z' },
  ...{ givenName: 'Jeanne', familyName: 'Martin', usedName: null, gender: null, birth: null },
  ...{ email: 'jeanne@example.org', phone: null, address: null, franceConnect: null, language: 'fr' },
  ...change,
});

/** Requests over a real database, with those who follow them: accounts and links are what the test says. */
export const followWorld = async (database: TestDatabase) => {
  const world = await requestWorld(database);
  const clock = { at: '2026-04-03T08:00:00.000Z' };
  const does = doings(world, clock.at);
  const code = newTrackingCode();
  const accounts = new Map([['a-jeanne', anAccount()]]);
  const links = new Map<string, Linked>();
  const sheets = new Map<string, string[]>();
  const uploads = new Map<string, Uint8Array>();
  const archives: { name: string; bytes: Uint8Array }[] = [];
  const table = followTable(database.db, world.name);
  const { load, append, nextReference } = world.requests;
  const shared = {
    ...{ load, append, newSalt, derivedId, dayIn, nextReference },
    authority: async () => authority,
    procedure: async () => null,
    isCode: isTrackingCode,
    hash: sha256,
    now: () => clock.at,
    claim: async (upload: { uploadId: string; name: string }, place: { messageId: string }) => ({
      ...{ id: upload.uploadId, name: upload.name, contentType: 'application/pdf', size: 10 },
      object: { bucket: 'evidence' as const, key: `requests/${place.messageId}/${upload.uploadId}` },
    }),
    url: async () => '',
    drawReceipt: receiptPdf,
    codeOf: async () => ({ qr: 'PARVIS', short: '4827-1930-5562-K' }),
  };
  const own = { ...shared, table, account: async (id: string) => accounts.get(id) ?? null };
  const adopting: adopt.AdoptDeps = {
    table,
    requests: { load, append },
    account: own.account,
    accountOf: async (person) => [...accounts.values()].find((one) => one.person === person) ?? null,
    sender: world.messages.sender,
    accountAt: async (email) => [...accounts.values()].find((one) => one.email === email) ?? null,
    people: {
      holdersOf: async (place) => sheets.get(place) ?? [],
      async read(id) {
        const members = sheets.get(id) ?? [id];
        return {
          members: members.map((each) => ({ id: each }) as Person),
          cluster: { edges: [], version: 0 },
        };
      },
    },
    links: {
      linked: async (_kind, id) => links.get(id) ?? null,
      async page(of, _kind, limit, before) {
        const all = [...links.values()]
          .filter(({ personId }) => personId && of.includes(personId))
          .map(({ link, personId }) => ({ ...link, personId: personId ?? '' }))
          .sort((a, b) => (a.id < b.id ? 1 : -1))
          .filter(({ id }) => before === undefined || id < before);
        const page = all.slice(0, limit);
        return { links: page, next: all.length > limit ? (page.at(-1)?.id ?? null) : null };
      },
    },
  };
  const kept = new Map<string, { contactId: string; hash: string }>();
  return {
    ...{ world, does, clock, code, accounts, links, sheets, uploads, archives, table },
    /** Opens a request whose code is `code`; a test says only what matters to it. */
    async open(id = 'c-1', change: Partial<Contact> = {}): Promise<string> {
      const number = Number(id.replace(/\D/g, '')) || 1;
      const reference = await world.requests.nextReference('VC', 2026);
      const form = {
        ...{ procedure: 'x', revision: 1, answers: {}, reference },
        trackingHash: hashTrackingCode(code),
      };
      const receivedAt = `2026-04-${String((number % 27) + 1).padStart(2, '0')}T08:00:00.000Z`;
      world.contacts.set(id, aContact(id, { channel: 'form', form, receivedAt, ...change }));
      const opened = await world.open({ contactId: id });
      await does.instruct.assign(opened);
      return opened.reference;
    },
    /** An agent answers, and the mail leaves. */
    async answer(reference: string, outcome: 'granted' | 'answered' = 'answered'): Promise<string> {
      const { request } = await world.requests.snapshot(reference);
      const messageId = `answer-${reference}-${request.version}`;
      await append(reference, { key: messageId }, () => ({
        commands: [
          { command: 'answer-decided', messageId, outcome, contentHash: '', by: 'agent:paul.girard' },
          { command: 'message-sent', messageId, channel: 'email', providerId: null },
        ],
      }));
      return messageId;
    },
    link: (reference: string, personId: string, over: Partial<Linked['link']> = {}) =>
      links.set(reference, {
        ...{ personId, alike: [], excluded: [] },
        link: {
          ...{ kind: 'request', id: reference, at: clock.at, by: 'auto', confidence: 0.97, reasons: [] },
          ...over,
        },
      }),
    track: track({
      ...shared,
      isAnswerCode: async (typed, reference, messageId) => typed === `OUT-${reference}-${messageId}`,
    }),
    list: listOwn(own),
    add: addOwn(own),
    remove: removeOwn(own),
    rate: rate(shared),
    reopen: reopenByCitizen(shared),
    adopt: {
      lodged: adopt.lodged(adopting),
      opened: adopt.opened(adopting),
      linked: adopt.linked(adopting),
      seek: adopt.seek(adopting),
      joined: adopt.joined(adopting),
    },
    contest: contest({
      ...shared,
      readKey: async (id) => kept.get(id),
      contact: async (id) => world.contacts.get(id) ?? aContact(id),
      keepEvidence: async (key) => ({ bucket: 'evidence', key }),
      async addContact(contact, key) {
        world.contacts.set(contact.id, contact);
        kept.set(key.id, { contactId: contact.id, hash: key.hash });
      },
      trackingCodeOf: () => code,
      hashTrackingCode,
    }),
    takeFile: takeFile({
      ...shared,
      timeIn: (zone, instant) => `${dayIn(zone, instant)} 10:00`,
      crc: (bytes, before) => crc32(bytes, before),
      open: async ({ key }) => {
        const bytes = uploads.get(key);
        return bytes ? [bytes] : null;
      },
      place(name) {
        const pieces: Uint8Array[] = [];
        return {
          write: async (bytes) => void pieces.push(bytes),
          async end() {
            const bytes = Buffer.concat(pieces);
            archives.push({ name, bytes });
            return { url: `https://files.example/${name}`, size: bytes.length };
          },
        };
      },
    }),
    ratings: ratingTable(database.db, world.name).ratings,
  };
};
export type FollowWorld = Awaited<ReturnType<typeof followWorld>>;

/** The code of the refusal, or null when nothing was refused. */
export const refusalOf = (act: Promise<unknown>): Promise<string | null> =>
  act.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
