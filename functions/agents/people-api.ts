import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { roles } from './agent.ts';
import { Delegation } from './delegation.ts';
import { WorkProfile } from './work-profile.ts';

const day = late(() => z.iso.date());
const byLogin = late(() => z.object({ login: z.string().max(100) }));
const manages = ['head', 'administrator'] as const;

export const Person = late(() =>
  z.object({
    login: z.string(),
    name: z.string(),
    title: z.string(),
    roles: z.array(z.enum(roles)),
    departments: z.array(z.string()),
    absence: z.object({ from: day(), to: day(), substitute: z.string().nullable() }).nullable(),
    leftOn: day().nullable(),
    isPresent: z.boolean(),
    /** What the distribution of work knows of them; saved by `saveWork`. */
    work: WorkProfile().nullable(),
    /** Letters that wait in this person's book, a hundred at most; null when it is none of the caller's business. */
    waiting: z.number().int().nullable(),
  }),
);
export type Person = z.infer<ReturnType<typeof Person>>;

export const listPeople = operation({
  method: 'GET',
  path: '/api/agent/people',
  roles,
  summary: 'Who is there: absences, substitutes, departures, and the orders by which signature is given',
  response: () =>
    z.object({
      me: z.string(),
      people: z.array(Person()),
      delegations: z.array(Delegation()),
      may: z.object({ manage: z.boolean(), leave: z.boolean() }),
      today: day(),
    }),
});
const moved = late(() => z.object({ moved: z.number().int().describe('letters given to somebody else') }));

/** One's own, or that of somebody of one's department for a head, or anybody's for an administrator. */
export const setAbsence = operation({
  method: 'PUT',
  path: '/api/agent/people/{login}/absence',
  roles,
  summary: 'Away from a day to a day, and who acts meanwhile; null ends it. What waits goes to who is there',
  params: byLogin,
  body: () =>
    z.strictObject({
      absence: z
        .strictObject({ from: day(), to: day(), substitute: z.string().max(100).nullable() })
        .nullable(),
    }),
  response: moved,
});
export const leave = operation({
  method: 'PUT',
  path: '/api/agent/people/{login}/departure',
  roles: ['administrator'],
  summary: 'Last day in office; null takes it back. Nothing stays with somebody who left',
  params: byLogin,
  body: () => z.strictObject({ leftOn: day().nullable() }),
  response: moved,
});
export const saveDelegation = operation({
  method: 'PUT',
  path: '/api/agent/delegations/{id}',
  roles: manages,
  summary: 'The order by which somebody may sign, with its dates, its number and where it is published',
  params: () => z.object({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) }),
  body: () => Delegation().omit({ id: true }),
  response: moved,
});
export const endDelegation = operation({
  method: 'DELETE',
  path: '/api/agent/delegations/{id}',
  roles: manages,
  summary: 'The order gives nothing any more; what was signed under it keeps its number',
  params: () => z.object({ id: z.string().max(64) }),
  response: moved,
});
