import { useEffect, useState } from 'preact/hooks';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { readable } from '../../ui/readable.ts';

type Awaited = NonNullable<TrackedRequest['instruction']['awaited']>;
export type Piece = { document: Awaited['documents'][number]; awaited: Awaited; number: number };
const mark = '#piece-';
export const pieceAddress = (code: string): string => mark + code;

const hashOf = (): string => readable(location.hash);
/** The awaited document that the address names: each has a page of its own, which "back" leaves. */
export function usePiece(request: TrackedRequest | undefined): Piece | undefined {
  const [hash, setHash] = useState('');
  useEffect(() => {
    const follow = () => setHash(hashOf());
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const awaited = request?.instruction.awaited;
  if (!awaited || !hash.startsWith(mark)) return undefined;
  const number = awaited.documents.findIndex(({ code }) => mark + code === hash);
  const document = awaited.documents[number];
  return document && !document.isProvided ? { document, awaited, number: number + 1 } : undefined;
}

export const goToPiece = (code: string): void => {
  location.hash = pieceAddress(code);
};
/** Back to the request itself: the address forgets the document, the page of it stays in the history. */
export const leavePieces = (): void => {
  history.pushState(null, '', location.pathname);
  dispatchEvent(new HashChangeEvent('hashchange'));
};
