import type { JournalEvent } from '../requests/event.ts';
import type { Whole } from '../requests/items.ts';
import { slipNamed } from '../threading/slip-sheet.ts';
import type { Seen } from './view.ts';
import type { ReceivedDocument } from './view-api.ts';

type Provided = Extract<JournalEvent, { type: 'document-provided' }>;
type Told = Pick<Whole, 'request' | 'events' | 'asks'>;

/** Lines about the last ask, from when it was made. */
const lastAsk = (events: readonly JournalEvent[]): { askId: string; since: JournalEvent[] } | null => {
  const at = events.findLastIndex(({ type }) => type === 'documents-requested');
  const asked = events[at];
  return asked?.type === 'documents-requested' ? { askId: asked.askId, since: events.slice(at) } : null;
};

/** What of the last ask came and still counts, the day it did, and whether an agent said that it is what was asked for. */
export const receivedOf = (
  { request, events, asks }: Told,
  { dayOf }: Pick<Seen, 'dayOf'>,
): ReceivedDocument[] => {
  const last = lastAsk(events);
  if (!last || (request.answer && !request.answer.isImplicit)) return [];
  const { askId, since } = last;
  const ask = asks.find((one) => one.askId === askId);
  return (ask?.documents ?? []).flatMap(({ code, label }) => {
    const about = since.filter(
      (event) =>
        (event.type === 'document-provided' || event.type === 'document-unticked') && event.document === code,
    );
    const gone = about.findLastIndex(({ type }) => type === 'document-unticked');
    const came = about.slice(gone + 1) as Provided[];
    const [first] = came;
    if (!first) return [];
    return [
      {
        ...{ askId, code, label, on: cameOn(since, first, dayOf) },
        isVerified: came.some(({ by }) => by.startsWith('agent:')),
        documentIds: came.flatMap(({ documentId }) => documentId || []),
      },
    ];
  });
};

/** The last of them was received on the day that the completion says, however long its scan waited. */
const cameOn = (events: readonly JournalEvent[], { seq, at }: Provided, dayOf: Seen['dayOf']): string => {
  const completed = events.find((event) => event.type === 'documents-completed' && event.seq > seq);
  const isSame = completed?.at === at && completed.type === 'documents-completed';
  return isSame ? completed.on : dayOf(at);
};

/** What a slip for several documents brought while none of them says which it is. */
export const unsortedOf = ({
  request,
  events,
  documents,
}: Pick<Whole, 'request' | 'events' | 'documents'>): { contactId: string; documentIds: string[] }[] => {
  const { awaited } = request;
  if (!awaited) return [];
  const sorted = new Set(
    events.flatMap((event) => (event.type === 'document-provided' ? [event.documentId] : [])),
  );
  return events.flatMap((event) => {
    const isSlip =
      event.type === 'contact-joined' && event.slip && slipNamed(event.slip).askId === awaited.askId;
    if (!isSlip) return [];
    const pieces = documents.filter(({ contactId }) => contactId === event.contactId).map(({ id }) => id);
    const isSorted = pieces.length === 0 || pieces.some((id) => sorted.has(id));
    return isSorted ? [] : [{ contactId: event.contactId, documentIds: pieces }];
  });
};
