import { provided } from '../instruction/receive-documents.ts';
import type { Command, Request } from '../requests/request.ts';
import { slipNamed } from '../threading/slip-sheet.ts';

type Given = { slip?: string; documents?: string[]; on?: string; documentId: string; by: string };

/**
 * The awaited documents that a returned slip ticks, unless they came another way meanwhile: as if sent through the portal on the
 * day the sheet was received, so that the clock of the law restarts or goes on from there (L114-5).
 */
export const ticked = (
  { slip = '', documents = [], on = '', documentId, by }: Given,
  request: Pick<Request, 'awaited'>,
): Command[] => {
  const { awaited } = request;
  if (!awaited || slipNamed(slip).askId !== awaited.askId) return [];
  const still = documents.filter(
    (code) => awaited.documents.includes(code) && !awaited.provided.includes(code),
  );
  if (still.length === 0) return [];
  const given = still.map((code) => ({ code, documentId }));
  return provided(request, given, { on: on > awaited.on ? on : awaited.on, by });
};
