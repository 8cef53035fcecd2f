import type { Busy } from './context.ts';

/** Keeps what is being worked on, and asks those who hold durable work what they could do now. */
export function createBusy(): Busy {
  const active = new Map<symbol, string>();
  const reports: (() => string[])[] = [];
  return {
    begin(what) {
      const token = Symbol(what);
      active.set(token, what);
      return () => void active.delete(token);
    },
    watch: (report) => void reports.push(report),
    reasons: () => [...active.values(), ...reports.flatMap((report) => report())],
  };
}
