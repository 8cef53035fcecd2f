import { readFile } from 'node:fs/promises';
import { createPerson } from '../../functions/citizens/create-person.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { contactTable } from '../../functions/intake/contact-table.adapter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { type LetterQr, qrText } from '../../functions/letters/qr.ts';
import type { ReceiptGiven } from '../../functions/letters/receipt-pdf.adapter.ts';
import { shortDigits, spelled } from '../../functions/letters/short-code.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { openFor } from '../../functions/reception/open-for.ts';
import { recordContact } from '../../functions/reception/record-contact.ts';
import { recordTable } from '../../functions/reception/record-table.adapter.ts';
import type { FreeRequest, Said } from '../../functions/reception/recorded.ts';
import { opening } from '../../functions/requests/open.ts';
import { rulesOf } from '../../functions/requests/rules.ts';
import {
  hashTrackingCode,
  isTrackingCode,
  newSalt,
  sha256,
} from '../../functions/requests/secrets.adapter.ts';
import { trackingCode } from '../../functions/requests/tracking-code.ts';
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import type { TestDatabase } from './dynamo.ts';
import { peopleWorld } from './people-world.ts';
import { authority } from './request-world.ts';

const file = new URL('../../infra/collectivities/val-clair/procedures/signalement.json', import.meta.url);
export const street = Procedure().parse(JSON.parse(await readFile(file, 'utf8')));
export const sign = signer('pepper', 'letter-qr');
const said: Said = {
  channel: 'counter',
  direction: 'inbound',
  outcome: 'informed',
  ...{ number: null, seconds: null, personId: null, traits: null, topic: 'voirie', note: '' },
  ...{ articles: [], ticket: null, callId: null, about: null, request: null },
};
export const free: FreeRequest = {
  kind: 'free',
  ...{ subject: 'Lampadaire éteint', text: 'Devant le 3.', department: 'voirie' },
  urgency: 'normal',
};

/** A desk with its people, its form and its receipts; what it knows are the article `fiche-voirie` and the ticket A001. */
export const deskWorld = async (database: TestDatabase) => {
  const people = await peopleWorld(database);
  const contacts = contactTable(database.db, people.tables.contacts);
  const ended: string[] = [];
  let made = 0;
  const { requests } = people.deps;
  const create = createPerson({ ...people.deps, journal: null });
  const shared = {
    ...{ contact: contacts.readContact, dayIn, now: people.now },
    authority: async () => authority,
    procedure: async (id: string) => (id === street.id ? street : null),
  };
  const trackingCodeOf = (id: string, key: string) => trackingCode(Buffer.from(sha256(`${id}${key}`)));
  const record = recordContact({
    ...{ ...shared, trackingCodeOf, hash: sha256 },
    newId: () => `visit-${++made}`,
    open: openFor({
      ...{ trackingCodeOf, hashTrackingCode, dayIn, nextReference: requests.nextReference },
      offered: shared.procedure,
      claimUpload: () => Promise.reject(new Error('no file')),
      keepEvidence: async (key) => ({ bucket: 'evidence', key }),
    }),
    readKey: contacts.readKey,
    addContact: contacts.addContact,
    completeCall: recordTable(database.db, people.tables.contacts).complete,
    person: people.known.person,
    createPerson: async (traits, key, caller) => {
      const input = { body: { kind: 'person', traits }, headers: { 'idempotency-key': key } } as const;
      return (await create({ ...input, params: undefined, query: undefined }, caller)).person;
    },
    requestOf: async (reference) => (await requests.snapshot(reference)).request,
    hasArticle: async (id) => id === 'fiche-voirie',
    hasTicket: async (id) => id === 'A001',
    endTicket: async (id) => void ended.push(id),
  });
  const drawn: ReceiptGiven[] = [];
  const receipts = {
    ...shared,
    isCode: isTrackingCode,
    codeOf: async (thing: LetterQr) => ({
      qr: qrText(thing, sign),
      short: spelled(shortDigits(thing, sign)),
    }),
    draw: async (given: ReceiptGiven) => {
      drawn.push(given);
      return new Uint8Array();
    },
    ...{ append: requests.append, derivedId: people.deps.derivedId, newSalt, pause: async () => {} },
    publicUrl: 'https://val-clair.example',
  };
  const nothing = { params: undefined, query: undefined } as const;
  const call = (body: Partial<Said>, key = 'key-1') =>
    record({ ...nothing, headers: { 'idempotency-key': key }, body: { ...said, ...body } }, people.caller());
  /** What the opening of a request does with a contact that was recorded. */
  const open = async (contact: Contact) => {
    const reference = (contact.form ?? contact.recorded?.promised)?.reference ?? '';
    await requests.append(reference, { key: 'open' }, () =>
      opening(contact, {
        ...{ reference, openedBy: contact.recorded?.by ?? '', receivedOn: '2026-11-23', answers: [] },
        ...{ rules: rulesOf(null, authority), procedureTitle: null, salt: 's', hash: sha256 },
      }),
    );
    return requests.load(reference);
  };
  return { ...people, contacts, call, open, ended, drawn, receipts };
};
