import * as z from 'zod';

/**
 * What goes wrong with a call: `crash-before` ends the worker before it is made, `crash-after` once it was made and not yet
 * answered; `throttle` refuses it as AWS does who is asked too much; `time-out` makes it and loses the answer; `duplicate`
 * makes it twice (an event is given to two workers at once); `partial` makes the first half of a batch and reports the rest
 * as failed; `lose` forgets an event as if it had been handled; `delay` makes it later; `out-of-order` holds it until the next one has passed.
 */
const Kind = z.enum([
  'crash-before',
  'crash-after',
  'throttle',
  'time-out',
  'duplicate',
  'partial',
  'lose',
  'delay',
  'out-of-order',
]);
export type FaultKind = z.infer<typeof Kind>;

/** `function` is the giving of an event to a function; the others are calls that functions make. */
export const services = [
  ...['dynamodb', 's3', 'sqs', 'sns', 'ses', 'states', 'events', 'textract', 'kms', 'secrets', 'lambda'],
  'function',
] as const;

/** Which calls a fault strikes: all that is said must hold, what is left out holds for any call. */
export const FaultRule = z.strictObject({
  kind: Kind,
  service: z.enum(services),
  /** Of the API (`TransactWriteItems`; of S3 and SES the method, `PUT`); of `function` how it is given: `event queue stream call task`. */
  operation: z.string().optional(),
  /** Part of the name of the function that calls or is called. */
  function: z.string().optional(),
  /** Text that the call holds, such as the name of a table. */
  holding: z.string().optional(),
  probability: z.number().min(0).max(1).default(1),
  /** So many calls pass first. */
  after: z.int().min(0).default(0),
  /** So many strokes, then no more. */
  times: z.int().min(1).optional(),
  /** How long a delay lasts, or how long what is held waits for company. */
  ms: z.int().min(0).max(60_000).default(200),
});
export type FaultRule = z.input<typeof FaultRule>;

/** `seed` draws which calls are struck: the same for the same calls in the same order. */
export const FaultPlan = z.strictObject({ seed: z.int().default(1), rules: z.array(FaultRule).max(100) });
export type FaultPlan = z.infer<typeof FaultPlan>;

/** `rule`: its place in the plan. */
export type Stroke = {
  at: string;
  rule: number;
  kind: FaultKind;
  service: string;
  operation: string;
  function: string;
};
/** What stands, how many calls each rule has met and struck, and the newest strokes. */
export type FaultLog = {
  seed: number;
  rules: (z.infer<typeof FaultRule> & { met: number; struck: number })[];
  strokes: Stroke[];
};
