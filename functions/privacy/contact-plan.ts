import { objectsIn } from './objects-in.ts';
import type { Item, ObjectPrefix, Plan } from './store.ts';

/** Ids, codes and days of a contact: what says that it came, and what became of it. */
const kept = ['pk', 'sk', 'id', 'channel', 'receivedAt', 'state', 'version', 'requestReference'] as const;
const nobody = { name: null, email: null, phone: null, address: null };

/** The contact as it stays: that somebody was in touch, on which day, by which way; nothing else. */
const blank = (item: Item, at: string): Item => ({
  ...(Object.fromEntries(kept.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]]))) as Item),
  ...{ evidence: [], documents: [], sender: nobody, subject: '', erasedAt: at },
  version: Number(item.version ?? 0) + 1,
});

/** Where its pages lie, when it was scanned. */
export type ScannedIn = { contactId: string; batchId: string; fileId: string; pages: number[] };
export const scannedIn = (items: readonly Item[]): ScannedIn | null => {
  const header = items.find(({ sk }) => sk === 'CONTACT');
  const scan = header?.scan as Omit<ScannedIn, 'contactId'> | undefined;
  if (!header || !scan) return null;
  const { batchId, fileId, pages } = scan;
  return { contactId: String(header.id), batchId, fileId, pages: [...pages] };
};

/** What becomes of the partition of a contact. @param at instant of the erasure */
export const contactPlan = (id: string, items: readonly Item[], at: string): Plan => {
  const rest = items.filter(({ sk }) => sk !== 'CONTACT' && !sk.startsWith('OUTBOX#'));
  const header = items.find(({ sk, erasedAt }) => sk === 'CONTACT' && !erasedAt);
  const objects: ObjectPrefix[] = [
    { bucket: 'evidence', prefix: `forms/${id}/` },
    { bucket: 'evidence', prefix: `mail-attachments/${id}/` },
    { bucket: 'evidence', prefix: `sms/${id}.json` },
    { bucket: 'documents', prefix: `mails/${id}.html` },
    { bucket: 'documents', prefix: `pages/${id}/` },
    ...(header ? objectsIn([header.evidence, header.documents, header.mail]) : []),
  ];
  return { gone: rest.map(({ pk, sk }) => ({ pk, sk })), left: header ? [blank(header, at)] : [], objects };
};
