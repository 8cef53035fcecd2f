import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { doubtItems, seesDoubts } from '../documents/batches/on-board.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { readRequestMail as mailOperation } from '../intake/mail-api.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { deskTable } from '../telephony/desk-table.adapter.ts';
import { boardItems } from '../telephony/on-board.ts';
import { readAckDebt as ackDebtOperation } from './ack-debt-api.ts';
import * as api from './agent-api.ts';
import { boardTable } from './board-table.adapter.ts';
import type { pieces } from './pieces.adapter.ts';
import { readBoard } from './read-board.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const buckets = {
  uploads: env.UPLOADS_BUCKET,
  evidence: env.EVIDENCE_BUCKET,
  documents: env.DOCUMENTS_BUCKET,
};
/** Files matter to some calls only: their code is loaded by the first that needs it. */
const files = lazily(async () => {
  const [{ uploads }, { objects, s3Client }, { addresses, pieces }] = await Promise.all([
    import('../intake/upload.adapter.ts'),
    import('../shared/objects.adapter.ts'),
    import('./pieces.adapter.ts'),
  ]);
  const s3 = s3Client();
  const stored = objects(s3);
  const textOf = async ({ bucket, key, versionId }: ObjectRef) =>
    new TextDecoder().decode(await stored.read({ bucket: buckets[bucket], key, versionId }));
  return { textOf, url: addresses(stored, buckets), claim: pieces(uploads(s3, buckets, pause).claimUpload) };
});
type Claimed = Parameters<ReturnType<typeof pieces>>;
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const desk = deskTable(db, env.CONTACTS_TABLE);
/** The board reads its own index: what knows a whole request comes with the first that is opened. */
const reading = lazily(async () => {
  const [{ requestTable }, { contactTable }, { procedureTable }] = await Promise.all([
    import('./request-table.adapter.ts'),
    import('../intake/contact-table.adapter.ts'),
    import('../procedures/procedure-table.adapter.ts'),
  ]);
  const { load, append, snapshot } = requestTable(db, env.REQUESTS_TABLE);
  return {
    ...{ load, append, snapshot, authority, now, dayIn },
    contact: contactTable(db, env.CONTACTS_TABLE).readContact,
    procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
    url: async (object: ObjectRef, name?: string) => (await files()).url(object, name),
    helpers: async (ids: readonly string[]) =>
      (await import('../mandates/helper-names.adapter.ts')).helperNames(db, env.MANDATES_TABLE)(ids),
  };
});
const request = lazily(async () => {
  const [{ readRequest }, deps] = await Promise.all([import('./read-request.ts'), reading()]);
  return readRequest(deps);
});
const debts = lazily(async () => {
  const [{ readAckDebt }, { debtTable }] = await Promise.all([
    import('./read-ack-debt.ts'),
    import('./ack-debt-table.adapter.ts'),
  ]);
  return readAckDebt({ debts: debtTable(db, env.REQUESTS_TABLE), authority, now, dayIn });
});

/** Reading comes first: what agents do to a request, with all that is checked of a letter, follows with their first act. */
const acts = lazily(async () => {
  const [{ answer, assign, message, note }, secrets, { load, append, procedure }] = await Promise.all([
    import('./work.ts'),
    import('./secrets.adapter.ts'),
    reading(),
  ]);
  const { derivedId, newSalt, sha256: hash } = secrets;
  const working = {
    ...{ load, append, authority, derivedId, newSalt, hash, now, dayIn, procedure },
    agent: people.byLogin,
    claim: async (...given: Claimed) => (await files()).claim(...given),
  };
  return {
    assign: assign(working),
    note: note(working),
    message: message(working),
    answer: answer(working),
  };
});
/** Only clerks have scanned files among their tasks. */
const scanned = lazily(async () => {
  const [{ batchTable }, { deedTable }, { doubtsOf }] = await Promise.all([
    import('../documents/batches/batch-table.adapter.ts'),
    import('../documents/batches/deed-table.adapter.ts'),
    import('../documents/batches/doubts.ts'),
  ]);
  const batches = { ...batchTable(db, env.BATCHES_TABLE), ...deedTable(db, env.BATCHES_TABLE) };
  return () => doubtsOf(batches);
});
const mails = lazily(async () => {
  const { readRequestMail } = await import('./read-mail.ts');
  return readRequestMail({
    ...(await reading()),
    textOf: async (object: ObjectRef) => (await files()).textOf(object),
  });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(
    api.readBoard,
    readBoard({
      ...{ board: boardTable(db, env.REQUESTS_TABLE), authority, now, dayIn },
      callBacks: async (query, { agent }, instant) =>
        boardItems((await desk.callBacks(query.limit)).items, query, agent, instant),
      doubts: async (query, { agent }) =>
        seesDoubts(agent, query) ? doubtItems(await (await scanned())()) : [],
    }),
  ),
  handle(ackDebtOperation, async (input, caller) => (await debts())(input, caller)),
  handle(api.readRequest, async (input, caller) => (await request())(input, caller)),
  handle(mailOperation, async (input, caller) => (await mails())(input, caller)),
  handle(api.assignRequest, async (input, caller) => (await acts()).assign(input, caller)),
  handle(api.addNote, async (input, caller) => (await acts()).note(input, caller)),
  handle(api.sendMessage, async (input, caller) => (await acts()).message(input, caller)),
  handle(api.answerRequest, async (input, caller) => (await acts()).answer(input, caller)),
);
