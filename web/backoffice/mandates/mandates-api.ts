import type * as api from '../../../functions/mandates/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type PersonMandates = AnswerOf<typeof api.listPersonMandates>;
export type Recorded = InputOf<typeof api.recordMandate>['body'];
const one = (id: string) => ({ params: { id } });

/** What the desk asks about mandates. */
export const mandatesApi = {
  list: (person: string) =>
    call<typeof api.listPersonMandates>('GET /api/agent/mandates', { query: { person } }),
  record: (body: Recorded) => call<typeof api.recordMandate>('POST /api/agent/mandates', { body }),
  act: (id: string) => call<typeof api.helpAtDesk>('POST /api/agent/mandates/{id}/act', one(id)),
  end: (id: string) => call<typeof api.endForPerson>('POST /api/agent/mandates/{id}/end', one(id)),
  letters: () => call<typeof api.listMandateLetters>('GET /api/agent/mandates/letters', {}),
  posted: (id: string, key: string) =>
    call<typeof api.markMandateLetterPosted>('POST /api/agent/mandates/{id}/posted', {
      ...one(id),
      body: { key },
    }),
};
