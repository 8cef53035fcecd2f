import * as z from 'zod';
import { late, operation } from '../../shared/api.ts';

const roles = ['quality', 'administrator'] as const;
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const count = () => z.number().int();
const share = () => z.number().nullable().describe('0 to 1; null of nothing');
const figures = late(() =>
  z.object({
    messages: count(),
    right: count(),
    routed: count(),
    routedRight: count(),
    calibration: z.number(),
  }),
);
const trial = late(() =>
  z.object({
    held: z.object({ present: figures(), next: figures() }),
    guard: z.object({ messages: count(), present: count(), next: count(), lost: count() }),
    fresh: count(),
    mustForget: z.boolean(),
    onePerson: z
      .array(
        z.object({
          ...{ from: z.string(), to: z.string(), corrections: count(), against: count() },
          onTrial: z.boolean().optional().describe('Proposed, and routing nothing alone'),
        }),
      )
      .optional()
      .describe('Habits that rest on one login, and decisions of others that they would undo'),
    calibrated: z
      .object({ decisions: count(), before: z.number(), after: z.number() })
      .optional()
      .describe('Calibration error on the own decisions it was fitted on, each judged without itself'),
  }),
);
const week = late(() =>
  z.object({
    week: z.string().describe('Monday, YYYY-MM-DD'),
    proposed: count(),
    /** Routed with nobody asked, and of these the ones that were moved afterwards. */
    alone: count(),
    misrouted: count(),
    /** Left to an agent, who kept or corrected what was proposed. */
    asked: count(),
    right: count(),
  }),
);
export type Week = z.infer<ReturnType<typeof week>>;

export const Learning = late(() =>
  z.object({
    /** This week and the eight before, the oldest first; a week counts what was received in it. */
    weeks: z.array(week()),
    departments: z.array(
      week().omit({ week: true }).extend({
        department: z.string(),
        confidence: share(),
        /** Confidence from which it is routed alone. */
        threshold: z.number(),
        /** Cents, of its errors and of its manual sorts. */
        cost: z.number(),
        /** Part of what agents gave it this week, and in the eight weeks before. */
        mix: share(),
        mixBefore: share(),
      }),
    ),
    reliability: z.array(
      z.object({ from: z.number(), proposed: count(), confidence: share(), right: share() }),
    ),
    corrections: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        count: count(),
        agents: count().describe('How many people made them'),
      }),
    ),
    /** Half the sum of what each department's part of this week's mail changed by: 0 the same mix, 1 another world. */
    mixChange: share(),
    /** Part of the words that the shipped corpus does not hold, in the week before the last run and the eight before that. */
    words: z.object({ now: share(), before: share() }),
    /** Cents that an error and a manual sort cost. */
    costs: z.object({ misrouted: count(), sorted: count() }),
    versions: z.array(
      z.object({
        version: z.string(),
        madeAt: z.string(),
        lessons: count(),
        trial: trial(),
        took: z.number(),
        withdrawn: z.boolean().describe('It had read somebody who was erased'),
      }),
    ),
    inUse: z.object({
      version: z.string(),
      since: z.string().nullable(),
      by: z.string().nullable(),
      isMissing: z.boolean().describe('Its model is gone: the shipped one serves'),
    }),
    lastRun: z
      .object({
        at: z.string(),
        verdict: z.string(),
        lessons: count(),
        trial: trial(),
        isFollowed: z.boolean().describe('What it made is in use'),
      })
      .nullable(),
    arbitrations: z.array(
      z.object({
        reference: z.string(),
        version: count(),
        since: z.string(),
        moves: count(),
        department: z.string().nullable(),
        /** Empty for who may not read that request; one of the cabinet is not even named to others. */
        subject: z.string(),
        mayDecide: z.boolean(),
      }),
    ),
    now: z.string(),
  }),
);
export type Learning = z.infer<ReturnType<typeof Learning>>;

export const readLearning = operation({
  method: 'GET',
  path: '/api/agent/learning',
  roles,
  summary:
    'What is learnt from the decisions of agents: figures of nine weeks, versions, requests that nobody keeps',
  response: Learning,
});
export const learnNow = operation({
  method: 'POST',
  path: '/api/agent/learning/runs',
  roles,
  summary: 'Learn now instead of next Sunday night',
  headers: key,
  body: () => z.strictObject({}),
  status: 202,
  response: () => z.object({ startedAt: z.string() }),
});
export const useVersion = operation({
  method: 'POST',
  path: '/api/agent/learning/versions/{version}/use',
  roles,
  summary: 'Go back (or forward) to a version; "shipped" is the one of the product',
  params: () => z.object({ version: z.string().regex(/^(shipped|\d{14})$/) }),
  headers: key,
  body: () => z.strictObject({}),
  response: () => z.object({ version: z.string() }),
});
export const decideArbitration = operation({
  method: 'POST',
  path: '/api/agent/learning/arbitrations/{reference}',
  roles,
  summary: 'Say which department keeps a request that changed hands three times',
  params: () => z.object({ reference: z.string() }),
  headers: key,
  body: () =>
    z.strictObject({
      version: z.number().int(),
      department: z.string().max(100),
      reason: z.string().max(500).nullable(),
    }),
  response: () => z.object({ version: z.number().int() }),
});
