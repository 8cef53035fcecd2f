import type {
  arrive,
  bookFor,
  cancelFor,
  listAgentSlots,
  mark,
  moveFor,
  readDay,
  readOne,
  readWeek,
} from '../../../functions/appointments/agent-api.ts';
import type {
  closeStretch,
  listClosings,
  readAgenda,
  readFigures,
  reopen,
  saveAgenda,
} from '../../../functions/appointments/settings-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Day = AnswerOf<typeof readDay>;
export type Line = Day['desks'][number]['appointments'][number];
export type Week = AnswerOf<typeof readWeek>;
export type Detail = AnswerOf<typeof readOne>['appointment'];
export type Closing = AnswerOf<typeof listClosings>['closings'][number];
export type Saved = AnswerOf<typeof readAgenda>;
export type Agenda = Saved['agenda'];
const one = (id: string) => ({ params: { id } });

/** What the agents' pages of appointments ask for. */
export const appointmentsApi = {
  day: (query: InputOf<typeof readDay>['query']) =>
    call<typeof readDay>('GET /api/agent/appointments/day', { query }),
  week: (query: InputOf<typeof readWeek>['query']) =>
    call<typeof readWeek>('GET /api/agent/appointments/week', { query }),
  slots: (query: InputOf<typeof listAgentSlots>['query']) =>
    call<typeof listAgentSlots>('GET /api/agent/appointments/slots', { query }),
  one: (id: string) => call<typeof readOne>('GET /api/agent/appointments/{id}', one(id)),
  book: (body: InputOf<typeof bookFor>['body'], key: string) =>
    call<typeof bookFor>('POST /api/agent/appointments', { body, headers: { 'idempotency-key': key } }),
  move: (id: string, place: string, from: string) =>
    call<typeof moveFor>('POST /api/agent/appointments/{id}/move', { ...one(id), body: { place, from } }),
  cancel: (id: string) => call<typeof cancelFor>('POST /api/agent/appointments/{id}/cancel', one(id)),
  arrive: (id: string) => call<typeof arrive>('POST /api/agent/appointments/{id}/arrived', one(id)),
  mark: (id: string, state: InputOf<typeof mark>['body']['state']) =>
    call<typeof mark>('POST /api/agent/appointments/{id}/mark', { ...one(id), body: { state } }),
  closings: () => call<typeof listClosings>('GET /api/agent/appointments/closings', {}),
  close: (body: InputOf<typeof closeStretch>['body']) =>
    call<typeof closeStretch>('POST /api/agent/appointments/closings', { body }),
  reopen: (id: string) => call<typeof reopen>('POST /api/agent/appointments/closings/{id}/open', one(id)),
  agenda: () => call<typeof readAgenda>('GET /api/agent/appointments/agenda', {}),
  save: (agenda: Agenda, revision: number) =>
    call<typeof saveAgenda>('PUT /api/agent/appointments/agenda', { body: { agenda, revision } }),
  figures: (month: string | undefined) =>
    call<typeof readFigures>('GET /api/agent/appointments/figures', { query: { month } }),
};
