import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Hash } from './journal.ts';
import { normaliseCode, trackingCode } from './tracking-code.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');
export const newSalt = (): string => randomBytes(16).toString('hex');
export const newTrackingCode = (): string => trackingCode(randomBytes(64));

const cost = { N: 4096, r: 8, p: 1 };
const derive = (code: string, salt: string): Buffer => scryptSync(code, salt, 32, cost);

/** What is kept of a tracking code: enough to recognise it, slow enough that 40 bits cannot be tried out. */
export const hashTrackingCode = (code: string): string => {
  const salt = newSalt();
  return `scrypt.${salt}.${derive(normaliseCode(code) ?? '', salt).toString('hex')}`;
};

/** True when the typed code, in any spelling, is the one that was hashed. */
export const isTrackingCode = (typed: string, kept: string): boolean => {
  const [, salt = '', hash = ''] = kept.split('.');
  const code = normaliseCode(typed);
  const expected = Buffer.from(hash, 'hex');
  return code !== null && expected.length === 32 && timingSafeEqual(derive(code, salt), expected);
};

/** The same parts always give the same id: what is asked again is the same thing. */
export const derivedId = (...parts: string[]): string => sha256(JSON.stringify(parts)).slice(0, 32);
