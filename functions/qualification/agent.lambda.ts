import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import * as lists from './list-api.ts';
import { waitingList } from './waiting-list.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SIMILAR_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const contacts = contactTable(db, env.CONTACTS_TABLE);
/** A list needs no request: the table of requests comes with the first contact that is read. */
const snapshot = lazily(async () => {
  const { requestTable } = await import('../requests/request-table.adapter.ts');
  return requestTable(db, env.REQUESTS_TABLE).snapshot;
});
const authority = authorityReader(db, env.SETTINGS_TABLE);
/** Decisions need no file: what gives its address is loaded by the first contact that is read. */
const stored = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const bucketOf = { evidence: env.EVIDENCE_BUCKET, documents: env.DOCUMENTS_BUCKET };
const urlOf = async ({ bucket, key, versionId }: ObjectRef, name?: string) =>
  (await stored()).url({ bucket: bucketOf[bucket], key, versionId }, name);
const people = peopleTable(db, env.PEOPLE_TABLE);
/** Looked for with each contact that is read, never for a list or a decision. */
const likes = lazily(async () => {
  const [{ alikeTo }, { similarTable }, { waveTable }] = await Promise.all([
    import('./similar/past-letters.ts'),
    import('./similar/similar-table.adapter.ts'),
    import('./similar/wave-table.adapter.ts'),
  ]);
  return alikeTo({
    index: similarTable(db, env.SIMILAR_TABLE),
    waves: waveTable(db, env.SIMILAR_TABLE),
    header: contacts.readHeader,
    snapshot: await snapshot(),
    nameOf: async (login) => {
      const agent = await people.byLogin(login);
      return agent ? `${agent.givenName} ${agent.familyName}` : login;
    },
    departments: async () => (await authority()).departments.map(({ code }) => code),
  });
});
const list = waitingList({
  contact: contacts.readContact,
  listByState: contacts.listByState,
  snapshot: async (reference) => (await snapshot())(reference),
  urlOf,
  textOf: async ({ bucket, key, versionId }) =>
    new TextDecoder().decode(await (await stored()).read({ bucket: bucketOf[bucket], key, versionId })),
  alike: async (contact, agent) => (await likes())(contact, agent),
  now,
});
/** Deciding comes after reading. */
const decide = lazily(async () => {
  const [{ decisions }, { procedureTable }, { parseReference }, { Refusal }] = await Promise.all([
    import('./decide-contact.ts'),
    import('../procedures/procedure-table.adapter.ts'),
    import('../requests/reference.ts'),
    import('../shared/refusal.ts'),
  ]);
  const procedures = procedureTable(db, env.PROCEDURES_TABLE);
  return decisions({
    header: contacts.readHeader,
    update: contacts.updateContact,
    next: list.next,
    isWaitedFor: async (id) => (await contacts.readToken(id)) !== undefined,
    authority,
    contact: contacts.readContact,
    add: (contact, events) => contacts.addContact(contact, { id: contact.id, hash: contact.id }, events),
    hasProcedure: async (id) => (await procedures.read(id)) !== null,
    requestOf: async (typed) => {
      const found = parseReference(typed, (await authority()).prefix);
      if (!found) throw new Refusal('not-found', [{ field: 'reference', code: 'invalid' }]);
      return (await (await snapshot())(found.reference)).request;
    },
    now,
  });
});
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(lists.listWaiting, list.page),
  handle(lists.searchQuarantine, list.search),
  handle(api.readContact, list.read),
  handle(api.acceptContact, async (input, caller) => (await decide()).accept(input, caller)),
  handle(api.joinContact, async (input, caller) => (await decide()).join(input, caller)),
  handle(api.quarantineContact, async (input, caller) => (await decide()).quarantine(input, caller)),
  handle(api.releaseContact, async (input, caller) => (await decide()).release(input, caller)),
);
