import type {
  endDelegation,
  leave,
  listPeople,
  saveDelegation,
  setAbsence,
} from '../../../functions/agents/people-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type People = AnswerOf<typeof listPeople>;
export type Person = People['people'][number];
export type Delegation = People['delegations'][number];
export type NewDelegation = InputOf<typeof saveDelegation>['body'];

export const peopleApi = {
  list: () => call<typeof listPeople>('GET /api/agent/people', {}),
  absence: (login: string, absence: Person['absence']) =>
    call<typeof setAbsence>('PUT /api/agent/people/{login}/absence', {
      params: { login },
      body: { absence },
    }),
  leave: (login: string, leftOn: string | null) =>
    call<typeof leave>('PUT /api/agent/people/{login}/departure', { params: { login }, body: { leftOn } }),
  delegate: (id: string, body: NewDelegation) =>
    call<typeof saveDelegation>('PUT /api/agent/delegations/{id}', { params: { id }, body }),
  endDelegation: (id: string) =>
    call<typeof endDelegation>('DELETE /api/agent/delegations/{id}', { params: { id } }),
};
