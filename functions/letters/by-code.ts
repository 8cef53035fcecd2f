import type { LetterQr } from './qr.ts';
import { asScanned } from './scanned-keys.ts';
import { readShortCode } from './short-code.ts';

/** What a hand scanner types of a code of ours; whether it is genuine matters to nobody who may open the request anyway. */
const scanned = /^PARVIS:REQ:v1:(?:letter|slip|receipt):([A-Z]{2,4}-\d{4}-\d{6}-[A-Y]):/i;

/** The request that a typed or scanned code stands for; null when it is no code, or nobody's. */
export const byCode =
  (find: (digits: string) => Promise<LetterQr | null>) =>
  async (typed: string): Promise<string | null> => {
    const reference = scanned.exec(asScanned(typed).trim())?.[1];
    if (reference) return reference.toUpperCase();
    const digits = readShortCode(typed);
    return digits ? ((await find(digits))?.reference ?? null) : null;
  };

/** Whether somebody typed or scanned a code of a letter, right or wrong: no name and no number looks like it. */
export const looksLikeCode = (typed: string): boolean =>
  scanned.test(asScanned(typed).trim()) ||
  /^\d{4}[\s./_–-]*\d{4}[\s./_–-]*\d{4}[\s./_–-]*[A-Z]$/i.test(typed.trim());
