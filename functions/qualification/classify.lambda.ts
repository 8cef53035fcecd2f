import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { codeTable } from '../letters/code-table.adapter.ts';
import { readQr } from '../letters/qr.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { findReferences } from '../requests/reference.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { textTable } from '../sms/text-table.adapter.ts';
import { findThread } from '../threading/find-thread.ts';
import { threadTable } from '../threading/thread-table.adapter.ts';
import { classifyContact } from './classify-contact.ts';
import { knownProcedures } from './known-procedures.ts';
import { inUseItem } from './learning/in-use-item.adapter.ts';
import { publishedClassifier } from './learning/published.adapter.ts';
import { classify } from './routing/classify.ts';
import { senderHistory } from './sender-history.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const contacts = contactTable(db, env.CONTACTS_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
/** Few contacts carry a code or a signed address: what checks them is loaded by the first. */
const signers = lazily(async () => {
  const { pepperSigner, secretsClient } = await import('../letters/pepper-key.adapter.ts');
  const secrets = secretsClient();
  const of = (purpose: 'letter-qr' | 'reply-address') => pepperSigner(secrets, env.PEPPER_SECRET, purpose);
  return { qr: of('letter-qr'), reply: of('reply-address') };
});
const people = lazily(async () => {
  const { known } = await import('../citizens/known.adapter.ts');
  return known(db, env.CITIZENS_TABLE);
});
/** What the authority has learnt comes from its bucket: an authority that has learnt nothing needs no client for it. */
const stored = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const serving = publishedClassifier({
  inUse: inUseItem(db, env.SETTINGS_TABLE).read,
  bytes: async (key) => (await stored()).read({ bucket: env.DOCUMENTS_BUCKET, key }),
});
const { load, snapshot } = requestTable(db, env.REQUESTS_TABLE);
const Input = z.object({ contactId: z.string() });
const use = classifyContact({
  thread: findThread({
    mails: threadTable(db, env.REQUESTS_TABLE).find,
    texts: textTable(db, env.CONTACTS_TABLE).ofNumber,
    requestsOfNumber: async (number) => (await people()).requestsOfNumber(number, 10),
    replySign: async () => (await signers()).reply(),
    addressesOf: async (personId) =>
      (await (await people()).knownIdentifiers(personId))
        .filter(({ kind, source }) => kind === 'email' && (source === 'checked' || source === 'certified'))
        .map(({ value }) => value),
    findCode: codeTable(db, env.REQUESTS_TABLE).find,
    readCode: async (text) => readQr(text, await (await signers()).qr()),
    request: (reference) => ifThere(load(reference)),
  }),
  contact: contacts.readContact,
  header: contacts.readHeader,
  update: contacts.updateContact,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedures.read,
  procedures: knownProcedures(procedures),
  history: senderHistory({
    requestsOf: async (kind, value, limit) => (await people()).requestsOfOne(kind, value, limit),
    departmentOf: async (reference) => (await ifThere(snapshot(reference)))?.request.department ?? null,
  }),
  async classify(message, options) {
    const { classifier, version } = await serving();
    return { ...classify(classifier, message, options), model: version };
  },
  addressBase: (url) => async (asked) =>
    (await import('./extraction/address-base.adapter.ts')).addressBase(url)(asked),
  referenceIn: (text, prefix) => findReferences(text, prefix)[0]?.reference ?? null,
  now,
  dayIn,
});

/** First task of qualify-contact: `{contactId}` gives `{next}`. */
export const handler = (input: unknown) => use(Input.parse(input));
