import type { Line } from './activity.ts';

/**
 * What a request costs an authority by the way it comes in, in cents: figures of towns that counted (12 € at a counter, 3 €
 * online). An order of magnitude that is shown as such, not an account.
 */
export const costCents = { counter: 1_200, online: 300 } as const;
const online: readonly (string | null)[] = ['form', 'mail', 'sms'];

/** Cents saved by what was asked online instead of at a counter; requests that were opened only. */
export const savedCents = (lines: readonly Line[]): number =>
  lines
    .filter(({ code }) => online.includes(code))
    .reduce((sum, { counts }) => sum + (counts.opened ?? 0) * (costCents.counter - costCents.online), 0);
