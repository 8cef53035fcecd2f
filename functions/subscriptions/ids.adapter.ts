import { createHash } from 'node:crypto';

/** The same key gives the same alert: what is asked again is the same thing. */
export const alertId = (key: string): string =>
  createHash('sha256').update(`alert:${key}`).digest('hex').slice(0, 20);
