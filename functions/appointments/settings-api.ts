import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { Agenda } from './agenda.ts';
import { AgendaLine } from './agent-api.ts';

const edits = ['head', 'administrator'] as const;
const closes = ['reception', 'head', 'administrator'] as const;
const code = () => z.string().max(40);

export const Closing = late(() =>
  z.object({
    id: z.string(),
    place: code(),
    desks: z.array(code()),
    from: z.iso.date(),
    to: z.iso.date(),
    start: z.number().int().describe('minutes since midnight, each day'),
    end: z.number().int(),
    why: z.string(),
    by: z.string(),
    at: z.string(),
    state: z.enum(['closed', 'reopened']),
    concerned: z.number().int().describe('appointments that could not be kept'),
  }),
);
export type Closing = z.infer<ReturnType<typeof Closing>>;
const stretch = late(() =>
  z.strictObject({
    place: code(),
    desks: z.array(code()).max(200).default([]).describe('none: all of them'),
    from: z.iso.date(),
    to: z.iso.date(),
    start: z.number().int().min(0).max(1_440).multipleOf(5).default(0),
    end: z.number().int().min(0).max(1_440).multipleOf(5).default(1_440),
    why: z.string().trim().min(3).max(200).describe('for agents; people are told that the hall is closed'),
    isTrial: z.boolean().default(false).describe('only says who is concerned'),
  }),
);
export const listClosings = operation({
  method: 'GET',
  path: '/api/agent/appointments/closings',
  roles: closes,
  summary: 'What is closed or was lately, the last first',
  response: () => z.object({ closings: z.array(Closing()), now: z.string() }),
});
export const closeStretch = operation({
  method: 'POST',
  path: '/api/agent/appointments/closings',
  roles: closes,
  summary: 'Closes desks for some days or hours: who was to come is told and offered other slots',
  body: stretch,
  response: () =>
    z.object({
      closing: Closing().nullable().describe('null for a trial'),
      concerned: z.array(AgendaLine()),
      now: z.string(),
    }),
});
export const reopen = operation({
  method: 'POST',
  path: '/api/agent/appointments/closings/{id}/open',
  roles: closes,
  summary: 'Opens again what was closed; those who were told keep what they chose since',
  params: () => z.object({ id: z.string().max(60) }),
  response: () => z.object({ closing: Closing(), now: z.string() }),
});

const saved = late(() =>
  z.object({
    agenda: Agenda(),
    revision: z.number().int(),
    by: z.string(),
    at: z.string(),
    problems: z.array(z.object({ field: z.string(), problem: z.string(), remedy: z.string() })),
    departments: z.array(code()).describe('those whose reasons this agent may change'),
    mayChangePlaces: z.boolean(),
  }),
);
export const readAgenda = operation({
  method: 'GET',
  path: '/api/agent/appointments/agenda',
  roles: edits,
  summary: 'Reasons, places, desks and opening hours',
  response: saved,
});
export const saveAgenda = operation({
  method: 'PUT',
  path: '/api/agent/appointments/agenda',
  roles: edits,
  summary: 'Saves them whole; `revision` is the one that was read. Heads change what is of their departments',
  body: () => z.strictObject({ agenda: Agenda(), revision: z.number().int() }),
  response: saved,
});

export const readFigures = operation({
  method: 'GET',
  path: '/api/agent/appointments/figures',
  roles: ['head', 'quality', 'administrator'],
  summary:
    'A month by place and reason: booked, moved, cancelled, missed, days waited; people in waiting lists',
  query: () =>
    z.object({
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
    }),
  response: () =>
    z.object({
      month: z.string(),
      lines: z.array(
        z.object({
          ...{ place: z.string(), reason: z.string() },
          ...{ booked: z.number(), moved: z.number(), cancelled: z.number() },
          ...{ withdrawn: z.number(), honoured: z.number(), missed: z.number() },
          missedRate: z.number().nullable().describe('of those who were to come and are marked'),
          meanWait: z.number().nullable().describe('days between booking and appointment'),
          waiting: z.number().int().describe('people in the waiting list now'),
        }),
      ),
      now: z.string(),
    }),
});
