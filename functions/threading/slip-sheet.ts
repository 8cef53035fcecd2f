import { isOf, type LetterQr } from '../letters/qr.ts';
import type { JournalEvent } from '../requests/event.ts';
import type { Request } from '../requests/request.ts';

/** A genuine code of ours and the page of the document it stands on. */
export type FoundCode = { page: number; qr: LetterQr };
/** What a returned slip is about: the whole of it, or the parts that lie on single documents (from 1). */
export type Slip = { askId: string; parts: number[] };

/**
 * How the journal names what of a slip came back: each serves once. Together with the ask the parts, so that one that comes
 * later is another.
 */
export const slipName = ({ askId, parts }: Slip): string => [askId, ...parts].join('.');
export const slipNamed = (name: string): Slip => {
  const [askId = '', ...parts] = name.split('.');
  return { askId, parts: parts.map(Number) };
};
const overlap = (one: Slip, other: Slip): boolean =>
  one.askId === other.askId &&
  (one.parts.length === 0 ? other.parts.length === 0 : one.parts.some((part) => other.parts.includes(part)));

/** Whether the same slip, or the same part of it, brought another contact since its documents were last asked for. */
export const servedBefore = (events: readonly JournalEvent[], slip: Slip, contactId: string): boolean => {
  const again = events.findLastIndex(
    (event) => event.type === 'document-unticked' && event.askId === slip.askId,
  );
  return events
    .slice(again + 1)
    .some(
      (event) =>
        event.type === 'contact-joined' &&
        event.contactId !== contactId &&
        event.slip !== undefined &&
        overlap(slipNamed(event.slip), slip),
    );
};

const uncut = 2;
/**
 * The parts that lie on documents of their own. A page that bears several parts, or the whole slip beside them, is a slip that
 * nobody cut: its parts say nothing.
 */
export const partsOf = (codes: readonly FoundCode[]): number[] => {
  const pages = Map.groupBy(codes, ({ page }) => page);
  const own = [...pages.values()].flatMap((onPage) => {
    const parts = [...new Set(onPage.map(({ qr }) => qr.part))];
    return parts.length < uncut && parts[0] !== undefined ? [parts[0]] : [];
  });
  return [...new Set(own)].sort((a, b) => a - b);
};

/** Of the slips on a document the one that is awaited; null when none is. */
export const awaitedSlip = (
  codes: readonly FoundCode[],
  { awaited }: Pick<Request, 'awaited'>,
): Slip | null => {
  const mine = codes.filter(({ qr }) => awaited && isOf(qr, awaited.askId));
  return awaited && mine.length > 0 ? { askId: awaited.askId, parts: partsOf(mine) } : null;
};

/**
 * The documents that a slip ticks: those its parts lie on, else the only one that is still missing. With several missing and
 * no part an agent says which came.
 */
export const ticks = ({ parts }: Slip, { awaited }: Pick<Request, 'awaited'>): string[] => {
  if (!awaited) return [];
  const missing = awaited.documents.filter((code) => !awaited.provided.includes(code));
  if (parts.length === 0) return missing.length === 1 ? missing : [];
  return parts.map((part) => awaited.documents[part - 1] ?? '').filter((code) => missing.includes(code));
};
