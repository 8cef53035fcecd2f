import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { readQr } from '../letters/qr.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { findReferences } from '../requests/reference.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { loadClassifier } from './classifier.adapter.ts';
import { classify } from './classify.ts';
import { classifyContact } from './classify-contact.ts';
import { knownProcedures } from './known-procedures.ts';
import { recognise } from './recognise.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const contacts = contactTable(db, env.CONTACTS_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
/** Codes stand on few documents: what checks them is loaded by the first. */
const signer = lazily(async () => {
  const [{ SecretsManagerClient }, { qrSigner }] = await Promise.all([
    import('@aws-sdk/client-secrets-manager'),
    import('../letters/qr-key.adapter.ts'),
  ]);
  return qrSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET)();
});
const { load } = requestTable(db, env.REQUESTS_TABLE);
const Input = z.object({ contactId: z.string() });
const use = classifyContact({
  recognise: recognise({
    readCode: async (text) => readQr(text, await signer()),
    request: (reference) =>
      load(reference).catch((error) => {
        if (error instanceof Refusal && error.code === 'not-found') return null;
        throw error;
      }),
  }),
  contact: contacts.readContact,
  header: contacts.readHeader,
  update: contacts.updateContact,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedures.read,
  procedures: knownProcedures(procedures),
  classify: async (message, options) => classify(await loadClassifier(), message, options),
  referenceIn: (text, prefix) => findReferences(text, prefix)[0]?.reference ?? null,
  now,
  dayIn,
});

/** First task of qualify-contact: `{contactId}` gives `{next}`. */
export const handler = (input: unknown) => use(Input.parse(input));
