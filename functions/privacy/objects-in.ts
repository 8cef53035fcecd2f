import type { ObjectPrefix, PersonalBucket } from './store.ts';

/**
 * Objects named in what the product itself wrote, by its own shape `{bucket, key}`; never in what somebody typed. A scanned
 * batch holds letters of many people: it is not among them (scanned-pages.ts).
 */
export const objectsIn = (value: unknown): ObjectPrefix[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (value === null || typeof value !== 'object') return [];
  const { bucket, key } = value as { bucket?: unknown; key?: unknown };
  if (typeof key === 'string' && (bucket === 'evidence' || bucket === 'documents'))
    return isOwn(bucket, key) ? [{ bucket, prefix: key, isWhole: true }] : [];
  return Object.values(value).flatMap(objectsIn);
};

const own: Partial<Record<PersonalBucket, RegExp>> = {
  evidence: /^(forms|requests|mail|mail-attachments|sms)\/[^/]./,
  documents: /^(letters|signed|mails|letters-in|safe)\/[^/]./,
};
const isOwn = (bucket: PersonalBucket, key: string): boolean => own[bucket]?.test(key) ?? false;
