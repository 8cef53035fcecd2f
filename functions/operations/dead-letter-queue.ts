import * as z from 'zod';

/**
 * How what lies in a queue of dead letters is handed over again. `target` is the URL of a queue, or the ARN of a function or
 * of a machine.
 * - `queue`: it is the message itself, back to the queue it came from;
 * - `function`: Lambda wrapped the event that the function could not handle;
 * - `event`: a rule or a schedule could not hand it to its target;
 * - `stream`: only its place in a stream is known: the function makes everything again;
 * - `hand`: nothing can be sent again from here; the runbook says what to do.
 */
export const Replay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('queue'), target: z.string() }),
  z.object({ by: z.literal('function'), target: z.string() }),
  z.object({
    by: z.literal('event'),
    target: z.string(),
    kind: z.enum(['function', 'queue', 'machine']),
    /** A machine is given the `detail` of the event only. */
    detail: z.literal('true').optional(),
  }),
  z.object({ by: z.literal('stream'), target: z.string() }),
  z.object({ by: z.literal('hand') }),
]);
export type Replay = z.infer<typeof Replay>;

/** A queue of dead letters, as its stack says it at each deployment. `place`: `payments/RequestsDeadLetters`. */
export const DeadLetterQueue = z.object({
  place: z.string(),
  subject: z.string(),
  url: z.string(),
  replay: Replay,
});
export type DeadLetterQueue = z.infer<typeof DeadLetterQueue>;

/** Stable, short, safe in an address: `work.payments.RequestsDeadLetters`. */
export const queueId = (part: string, place: string): string => `${part}.${place.replaceAll('/', '.')}`;
