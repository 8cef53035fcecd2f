import { randomBytes, randomUUID } from 'node:crypto';

/** The instant, as everything is stamped: UTC, ISO 8601. */
export const now = (): string => new Date().toISOString();

/** Seconds since 1970, the unit of `expiresAt`. */
export const epochSeconds = (): number => Math.floor(Date.now() / 1000);

/** Calendar day of an instant in a time zone. Legal dates are days of the authority, never instants. */
export const dayIn = (timeZone: string, instant: string = now()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );

export const newId = (): string => randomUUID();

/** Unguessable, 256 bits, safe in a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** `HH:mm` of an instant in a time zone. */
export const timeIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
