import type { Busy } from './context.ts';

export type RunningBusy = Busy & {
  /** One of the reasons, found without asking more than needed; those that start with `besides` do not count. */
  first(besides?: string): string | undefined;
};

/** Keeps what is being worked on, and asks those who hold durable work what they could do now. */
export function createBusy(): RunningBusy {
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
    first(besides) {
      const counts = (reason: string) => !besides || !reason.startsWith(besides);
      for (const reason of active.values()) if (counts(reason)) return reason;
      for (const report of reports) {
        const reason = report().find(counts);
        if (reason) return reason;
      }
      return undefined;
    },
  };
}
