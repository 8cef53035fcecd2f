import { EventEmitter } from 'node:events';
import type { Context } from '../../context.ts';
import type { Messages } from './messages.ts';
import type { Queue, Queues } from './queues.ts';

/** A retry of the next seconds is work in hand; what is due later is a date. */
const SOON_MS = 5_000;

export type Wakers = ReturnType<typeof openWakers>;

/** Wakes whoever waits for messages (consumers, long polls): when one arrives, when one is due, when a lease ends. */
export function openWakers(ctx: Context, queues: Queues, messages: Messages) {
  const arrivals = new EventEmitter().setMaxListeners(0);
  const consumers = new Map<string, Set<() => void>>();
  const leases = new Map<string, NodeJS.Timeout>();
  const woken = new Set<string>();
  let isClosed = false;

  function wake(name: string): void {
    if (isClosed || woken.has(name)) return;
    woken.add(name);
    setImmediate(() => {
      woken.delete(name);
      if (isClosed) return;
      arrivals.emit(name);
      for (const consumer of consumers.get(name) ?? []) consumer();
    });
  }

  function arm(queue: Queue): void {
    const { due, lease } = messages.next(queue);
    if (due !== undefined) ctx.clock.at(`sqs:${queue.name}`, new Date(due), 'sqs', queue.name);
    clearTimeout(leases.get(queue.name));
    if (lease === undefined || isClosed) return;
    // Node's longest timer is 24.8 days, SQS's longest lease 12 hours.
    const timer = setTimeout(
      () => {
        // The runtime may have gone meanwhile, its store with it.
        if (!isClosed && ctx.db.isOpen) changed(queue);
      },
      Math.max(1, lease - Date.now() + 1),
    );
    leases.set(queue.name, timer.unref());
  }

  function changed(queue: Queue): void {
    arm(queue);
    if (messages.counts(queue).visible > 0) wake(queue.name);
  }

  ctx.clock.on('sqs', (name) => {
    const queue = queues.find(String(name));
    if (queue) changed(queue);
  });
  ctx.busy.watch(() => {
    const waiting = [...consumers.keys()].map((name) => ({
      name,
      visible: messages.counts(queues.get(name)).visible,
    }));
    const work = waiting.filter(({ visible }) => visible > 0);
    // A wake-up may have been missed (the calendar went back): whoever asks whether all is quiet repairs it.
    for (const { name } of work) wake(name);
    const soon = ctx.clock.now().getTime() + SOON_MS;
    const again = waiting.filter(
      ({ name, visible }) => visible === 0 && (messages.next(queues.get(name)).due ?? Infinity) <= soon,
    );
    return [
      ...work.map(({ name, visible }) => `queue ${name}: ${visible} visible`),
      ...again.map(({ name }) => `queue ${name}: a message that failed is tried again`),
    ];
  });

  return {
    arm,
    changed,
    consume(queue: Queue, consumer: () => void): () => void {
      const all = consumers.get(queue.name) ?? new Set();
      consumers.set(queue.name, all.add(consumer));
      changed(queue);
      return () => {
        all.delete(consumer);
        if (all.size === 0) consumers.delete(queue.name);
      };
    },
    /** Resolves at the next arrival, or after `ms` of machine time. */
    arrival(queue: Queue, ms: number): Promise<void> {
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          arrivals.off(queue.name, done).off('closed', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        arrivals.on(queue.name, done).on('closed', done);
      });
    },
    isClosed: () => isClosed,
    close(): void {
      isClosed = true;
      for (const timer of leases.values()) clearTimeout(timer);
      arrivals.emit('closed');
    },
  };
}
