import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Scope } from '../scope.ts';
import type { LambdaFunction } from './function.ts';
import type { Logs } from './logs.ts';
import { type Invocation, type Outcome, openThread, type Thread } from './thread.ts';

/** More at once than there are processors only start, each at the cost of a hundred calls. */
const PER_FUNCTION = Math.min(4, Math.max(2, availableParallelism()));
/** While the first sandbox of a function opens, another would only slow it down; once it is open, its first call is short or long. */
const FIRST_CALL_MS = 250;
const MB_EACH = 36;
/**
 * As many as a fifth of the free memory holds, 36 at least: one request meets some thirty functions. Beyond, the one idle for
 * longest makes room.
 */
const IN_ALL = Math.min(150, Math.max(36, Math.floor(process.availableMemory() / 5 / (MB_EACH * 2 ** 20))));
const IDLE_MS = 5 * 60_000;
/** What is running when the runtime stops may end; after that it is taken up again at the next start. */
const MAY_END_WITHIN_MS = 2500;

type Crew = {
  readonly one: LambdaFunction;
  idle: Thread[];
  busy: number;
  opening: number;
  queue: (() => void)[];
};

export type Pool = {
  run(one: LambdaFunction, invocation: Invocation, scope: Scope): Promise<Outcome>;
  limit(one: LambdaFunction): number;
  /** Who is calling: what the worker that holds this access key is working on. */
  scopeOf(accessKeyId: string): Scope | undefined;
  /** The worker itself, and how to end it in the middle of what it does. */
  callerOf(accessKeyId: string): { function: string; end(): void } | undefined;
  stop(): Promise<void>;
};

/** Sandboxes of all functions: opened when first needed, kept warm for a while, a few per function. */
export function createPool(ctx: Context, offset: Float64Array, logs: Logs): Pool {
  const crews = new Map<string, Crew>();
  const scopes = new Map<string, Scope>();
  const threads = new Map<string, { name: string; thread: Thread }>();
  let serial = 0;
  const sweep = setInterval(
    () => closeIdle((thread) => Date.now() - thread.idleSince > IDLE_MS),
    30_000,
  ).unref();

  function crewOf(one: LambdaFunction): Crew {
    let crew = crews.get(one.name);
    if (!crew) {
      crew = { one, idle: [], busy: 0, opening: 0, queue: [] };
      crews.set(one.name, crew);
    }
    return crew;
  }

  function closeIdle(when: (thread: Thread) => boolean) {
    for (const crew of crews.values())
      for (const thread of crew.idle.filter(when)) {
        crew.idle.splice(crew.idle.indexOf(thread), 1);
        void thread.stop();
      }
  }

  function makeRoom() {
    if (threads.size < IN_ALL) return;
    const oldest = [...crews.values()]
      .flatMap((crew) => crew.idle)
      .sort((a, b) => a.idleSince - b.idleSince)[0];
    if (oldest) closeIdle((thread) => thread === oldest);
  }

  function newThread(crew: Crew): Thread {
    makeRoom();
    const accessKeyId = `LOCALWORKER${++serial}`;
    const thread = openThread({
      one: crew.one,
      ctx,
      offset,
      accessKeyId,
      log: (chunk) => logs.write(crew.one.name, chunk),
      gone() {
        threads.delete(accessKeyId);
        scopes.delete(accessKeyId);
        crew.idle = crew.idle.filter((other) => other !== thread);
      },
    });
    threads.set(accessKeyId, { name: crew.one.name, thread });
    crew.opening++;
    void opened(crew, thread);
    return thread;
  }

  async function opened(crew: Crew, thread: Thread) {
    await thread.loaded;
    if (crew.queue.length > 0) await pause(FIRST_CALL_MS);
    crew.opening--;
    while (crew.queue.length > 0 && hasPlace(crew)) {
      crew.busy++;
      crew.queue.shift()?.();
    }
  }
  const hasPlace = (crew: Crew) =>
    crew.busy < limit(crew.one) && (crew.opening === 0 || crew.idle.length > 0);
  const limit = (one: LambdaFunction) => Math.max(1, Math.min(PER_FUNCTION, one.reserved ?? PER_FUNCTION));

  return {
    limit,
    scopeOf: (accessKeyId) => scopes.get(accessKeyId),
    callerOf(accessKeyId) {
      const held = threads.get(accessKeyId);
      return held && { function: held.name, end: () => held.thread.crash() };
    },
    async run(one, invocation, scope) {
      const crew = crewOf(one);
      if (!hasPlace(crew)) await new Promise<void>((resolve) => crew.queue.push(resolve));
      else crew.busy++;
      const thread = crew.idle.pop() ?? newThread(crew);
      scopes.set(thread.accessKeyId, scope);
      try {
        return await thread.run(invocation);
      } finally {
        thread.idleSince = Date.now();
        if (thread.isAlive()) crew.idle.push(thread);
        const next = crew.queue.shift();
        // The place is handed on, so that nobody slips in between.
        if (next) next();
        else crew.busy--;
      }
    },
    async stop() {
      clearInterval(sweep);
      const until = Date.now() + MAY_END_WITHIN_MS;
      while (Date.now() < until && [...crews.values()].some((crew) => crew.busy > 0)) await pause(20);
      await Promise.all([...threads.values()].map(({ thread }) => thread.stop()));
    },
  };
}
