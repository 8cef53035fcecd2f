import * as z from 'zod';
import { now } from '../../shared/clock.adapter.ts';
import { startLearning } from './start.adapter.ts';

const Env = z.object({ MACHINE_ARN: z.string() });
export type Env = z.infer<typeof Env>;
const start = startLearning(Env.parse(process.env).MACHINE_ARN);
const Event = z.object({ scheduledAt: z.string().optional() });

/** Once a week, at night. */
export const handler = (event: unknown) => {
  const { scheduledAt } = Event.parse(event);
  return start(`week-${(scheduledAt ?? now()).slice(0, 10)}`);
};
