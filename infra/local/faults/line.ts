import { setTimeout as pause } from 'node:timers/promises';

export type Line = ReturnType<typeof createLine>;

/** Holds whoever comes until the next one of the same rule has come, who goes first; alone, until the wait is over. */
export function createLine() {
  const held = new Map<object, () => void>();
  return {
    async hold(rule: object, ms: number): Promise<void> {
      const before = held.get(rule);
      if (before) {
        held.delete(rule);
        // After whoever passes now, not beside.
        setTimeout(before, 20);
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(rule, resolve);
      await Promise.race([promise, pause(ms)]);
      if (held.get(rule) === resolve) held.delete(rule);
    },
  };
}
