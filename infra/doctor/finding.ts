/**
 * One thing an authority's account or folder must have.
 * - `done`: it is there;
 * - `todo`: it is missing, and its time has come;
 * - `later`: it can only be done, or known, after a step before it;
 * - `wrong`: it is there and not as it must be: people suffer, or will;
 * - `unknown`: it could not be looked at, with the reason.
 */
export type State = 'done' | 'todo' | 'later' | 'wrong' | 'unknown';
export type Finding = {
  /** Stable, kebab-case, for machines and for the runbook. */
  readonly id: string;
  readonly state: State;
  /** What it is, in a few words. */
  readonly title: string;
  /** What was seen, and what people would suffer. */
  readonly why?: string;
  /** What to type, or to do by hand, in order. */
  readonly steps?: readonly string[];
};

/** A deployment that starts with one of these would fail, or leave people without an answer. */
export const isBlocking = ({ state, id }: Finding): boolean => state === 'wrong' && beforeDeployment.has(id);

/** What must hold before anything is deployed; all the rest is done with or after it. */
const beforeDeployment = new Set([
  ...['configuration', 'credentials', 'account', 'inbound-region', 'functions-at-once', 'stack-broken'],
]);
