import { addDays } from '../deadlines/day.ts';
import { fullName, type Member } from '../households/household.ts';
import { validityOn } from './kinds.ts';
import type { SafeView } from './safe-api.ts';
import { binDays, type SafeDocument } from './safe-document.ts';

type Named = Pick<Member, 'id' | 'givenName' | 'familyName'>;

/** A document as its owner sees it. @param today calendar day of the authority */
export function safeView(document: SafeDocument, members: readonly Named[], today: string): SafeView {
  const { objectKey: _key, account: _account, bucket: _bucket, ...shown } = document;
  const member = members.find(({ id }) => id === document.member);
  return {
    ...shown,
    state: validityOn(document.validUntil, today),
    memberName: member ? fullName(member) : null,
    emptiedOn: document.binnedAt && addDays(document.binnedAt.slice(0, 10), binDays),
  };
}

/** Pictures and PDFs that every browser draws without running anything; the rest is saved. */
const shown = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
export const isShown = ({ contentType, bucket }: Pick<SafeDocument, 'contentType' | 'bucket'>): boolean =>
  bucket === 'documents' && shown.includes(contentType);
