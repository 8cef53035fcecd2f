import type { Busy, Clock } from '../../context.ts';
import { CalledOff } from './failure.ts';

/** One line of work of an execution (the machine itself, or a branch), as `/local/idle` sees it. */
export type Thread = {
  /** Waits outside: not work, unless it goes on by itself at `due` within seconds. */
  pause<T>(promise: Promise<T>, due?: Date): Promise<T>;
  end(): void;
};

/** A pause shorter than this is a technical wait (a retry, a poll), so the runtime is not quiet meanwhile. */
export const SOON_MS = 15_000;

/** Tells `/local/idle` which executions work now and which only wait for a person, a date or a child. */
export function activities(busy: Busy, clock: Clock) {
  const live = new Set<{ label: string; paused: boolean; due?: Date }>();
  busy.watch(() => {
    const now = clock.now().getTime();
    const works = [...live].filter(
      (thread) => !thread.paused || (thread.due && thread.due.getTime() - now < SOON_MS),
    );
    return works.map((thread) => `states: ${thread.label}`);
  });

  return (label: string): Thread => {
    const thread: { label: string; paused: boolean; due?: Date } = { label, paused: false };
    live.add(thread);
    return {
      async pause(promise, due) {
        thread.paused = true;
        thread.due = due;
        try {
          return await promise;
        } finally {
          thread.paused = false;
          thread.due = undefined;
        }
      },
      end: () => void live.delete(thread),
    };
  };
}

/** Sleepers by name, woken by a timer, a token's answer or the end of a child. */
export function wakeups() {
  const sleeping = new Map<string, Set<() => void>>();
  return {
    wake(name: string) {
      const found = sleeping.get(name);
      sleeping.delete(name);
      for (const resume of found ?? []) resume();
    },
    sleep(name: string, signal: AbortSignal): Promise<void> {
      const waiting = new Promise<void>((resume) => {
        const group = sleeping.get(name) ?? new Set();
        sleeping.set(name, group.add(resume));
      });
      return unlessCalledOff(waiting, signal);
    },
  };
}

/** The promise, or CalledOff as soon as the signal says so. */
export function unlessCalledOff<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {});
    return Promise.reject(new CalledOff());
  }
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new CalledOff());
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
