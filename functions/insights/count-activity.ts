import type { Day } from '../deadlines/day.ts';
import type { Request } from '../requests/request.ts';
import { changesOf, type Facts, factsOf, type Line } from './activity.ts';

/** What was last counted of a request, and at which version of it. */
export type CountedRequest = { version: number; facts: Facts };
/** A request as it is, beside what was counted of it. */
export type ToCount = { request: Request; counted: CountedRequest | null };
export type Writing = {
  requests: { reference: string; before: CountedRequest | null; after: CountedRequest }[];
  lines: Line[];
};

export type CountDeps = {
  /** Requests that are there, in any order. */
  read(references: readonly string[]): Promise<ToCount[]>;
  /** All or nothing; `false` when one of the requests was counted meanwhile. */
  write(writing: Writing): Promise<boolean>;
  /** Whether the promised delay was kept; null when nothing was promised. */
  isInTime(request: Request): Promise<boolean | null>;
  dayOf(): Promise<(instant: string) => Day>;
};

/** The answer is the one that was judged already: its journal is not read again. */
const judged = ({ request, counted }: ToCount, facts: Facts): boolean => {
  const [before, after] = [counted?.facts.answer, facts.answer];
  return (
    request.answer === null ||
    (before?.days === after?.days && before?.outcome === after?.outcome && before?.month === after?.month)
  );
};

const attempts = 5;
/** As many requests as one transaction holds with the lines they change. */
const together = 20;

/**
 * Brings the statistics up to date with requests that changed. What was counted of each is kept with it, so that the same
 * news again, or late, adds nothing; an older state is never counted over a newer one.
 */
export const countActivity =
  ({ read, write, isInTime, dayOf }: CountDeps) =>
  async (references: readonly string[]): Promise<void> => {
    const days = await dayOf();
    const after = async (one: ToCount): Promise<Facts> => {
      const facts = factsOf(one.request, days, one.counted?.facts.answer?.isInTime ?? null);
      return judged(one, facts) ? facts : factsOf(one.request, days, await isInTime(one.request));
    };
    const count = async (some: readonly string[], attempt = 1): Promise<void> => {
      const found = (await read(some)).filter(
        ({ request, counted }) => !counted || counted.version < request.version,
      );
      if (found.length === 0) return;
      const requests = await Promise.all(
        found.map(async (one) => ({
          reference: one.request.reference,
          before: one.counted,
          after: { version: one.request.version, facts: await after(one) },
        })),
      );
      const lines = changesOf(
        requests.map((one) => ({ before: one.before?.facts ?? null, after: one.after.facts })),
      );
      if (await write({ requests, lines })) return;
      if (attempt === attempts) throw new Error('the statistics are written by too many at once');
      await count(some, attempt + 1);
    };
    const all = [...new Set(references)];
    for (let at = 0; at < all.length; at += together) await count(all.slice(at, at + together));
  };
