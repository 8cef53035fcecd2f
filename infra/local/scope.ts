import { AsyncLocalStorage } from 'node:async_hooks';

/** What one piece of work (an invocation, an execution) has cost so far, and the requests it was done for. */
export type Scope = {
  references: string[];
  settled: boolean;
  counts: Map<string, { count: number; units: number }>;
};

const REFERENCE = /\b[A-Z]{2,4}-\d{4}-\d{6}-[A-Z]\b/g;
/** Work that names more requests than this is a list, done for nobody in particular. */
const MOST = 10;

const current = new AsyncLocalStorage<Scope>();

export const currentScope = (): Scope | undefined => current.getStore();

export function inScope<T>(scope: Scope | undefined, work: () => T): T {
  return scope ? current.run(scope, work) : work();
}

export function openScope(text: string): Scope {
  return { references: referencesIn(text), settled: false, counts: new Map() };
}

/** A reference first seen while working (in a write, or in the answer) counts when nothing named one before. */
export function learn(scope: Scope | undefined, text: string): void {
  if (!scope || scope.references.length > 0) return;
  const found = referencesIn(text);
  if (found.length === 1) scope.references = found;
}

function referencesIn(text: string): string[] {
  const found = [...new Set(text.match(REFERENCE) ?? [])];
  return found.length > MOST ? [] : found;
}
