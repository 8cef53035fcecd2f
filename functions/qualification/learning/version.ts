import type { Trial, Verdict } from './judge.ts';

/** The model that ships with the product; every other version is named by the instant it was learnt at. */
export const shipped = 'shipped';

/** A model that was good enough to serve, with the figures it was judged by. */
export type Version = {
  version: string;
  madeAt: string;
  lessons: number;
  /** Last decision it has read. */
  readUntil: string | null;
  trial: Trial;
  /** Habits of one person that were confirmed, as `from>to`; older versions knew none. */
  confirmed?: string[];
  /** What learning and judging took, milliseconds of the function. */
  took: number;
};
/** Which version serves, since when and by whom: `auto` or `agent:<login>`. */
export type InUse = { version: string; key: string | null; since: string; by: string };
export type Run = {
  at: string;
  verdict: Verdict;
  lessons: number;
  trial: Trial;
  words: { now: number | null; before: number | null };
};

/** Made before somebody was erased: it may hold what they wrote, and serves no more. */
export const isWithdrawn = ({ madeAt }: Pick<Version, 'madeAt'>, forgottenAt: string | null): boolean =>
  forgottenAt !== null && madeAt < forgottenAt;

/** A night that somebody of the quality unit started, by the name of its execution. */
export const asked = (id: string): string => `asked-${id}`;
export const isAsked = (name: string): boolean => name.startsWith(asked(''));

/** Where a version lies in the documents bucket. */
export const modelKey = (version: string): string => `models/${version}.bin`;
/** `2026-11-29T02:00:00.000Z` becomes a name that sorts as it happened. */
export const versionOf = (instant: string): string => instant.slice(0, 19).replace(/[^0-9]/g, '');
