import { createHash } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { letterFonts } from '../letters/fonts.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { sha256 } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { drawAppearance } from './appearance.adapter.ts';
import { fromPem } from './certificate.ts';
import { certificateTable } from './certificate-table.adapter.ts';
import { letterTable } from './letter-table.adapter.ts';
import { sealWords } from './messages/fr.ts';
import { sealKey } from './seal-key.adapter.ts';
import { type SealDeps, sealLetter } from './seal-letter.ts';
import { complete, prepare } from './seal-pdf.adapter.ts';
import { timestamp } from './timestamp.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  SEAL_KEY: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const files = objects(s3Client());
const bucket = env.DOCUMENTS_BUCKET;
const key = sealKey(new KMSClient(impatient), env.SEAL_KEY);
const kept = certificateTable(db, env.SETTINGS_TABLE);
const hashOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

/** Years for which a certificate of our own holds: as long as the longest decisions are kept. */
const years = 20;
const certificates = lazily(async () => {
  const { name, seal } = await authority();
  const given = fromPem(seal?.certificates ?? '');
  if (given.length > 0) return { chain: given, isSelfSigned: false };
  const own = await kept.keptOr(() => key.selfSigned(name, sealWords.certificate(name), now(), years));
  return { chain: [own], isSelfSigned: true };
});

const seal: SealDeps['seal'] = async (letter, how, lines, place) => {
  const { chain, isSelfSigned } = await certificates();
  const url = (await authority()).seal?.timestampUrl;
  const appearance = place && (await drawAppearance(lines, place, letterFonts().regular));
  const prepared = await prepare(letter, { ...how, appearance });
  const cms = await key.seal(prepared.signed, chain, timestamp(url));
  const [own = new Uint8Array()] = chain;
  return {
    pdf: complete(prepared, cms),
    certificate: Buffer.from(own).toString('base64'),
    certificateSha256: hashOf(own),
    ...{ isSelfSigned, timestamped: url !== undefined },
  };
};
const use = sealLetter({
  ...{ authority, now, dayIn, timeIn, seal, hashOf, hash: sha256 },
  append: requestTable(db, env.REQUESTS_TABLE).append,
  letters: letterTable(db, env.REQUESTS_TABLE),
  read: ({ key: at, versionId }) => files.read({ bucket, key: at, versionId }),
  keep: (at, content, type) => files.write({ bucket, key: at }, content, type),
});
const Event = z.object({ detail: z.object({ reference: z.string(), letterId: z.string() }) });

/** Seals a letter that has all its approvals (`letter-ready`). */
export const handler = (event: unknown) => use(Event.parse(event).detail);
