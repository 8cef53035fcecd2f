import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { dropReasons } from './call-back.ts';

const desk = ['reception', 'qualification', 'instructor', 'head', 'administrator'] as const;
const watches = [...desk, 'quality', 'signatory'] as const;
const instant = () => z.string().describe('instant, UTC');
const day = () => z.iso.date().describe('calendar day of the authority');

/** Somebody a number may belong to, with what waits for them. A number shared by a family lists them all: the agent picks. */
export const PersonOfNumber = late(() =>
  z.object({
    personId: z.string(),
    name: z.string(),
    birth: z.string().nullable(),
    address: z.string().nullable(),
    requests: z.array(
      z.object({
        reference: z.string(),
        subject: z.string(),
        state: z.string(),
        department: z.string().nullable(),
        openedAt: instant(),
      }),
    ),
  }),
);
export type PersonOfNumber = z.infer<ReturnType<typeof PersonOfNumber>>;

export const Notice = late(() =>
  z.object({
    topic: z.string().nullable().describe('code of a department; null for every caller and visitor'),
    text: z.string(),
    note: z.string().describe('for agents only'),
    until: instant().nullable(),
    by: z.string(),
    at: instant(),
  }),
);
export type Notice = z.infer<ReturnType<typeof Notice>>;

/** Screen pop: the call this agent is being given or is in, with the household of the number. */
export const readCurrentCall = operation({
  method: 'GET',
  path: '/api/agent/calls/current',
  roles: watches,
  summary: 'The call the agent is in, who may be calling and what waits for them; null when there is none',
  response: () =>
    z.object({
      call: z
        .object({
          /** Id of the contact, to give to `recordContact`. */
          contactId: z.string(),
          number: z.string().nullable(),
          state: z.enum(['connected', 'ended']),
          startedAt: instant(),
          connectedAt: instant(),
          endedAt: instant().nullable(),
          topic: z.string().nullable(),
          group: z.string().nullable(),
          waitSeconds: z.number().int().nullable(),
          people: z.array(PersonOfNumber()),
          notices: z.array(Notice()),
        })
        .nullable(),
      now: instant(),
    }),
});

const CallBackItem = late(() =>
  z.object({
    contactId: z.string().describe('contact of the first call nobody answered: it names the task'),
    number: z.string(),
    since: instant(),
    lastAt: instant(),
    missed: z.number().int(),
    due: instant(),
    isLate: z.boolean(),
    topic: z.string().nullable(),
    group: z.string().nullable(),
    tries: z.array(z.object({ at: instant(), by: z.string() })),
  }),
);
export type CallBackItem = z.infer<ReturnType<typeof CallBackItem>>;

export const listCallBacks = operation({
  method: 'GET',
  path: '/api/agent/call-backs',
  roles: watches,
  summary: 'One page of the people to call back, by due time',
  query: () =>
    z.object({
      after: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  response: () => z.object({ items: z.array(CallBackItem()), next: z.string().nullable(), now: instant() }),
});

const contactParams = () => z.object({ contactId: z.string().max(200) });
export const readCallBack = operation({
  method: 'GET',
  path: '/api/agent/call-backs/{contactId}',
  roles: watches,
  summary: 'A call-back with who it may be and what waits for them; open is null once it is settled',
  params: contactParams,
  response: () =>
    z.object({
      number: z.string(),
      open: CallBackItem().nullable(),
      people: z.array(PersonOfNumber()),
      mayDrop: z.boolean().describe('after three tries without answer'),
      now: instant(),
    }),
});

export const tryCallBack = operation({
  method: 'POST',
  path: '/api/agent/call-backs/{contactId}/tries',
  roles: desk,
  summary: 'What came of a try to call back: reached, no answer (a new due time), or given up with a reason',
  params: contactParams,
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () =>
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('reached') }),
      z.strictObject({ outcome: z.literal('no-answer') }),
      z.strictObject({ outcome: z.literal('dropped'), reason: z.enum(dropReasons) }),
    ]),
  response: () => z.object({ open: CallBackItem().nullable(), now: instant() }),
});

const Line = late(() =>
  z.object({
    calls: z.number().int(),
    answered: z.number().int(),
    abandoned: z.number().int().describe('the caller hung up'),
    missed: z.number().int().describe('nobody could take it'),
    closed: z.number().int().describe('out of hours; not part of the answered rate'),
    hidden: z.number().int(),
    typed: z.number().int().describe('written down by an agent, without durations'),
    answeredRate: z.number().nullable().describe('answered / (calls - closed), 0 to 1'),
    meanWait: z.number().nullable().describe('seconds between the queue and the answer'),
    meanTalk: z.number().nullable().describe('seconds, answered calls'),
  }),
);
export type Line = z.infer<ReturnType<typeof Line>>;
const Named = () => z.array(Line().extend({ code: z.string().nullable() }));

export const readCallStatistics = operation({
  method: 'GET',
  path: '/api/agent/calls/statistics',
  roles: ['reception', 'qualification', 'instructor', 'head', 'quality', 'administrator'],
  summary: 'Calls of some days (31 at most): in all, by day, hour, subject and agent group',
  query: () =>
    z.object({
      from: day().optional().describe('today unless said'),
      to: day().optional().describe('the first day unless said'),
      span: z.enum(['day', 'week']).default('day').describe('week: Monday to Sunday around the first day'),
    }),
  response: () =>
    z.object({
      from: day(),
      to: day(),
      total: Line(),
      outbound: z.number().int(),
      days: Named().describe('code: the day'),
      hours: Named().describe('code: 00 to 23, the hour in which the call began'),
      topics: Named(),
      groups: Named(),
      now: instant(),
    }),
});

export const listNotices = operation({
  method: 'GET',
  path: '/api/agent/notices',
  roles: watches,
  summary: 'Messages of the day that are on: what callers hear and visitors read, with the note to agents',
  response: () => z.object({ notices: z.array(Notice()), now: instant() }),
});

/** One switch for the telephone, the portal and the agents at once. */
export const setNotice = operation({
  method: 'PUT',
  path: '/api/agent/notices',
  roles: ['head', 'quality', 'administrator'],
  summary: 'Switches the message of a subject on, until a date or until it is switched off, or off',
  body: () =>
    z.strictObject({
      topic: z.string().max(60).nullable(),
      isOn: z.boolean(),
      text: z.string().trim().max(400).default(''),
      note: z.string().trim().max(1_000).default(''),
      until: z.iso.datetime({ offset: true }).nullable().default(null),
    }),
  response: () => z.object({ notices: z.array(Notice()), now: instant() }),
});
