import * as z from 'zod';
import { WorkProfile } from '../../agents/work-profile.ts';
import { late, operation } from '../../shared/api.ts';
import { Rules } from './rules.ts';

/** Heads share out the work of their departments, administrators that of any; instructors read why on each request. */
const leads = ['head', 'administrator'] as const;
const department = late(() => z.string().max(60));
const login = late(() => z.string().min(2).max(100));
const why = late(() =>
  z.array(z.string()).describe('codes: see functions/instruction/distribution/choose.ts'),
);

const Counts = late(() =>
  z.object({
    open: z.number().int(),
    late: z.number().int(),
    week: z.number().int().describe('due from today to Sunday'),
    more: z.boolean().describe('there are more than were counted'),
  }),
);
export type Counts = z.infer<ReturnType<typeof Counts>>;
const Worker = late(() =>
  z.object({
    login: login(),
    name: z.string(),
    title: z.string(),
    instructs: z.boolean(),
    isPresent: z.boolean(),
    absence: z.object({ from: z.string(), to: z.string(), substitute: z.string().nullable() }).nullable(),
    leftOn: z.string().nullable(),
    work: WorkProfile(),
    cap: z.number().int().describe('open requests at most, working time counted'),
    counts: Counts(),
  }),
);
export const readDistribution = operation({
  method: 'GET',
  path: '/api/agent/distribution',
  roles: leads,
  summary:
    'Who of a department has how much, its common basket, and the rules by which requests are shared out',
  query: () => z.object({ department: department() }),
  response: () =>
    z.object({
      department: department(),
      agents: z.array(Worker()),
      basket: Counts(),
      version: z.number().int().describe('of the rules; 0 while there are none'),
      rules: Rules().nullable(),
      saved: z.object({ by: z.string(), at: z.string() }).nullable(),
      communes: z.array(z.object({ code: z.string(), name: z.string() })),
      now: z.string(),
      today: z.string(),
    }),
});

export const Shared = late(() =>
  z.object({
    reference: z.string(),
    subject: z.string(),
    sender: z.string(),
    due: z.string(),
    receivedAt: z.string(),
    urgency: z.enum(['normal', 'high']),
    state: z.string(),
    agent: z.string().nullable(),
    given: why().describe('why it is there; empty when a person put it there'),
  }),
);
export const listShared = operation({
  method: 'GET',
  path: '/api/agent/distribution/requests',
  roles: leads,
  summary:
    'Requests of a department with one of its agents, or in its common basket; the most pressing first',
  query: () =>
    z.object({
      department: department(),
      agent: login().optional().describe('without: the common basket'),
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
  response: () => z.object({ items: z.array(Shared()), next: z.string().nullable(), now: z.string() }),
});

const Target = late(() =>
  z.union([
    z.strictObject({ agent: login().nullable() }).describe('null: the common basket'),
    z.strictObject({ rules: z.literal(true) }).describe('whom the rules choose'),
  ]),
);
export const moveShared = operation({
  method: 'POST',
  path: '/api/agent/distribution/moves',
  roles: leads,
  summary:
    'Gives requests of a department to agents, to the common basket, or to whom the rules choose; answers each',
  headers: () => z.object({ 'idempotency-key': z.string().min(8).max(100) }),
  body: () =>
    z.strictObject({
      department: department(),
      moves: z
        .array(z.strictObject({ reference: z.string().max(30), to: Target() }))
        .min(1)
        .max(50),
    }),
  response: () =>
    z.object({
      results: z.array(
        z.object({
          reference: z.string(),
          code: z.string().describe('moved, unchanged, absent, or why it was refused'),
          from: z.string().nullable(),
          to: z.string().nullable(),
          why: why(),
        }),
      ),
    }),
});
export type Moved = z.infer<(typeof moveShared)['response']>['results'][number];

export const saveRules = operation({
  method: 'PUT',
  path: '/api/agent/distribution/{department}/rules',
  roles: leads,
  summary: 'How a department shares out its requests from now on; what was given stays where it is',
  params: () => z.object({ department: department() }),
  body: () => z.strictObject({ version: z.number().int().min(0).describe('that was read'), rules: Rules() }),
  response: () => z.object({ version: z.number().int() }),
});

export const tryRules = operation({
  method: 'POST',
  path: '/api/agent/distribution/{department}/trial',
  roles: leads,
  summary:
    'What rules would have done with the requests of the last days that are still open; nothing is written',
  params: () => z.object({ department: department() }),
  body: () => z.strictObject({ rules: Rules() }),
  response: () =>
    z.object({
      since: z.string().describe('first day looked at'),
      looked: z.number().int(),
      items: z.array(
        Shared().extend({
          would: z.string().nullable(),
          why: why(),
          complexity: z.number().int(),
          weight: z.array(z.object({ code: z.string(), points: z.number().int() })),
        }),
      ),
      loads: z.array(z.object({ login: z.string(), before: z.number().int(), after: z.number().int() })),
    }),
});

export const saveWork = operation({
  method: 'PUT',
  path: '/api/agent/people/{login}/work',
  roles: leads,
  summary: 'Skills, languages, communes and working time of an agent, for the distribution of work',
  params: () => z.object({ login: login() }),
  body: () => WorkProfile(),
  response: () => WorkProfile(),
});
