import { createHash, randomBytes } from 'node:crypto';

const derived = (letter: 'a' | 'w', text: string): string =>
  letter + createHash('sha256').update(text).digest('hex').slice(0, 20);

/** The same key gives the same appointment: what is asked again is the same thing. */
export const appointmentId = (key: string): string => derived('a', `appointment:${key}`);
/** One place in a list for each person, reason and place. */
export const waiterId = (parts: readonly string[]): string => derived('w', JSON.stringify(parts));
/** Unguessable: whoever knows a hold may book it. */
export const newHoldId = (): string => randomBytes(18).toString('base64url');
