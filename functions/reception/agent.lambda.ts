import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import type { ReceiptGiven } from '../letters/receipt-pdf.adapter.ts';
import { derivedId, hashTrackingCode, isTrackingCode, newSalt, sha256 } from '../requests/secrets.adapter.ts';
import { trackingCode } from '../requests/tracking-code.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, epochSeconds, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import * as api from './agent-api.ts';
import { callTicket, endTicket, handTicket, listTickets } from './serve-tickets.ts';
import { ticketTable } from './ticket-table.adapter.ts';
import * as queue from './tickets-api.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
/** The hall asks for its tickets every few seconds; what is written down afterwards comes with the first word that is. */
const kept = lazily(async () => {
  const [{ procedureTable }, { requestTable }, { contactTable }] = await Promise.all([
    import('../procedures/procedure-table.adapter.ts'),
    import('../requests/request-table.adapter.ts'),
    import('../intake/contact-table.adapter.ts'),
  ]);
  return {
    procedures: procedureTable(db, env.PROCEDURES_TABLE),
    requests: requestTable(db, env.REQUESTS_TABLE, env.SEARCH_TABLE),
    contacts: contactTable(db, env.CONTACTS_TABLE),
  };
});
const tickets = { ...{ authority, now, dayIn, timeIn }, tickets: ticketTable(db, env.CONTACTS_TABLE) };
/** Most contacts end with a word about somebody who is known: what the others need is loaded by the first of them. */
const people = lazily(async () => {
  const [{ createPerson }, { duplicateTable }, { personTable }] = await Promise.all([
    import('../citizens/create-person.ts'),
    import('../citizens/duplicate-table.adapter.ts'),
    import('../citizens/person-table.adapter.ts'),
  ]);
  const persons = personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
  const duplicates = duplicateTable(db, env.CITIZENS_TABLE, persons);
  return createPerson({ people: persons, derivedId, now, epochSeconds, duplicates, journal: null });
});
const files = lazily(async () => {
  const [{ objects, s3Client }, { uploads }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('../intake/upload.adapter.ts'),
  ]);
  const s3 = s3Client();
  const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET };
  return { ...objects(s3), ...uploads(s3, buckets, pause) };
});
const trackingCodeOf = (contactId: string, key: string) =>
  trackingCode(
    createHash('sha512')
      .update(JSON.stringify(['tracking', contactId, key]))
      .digest(),
  );
const open = lazily(async () => {
  const [{ openFor }, { procedures, requests }] = await Promise.all([import('./open-for.ts'), kept()]);
  return openFor({
    ...{ trackingCodeOf, hashTrackingCode, dayIn },
    offered: procedures.offered,
    nextReference: requests.nextReference,
    claimUpload: async (...given) => (await files()).claimUpload(...given),
    async keepEvidence(key, submission) {
      const place = { bucket: env.EVIDENCE_BUCKET, key };
      const versionId = await (await files()).write(place, JSON.stringify(submission), 'application/json');
      return { bucket: 'evidence', key, versionId };
    },
  });
});
const record = lazily(async () => {
  const [{ recordContact }, { recordTable }, { known }, { articleTable }, { parseReference }, all] =
    await Promise.all([
      import('./record-contact.ts'),
      import('./record-table.adapter.ts'),
      import('../citizens/known.adapter.ts'),
      import('../knowledge/article-table.adapter.ts'),
      import('../requests/reference.ts'),
      kept(),
    ]);
  const { procedures, requests, contacts } = all;
  const articles = articleTable(db, env.ARTICLES_TABLE);
  return recordContact({
    ...{ authority, trackingCodeOf, hash: sha256, newId, now, dayIn },
    open: async (...given) => (await open())(...given),
    procedure: procedures.read,
    hasArticle: async (id) => (await articles.read(id)) !== null,
    async hasTicket(id) {
      const day = dayIn((await authority()).timeZone, now());
      return (await tickets.tickets.read(day, id.toUpperCase())) !== undefined;
    },
    readKey: contacts.readKey,
    contact: contacts.readContact,
    addContact: contacts.addContact,
    completeCall: recordTable(db, env.CONTACTS_TABLE).complete,
    person: known(db, env.CITIZENS_TABLE).person,
    async createPerson(traits, key, caller) {
      const kind = traits.organisation ? 'organisation' : 'person';
      const headers = { 'idempotency-key': key };
      const input = { body: { kind, traits }, headers, params: undefined, query: undefined } as const;
      return (await (await people())(input, caller)).person;
    },
    async requestOf(typed) {
      const reference = parseReference(typed, (await authority()).prefix)?.reference;
      if (!reference) throw new Refusal('not-found');
      return (await requests.snapshot(reference)).request;
    },
    async endTicket(id) {
      const input = {
        params: { id },
        body: { outcome: 'served' as const },
        headers: undefined,
        query: undefined,
      };
      await endTicket(tickets)(input).catch((error: unknown) => {
        // What was said is written down, whatever became of the ticket.
        if (!(error instanceof Refusal)) throw error;
      });
    },
  });
});
const receipts = lazily(async () => {
  const [{ mailReceipt, printReceipt }, { codeMaker }, all] = await Promise.all([
    import('./receipt.ts'),
    import('../letters/code-table.adapter.ts'),
    kept(),
  ]);
  const { procedures, requests, contacts } = all;
  const deps = {
    ...{ authority, derivedId, newSalt, now, dayIn },
    append: requests.append,
    contact: contacts.readContact,
    procedure: procedures.read,
    isCode: isTrackingCode,
    codeOf: codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
    draw: async (given: ReceiptGiven) =>
      (await import('../letters/receipt-pdf.adapter.ts')).receiptPdf(given),
    pause: async () => void (await pause(500)),
    publicUrl: env.PUBLIC_URL,
  };
  return { mail: mailReceipt(deps), print: printReceipt(deps) };
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.recordContact, async (input, caller) => (await record())(input, caller)),
  handle(api.printContactReceipt, async (input, caller) => (await receipts()).print(input, caller)),
  handle(api.mailContactReceipt, async (input, caller) => (await receipts()).mail(input, caller)),
  handle(queue.listTickets, listTickets(tickets)),
  handle(queue.handTicket, handTicket(tickets)),
  handle(queue.callTicket, callTicket(tickets)),
  handle(queue.endTicket, endTicket(tickets)),
);
