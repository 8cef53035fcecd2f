import * as z from 'zod';
import type { BatchAccount, FileAccount } from '../documents/batches/accounts.ts';
import type { Contact } from '../intake/contact.ts';
import type { ContactContent, ContactHeader, PageChunk } from '../intake/contact-items.ts';
import { contactKey, assemble as contactOf } from '../intake/contact-items.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { deadlinesOf } from '../requests/facts.ts';
import { requestKey, assemble as requestOf, type Whole } from '../requests/items.ts';
import { rulesOf } from '../requests/rules.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import type { CallBackItem } from '../telephony/call-items.ts';
import { deskTable } from '../telephony/desk-table.adapter.ts';
import { callBackTasks, heldContact, heldRequest, quarantineOf, tasksOf } from './held.ts';
import { batchTasks, heldBatch } from './held-batch.ts';
import { type Item, partitionsOf } from './partitions.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const procedure = procedureTable(db, env.PROCEDURES_TABLE).read;
const contactsIn = partitionsOf(db, env.CONTACTS_TABLE);
const requestsIn = partitionsOf(db, env.REQUESTS_TABLE);
const calls = deskTable(db, env.CONTACTS_TABLE);
const batchesIn = partitionsOf(db, env.BATCHES_TABLE);

const kinds = ['contacts', 'requests', 'batches'] as const;
type Kind = (typeof kinds)[number];
const Query = z.object({
  reference: z.string().optional(),
  /** Only this: a whole authority is not read to find one batch. */
  of: z.enum(kinds).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
  after: z.string().optional(),
});

/** `contacts|requests|batches` partition keys where the next page of each begins. */
type Cursor = Record<Kind, string | null>;
const readCursor = (after?: string): Partial<Cursor> =>
  after ? JSON.parse(Buffer.from(after, 'base64url').toString()) : {};
const none = { partitions: [] as Item[][], next: null };

const contactFrom = (items: Item[]): Contact[] => {
  const header = items.find(({ sk }) => sk === 'CONTACT') as unknown as ContactHeader | undefined;
  const content = items.find(({ sk }) => sk === 'CONTENT') as unknown as ContactContent | undefined;
  const chunks = items.filter(({ sk }) => sk.startsWith('PAGES#')) as unknown as PageChunk[];
  return header ? [contactOf(header, content ?? { text: '' }, chunks)] : [];
};
const batchFrom = (items: Item[]) => {
  const head = items.find(({ sk }) => sk === 'BATCH') as unknown as BatchAccount | undefined;
  const files = items.filter(({ sk }) => sk.startsWith('FILE#')) as unknown as FileAccount[];
  return head ? [{ batch: heldBatch(head, files), tasks: batchTasks(head, files) }] : [];
};

/** A request keeps the revision of its procedure that it was made on. */
const procedureOf = async ({ procedure: id, procedureRevision }: Whole['request']) =>
  id ? procedure(id, procedureRevision ?? undefined) : null;
const withDeadlines = async (whole: Whole) => {
  const { request } = whole;
  const place = await authority();
  const rules = rulesOf(await procedureOf(request), place);
  const today = { day: dayIn(place.timeZone), dayOf: (instant: string) => dayIn(place.timeZone, instant) };
  return heldRequest(whole, deadlinesOf(whole, rules, today));
};

/** An authority has some tens of people to call back, not thousands. */
const mostCallBacks = 1_000;
const held = async (contacts: Contact[], requests: Whole[], toCall: CallBackItem[] = []) => ({
  contacts: contacts.map(heldContact),
  requests: await Promise.all(requests.map(withDeadlines)),
  tasks: [...tasksOf(contacts, requests), ...callBackTasks(toCall)],
  quarantine: quarantineOf(contacts),
});

/** One request with the contacts that made it. */
const one = async (reference: string) => {
  const whole = requestOf(await requestsIn.read(requestKey(reference)));
  const ids = whole?.request.contactIds ?? [];
  const contacts = await Promise.all(
    ids.map(async (id) => contactFrom(await contactsIn.read(contactKey(id)))),
  );
  return { ...(await held(contacts.flat(), whole ? [whole] : [])), batches: [], next: null };
};

/** Everything held, for exports and reconciliation: invoked by the authority's IT, never by a page. */
export const handler = async (input: unknown) => {
  const { reference, of, limit, after } = Query.parse(input ?? {});
  const cursor = readCursor(after);
  const rest = (name: Kind, read: typeof contactsIn, prefix: string, marker: string) =>
    (of && of !== name) || (after && !cursor[name])
      ? Promise.resolve(none)
      : read.page(prefix, marker, limit, cursor[name] ?? undefined);
  if (reference) return one(reference);
  const [contactPage, requestPage, batchPage, toCall] = await Promise.all([
    rest('contacts', contactsIn, 'CONTACT#', 'CONTACT'),
    rest('requests', requestsIn, 'REQ#', 'SNAPSHOT'),
    rest('batches', batchesIn, 'BATCH#', 'BATCH'),
    after || of ? { items: [] } : calls.callBacks(mostCallBacks),
  ]);
  const requests = requestPage.partitions.map(requestOf).filter((whole) => whole !== null);
  const contacts = contactPage.partitions.flatMap(contactFrom);
  const batches = batchPage.partitions.flatMap(batchFrom);
  const whole = await held(contacts, requests, toCall.items);
  const next = { contacts: contactPage.next, requests: requestPage.next, batches: batchPage.next };
  const more = Object.values(next).some((key) => key !== null);
  return {
    ...whole,
    tasks: [...whole.tasks, ...batches.flatMap(({ tasks }) => tasks)],
    batches: batches.map(({ batch }) => batch),
    next: more ? Buffer.from(JSON.stringify(next)).toString('base64url') : null,
  };
};
