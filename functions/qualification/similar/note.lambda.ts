import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { requestTable } from '../../requests/request-table.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { indexKey } from './index-key.adapter.ts';
import { noteContact, noteRequest } from './note.ts';
import { similarTable } from './similar-table.adapter.ts';
import { waveTable } from './wave-table.adapter.ts';

const Env = z.object({
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SIMILAR_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const deps = {
  contact: contactTable(db, env.CONTACTS_TABLE).readContact,
  snapshot: requestTable(db, env.REQUESTS_TABLE).snapshot,
  index: similarTable(db, env.SIMILAR_TABLE),
  waves: waveTable(db, env.SIMILAR_TABLE),
  key: indexKey(new SecretsManagerClient(impatient), env.PEPPER_SECRET),
  pause: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
};
const ofContact = noteContact(deps);
const ofRequest = noteRequest(deps);
const Event = z.object({
  detail: z.union([z.object({ reference: z.string() }), z.object({ contactId: z.string() })]),
});

/** Bus events `contact-received`, `request-opened`, `request-qualified` and `request-moved`: what came in is compared with what comes after. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = Event.parse(event);
  if ('reference' in detail) await ofRequest(detail.reference);
  else await ofContact(detail.contactId);
};
