import { type SafeDocument, safeKey } from '../../functions/safe/safe-document.ts';

let count = 0;
/** A document of a safe, each with an id of its own, later than the one before. */
export const paper = (change: Partial<SafeDocument> = {}): SafeDocument => {
  count += 1;
  const id = `0mws${String(count).padStart(5, '0')}-00000000-0000-4000-8000-000000000000`;
  const account = change.account ?? 'a1';
  return {
    ...{ id, version: 1, account, type: 'facture-energie', name: 'facture.pdf', size: 1_000 },
    ...{ contentType: 'application/pdf', objectKey: safeKey(account, id), bucket: 'documents' },
    ...{ storedAt: '2026-11-01T10:00:00.000Z', issuedOn: '2026-10-14', validUntil: '2027-01-14' },
    ...{ validBy: 'rule', member: null, read: [], reading: 'done', scan: 'clean', from: 'citizen' },
    ...{ reference: null, binnedAt: null },
    ...change,
  };
};
