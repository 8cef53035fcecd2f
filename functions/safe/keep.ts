import { Refusal } from '../shared/refusal.ts';
import { kindOf, validUntilOf } from './kinds.ts';
import { documentId, isDocumentId, quota, type SafeDocument, safeKey } from './safe-document.ts';

type Claimed = {
  key: string;
  name: string;
  contentType: string;
  size: number;
  scan: 'clean' | 'pending' | 'unscannable';
};
type Upload = { name: string; contentType: string; size: number };
export type KeepDeps = {
  used(account: string): Promise<{ bytes: number }>;
  find(account: string, id: string): Promise<SafeDocument | null>;
  add(document: SafeDocument): Promise<SafeDocument>;
  startUpload<Started>(uploadId: string, file: Upload): Promise<Started>;
  claimUpload(uploadId: string, name: string, to: string): Promise<Claimed>;
  removeObject(key: string): Promise<void>;
  now(): string;
  random(): string;
};

/** What may be kept: as long as there is room for it. A kind nobody knows is `other`. */
export const knownType = (type: string | null): string => (type && kindOf(type) ? type : 'other');

/** Refuses `too-large` when the safe is full, before anything is sent. */
export async function roomFor(deps: Pick<KeepDeps, 'used'>, account: string, size: number): Promise<void> {
  const { bytes } = await deps.used(account);
  if (bytes + size > quota) throw new Refusal('too-large', [{ field: 'safe', code: 'full' }]);
}

export const newUploadId = (deps: Pick<KeepDeps, 'now' | 'random'>): string =>
  documentId(Date.parse(deps.now()), deps.random());

/** A file that was uploaded becomes a document of the safe; reading it comes after. The same upload again is the same document. */
export async function keepUpload(
  deps: KeepDeps,
  account: string,
  given: { uploadId: string; name: string; type: string | null; member: string | null },
  today: string,
): Promise<SafeDocument> {
  const { uploadId: id, name, member } = given;
  if (!isDocumentId(id)) throw new Refusal('upload-missing', [{ field: id, code: 'upload-missing' }]);
  const there = await deps.find(account, id);
  if (there) return there;
  const claimed = await deps.claimUpload(id, name, safeKey(account, id));
  const type = knownType(given.type);
  const isRead = /^(application\/pdf|image\/(jpeg|png|tiff|webp))$/.test(claimed.contentType);
  const document: SafeDocument = {
    ...{ id, version: 1, account, type, member },
    ...{ name: claimed.name, contentType: claimed.contentType, size: claimed.size },
    ...{ objectKey: claimed.key, bucket: 'documents', storedAt: deps.now(), issuedOn: null },
    ...{ validUntil: validUntilOf(type, null, today), validBy: 'rule', read: [], reference: null },
    ...{ reading: isRead ? 'pending' : 'none', scan: claimed.scan, from: 'citizen', binnedAt: null },
  };
  try {
    return await deps.add(document);
  } catch (error) {
    // Full meanwhile: what was copied is nobody's.
    if (error instanceof Refusal) await deps.removeObject(claimed.key);
    throw error;
  }
}
