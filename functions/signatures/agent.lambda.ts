import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { LetterQr } from '../letters/qr.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { addresses, pieces } from '../requests/pieces.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId, newSalt, sha256 } from '../requests/secrets.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { approve } from './approve-letters.ts';
import * as book from './book-api.ts';
import { letterTable } from './letter-table.adapter.ts';
import { readBook } from './read-book.ts';
import { readLetter, readPage, readPdf, readProof } from './read-letter.ts';
import { settleFor } from './settle.ts';
import { verificationCode } from './verification-code.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const sessions = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const requests = requestTable(db, env.REQUESTS_TABLE);
const settings = settingsTable(db, env.SETTINGS_TABLE);
const buckets = {
  uploads: env.UPLOADS_BUCKET,
  evidence: env.EVIDENCE_BUCKET,
  documents: env.DOCUMENTS_BUCKET,
};
/** Files, drawing and secrets matter to some calls only: their code is loaded by the first that needs it. */
const files = lazily(async () => {
  const [{ uploads }, { objects, s3Client }] = await Promise.all([
    import('../intake/upload.adapter.ts'),
    import('../shared/objects.adapter.ts'),
  ]);
  const s3 = s3Client();
  const store = objects(s3);
  return { store, url: addresses(store, buckets), claim: pieces(uploads(s3, buckets, pause).claimUpload) };
});
const codes = lazily(async () =>
  (await import('../letters/code-table.adapter.ts')).codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
);
const read = async ({ key, versionId }: { key: string; versionId?: string }) =>
  (await files()).store.read({ bucket: buckets.documents, key, versionId });

const deps = {
  ...{ now, dayIn, newId, newSalt, derivedId, hash: sha256, publicUrl: env.PUBLIC_URL },
  append: requests.append,
  load: requests.load,
  snapshot: requests.snapshot,
  letters: letterTable(db, env.REQUESTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  templates: settings.letters,
  logo: settings.logo,
  everybody: people.everybody,
  delegations: people.delegations,
  authenticationOf: sessions.authenticationOf,
  claim: async (...given: Parameters<ReturnType<typeof pieces>>) => (await files()).claim(...given),
  draw: async (...given: Parameters<typeof import('../letters/letter-pdf.adapter.ts').drawLetter>) =>
    (await import('../letters/letter-pdf.adapter.ts')).drawLetter(...given),
  keep: async (key: string, content: Uint8Array | string, type: string) =>
    (await files()).store.write({ bucket: buckets.documents, key }, content, type),
  codeOf: async (letter: LetterQr) => (await codes())(letter),
  newCode: () => verificationCode(randomBytes(20)),
  hashOf: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
  url: async (object: ObjectRef, name?: string) => (await files()).url(object, name),
  read,
  async image({ pdf }: { pdf: { key: string; versionId: string } }, page: number) {
    const [{ openPdf }, { imageDpi, png }, bytes] = await Promise.all([
      import('../documents/source/pdf.adapter.ts'),
      import('./page-image.adapter.ts'),
      read(pdf),
    ]);
    const opened = await openPdf(bytes);
    try {
      return png(await opened.draw(page, imageDpi));
    } finally {
      opened.close();
    }
  },
};

/** Reading and approving come first: what checks and draws a letter follows with the first that is put in the book. */
const submitting = lazily(async () => (await import('./submit-letter.ts')).submit(deps));
const backwards = lazily(async () => {
  const { recall, sendBack, takeBack } = await import('./send-back.ts');
  return { sendBack: sendBack(deps), takeBack: takeBack(deps), recall: recall(deps) };
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessions.sessions },
  handle(api.submitLetter, async (input, caller) => (await submitting())(input, caller)),
  handle(book.readBook, readBook({ ...deps, settle: settleFor(deps) })),
  handle(api.approveLetters, approve(deps)),
  handle(book.readLetter, readLetter(deps)),
  handle(book.readLetterPage, readPage(deps)),
  handle(book.readLetterPdf, readPdf(deps)),
  handle(book.readEvidence, readProof(deps)),
  handle(api.returnLetter, async (input, caller) => (await backwards()).sendBack(input, caller)),
  handle(api.takeBackApproval, async (input, caller) => (await backwards()).takeBack(input, caller)),
  handle(api.recallLetter, async (input, caller) => (await backwards()).recall(input, caller)),
);
