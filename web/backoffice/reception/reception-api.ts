import type { searchForAgents } from '../../../functions/knowledge/agent-api.ts';
import type { readArticle } from '../../../functions/knowledge/public-api.ts';
import type { readProcedure } from '../../../functions/procedures/public-api.ts';
import type {
  mailContactReceipt,
  printContactReceipt,
  recordContact,
} from '../../../functions/reception/agent-api.ts';
import type {
  callTicket,
  endTicket,
  handTicket,
  listTickets,
} from '../../../functions/reception/tickets-api.ts';
import type { readCurrentCall } from '../../../functions/telephony/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type RecordBody = InputOf<typeof recordContact>['body'];
export type Recorded = AnswerOf<typeof recordContact>;
export type Tickets = AnswerOf<typeof listTickets>;
export type Ticket = Tickets['waiting'][number];
export type CurrentCall = NonNullable<AnswerOf<typeof readCurrentCall>['call']>;
export type ArticleCard = AnswerOf<typeof searchForAgents>['results'][number];

const key = (idempotency: string) => ({ 'idempotency-key': idempotency });
const slow = { patience: 40_000 };

/** What the desk asks of the service; a key is made once per intention. */
export const receptionApi = {
  record: (body: RecordBody, idempotency: string) =>
    call<typeof recordContact>('POST /api/agent/contacts', { body, headers: key(idempotency) }, slow),
  receipt: (contactId: string, trackingCode: string) =>
    call<typeof printContactReceipt>(
      'POST /api/agent/contacts/{contactId}/receipt',
      { params: { contactId }, body: { trackingCode } },
      slow,
    ),
  mailReceipt: (contactId: string, trackingCode: string, idempotency: string) =>
    call<typeof mailContactReceipt>(
      'POST /api/agent/contacts/{contactId}/receipt/mail',
      { params: { contactId }, body: { trackingCode }, headers: key(idempotency) },
      slow,
    ),
  tickets: () => call<typeof listTickets>('GET /api/agent/tickets', {}),
  hand: (topic: string, isPriority: boolean, idempotency: string) =>
    call<typeof handTicket>('POST /api/agent/tickets', {
      ...{ body: { topic, isPriority }, headers: key(idempotency) },
    }),
  next: (desk: string) =>
    call<typeof callTicket>('POST /api/agent/tickets/next', { body: { desk, topics: [] } }),
  end: (id: string, outcome: 'served' | 'absent') =>
    call<typeof endTicket>('POST /api/agent/tickets/{id}/end', { params: { id }, body: { outcome } }),
  currentCall: () => call<typeof readCurrentCall>('GET /api/agent/calls/current', {}),
  articles: (q: string, department: string | null) =>
    call<typeof searchForAgents>('POST /api/agent/knowledge/search', {
      body: { q, limit: 8, ...(department && { department }) },
    }),
  article: (id: string) =>
    call<typeof readArticle>('GET /api/public/articles/{id}', { params: { id }, query: {} }),
  procedure: (id: string) =>
    call<typeof readProcedure>('GET /api/public/procedures/{id}', { params: { id }, query: {} }),
};
