import type { Retrier } from './definition.ts';
import { matches } from './failure.ts';

/**
 * The retrier that takes a failure, and the seconds before the next attempt; undefined when none is left. Each retrier
 * counts its own attempts, as on AWS.
 *
 * @param used attempts already granted by each retrier, by its position
 * @param chance a number from 0 to 1 for `JitterStrategy: FULL`
 */
export function nextRetry(
  retriers: readonly Retrier[],
  used: ReadonlyMap<number, number>,
  code: string,
  chance: number,
): { retrier: number; seconds: number } | undefined {
  const position = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, code));
  const retrier = retriers[position];
  if (!retrier) return undefined;
  const granted = used.get(position) ?? 0;
  if (granted >= (retrier.MaxAttempts ?? 3)) return undefined;
  const wanted = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** granted;
  const seconds = Math.min(wanted, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return { retrier: position, seconds: retrier.JitterStrategy === 'FULL' ? seconds * chance : seconds };
}
