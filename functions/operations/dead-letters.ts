import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { discardDeadLetters, listDeadLetters, readDeadLetters, replayDeadLetters } from './agent-api.ts';
import { type HandOver, handOver, type Message, shown } from './dead-letter.ts';
import { type DeadLetterQueue, queueId } from './dead-letter-queue.ts';

export type Deed = {
  at: string;
  by: string;
  deed: 'replayed' | 'discarded';
  queue: string;
  count: number;
  reason: string | null;
};
export type Deps = {
  queues(): Promise<{ part: string; queues: DeadLetterQueue[] }[]>;
  waiting(url: string): Promise<number>;
  /** Some messages, held for a moment; each is put back or removed. */
  take(url: string): Promise<Message[]>;
  putBack(url: string, messages: readonly Message[]): Promise<void>;
  remove(url: string, message: Message): Promise<void>;
  deliver(what: HandOver): Promise<void>;
  /** True when this letter was handed over or set aside already. */
  isDone(id: string): Promise<boolean>;
  markDone(id: string, by: string, at: string): Promise<void>;
  note(deed: Deed): Promise<void>;
  deeds(limit: number): Promise<Deed[]>;
  now(): string;
};

/** What one call may take out of a queue before it answers: the rest is said to be left, and asked for again. */
const mostAtOnce = 100;
const mostShown = 50;
const mostDeeds = 20;

/** Dead letters, as the administrators of an authority see and settle them. */
export const deadLetters = (deps: Deps) => {
  const all = async () =>
    (await deps.queues()).flatMap(({ part, queues }) =>
      queues.map((queue) => ({ ...queue, id: queueId(part, queue.place) })),
    );
  const found = async (id: string) => {
    const queue = (await all()).find((one) => one.id === id);
    if (!queue) throw new Refusal('not-found');
    return queue;
  };
  /** Goes through the queue once, at most `most` messages; whatever `settle` does not settle is put back. */
  const through = async (url: string, most: number, settle: (message: Message) => Promise<boolean>) => {
    const left: Message[] = [];
    let settled = 0;
    const seen = new Set<string>();
    while (seen.size < most) {
      const taken = await deps.take(url);
      if (taken.length === 0) break;
      for (const message of taken) {
        seen.add(message.id);
        if (await settle(message)) settled += 1;
        else left.push(message);
      }
    }
    if (left.length > 0) await deps.putBack(url, left);
    return { settled, left: left.length, isWhole: seen.size < most };
  };

  return {
    async list(): Promise<ReplyOf<typeof listDeadLetters>> {
      const queues = await all();
      const waiting = await Promise.all(queues.map(({ url }) => deps.waiting(url)));
      return {
        queues: queues.map(({ id, subject, replay }, at) => ({
          ...{ id, subject, kind: replay.by },
          waiting: waiting[at] ?? 0,
          mayReplay: replay.by !== 'hand',
        })),
        deeds: await deps.deeds(mostDeeds),
        now: deps.now(),
      };
    },

    async read({ params }: InputOf<typeof readDeadLetters>): Promise<ReplyOf<typeof readDeadLetters>> {
      const queue = await found(params.queue);
      const letters: ReturnType<typeof shown>[] = [];
      await through(queue.url, mostShown, async (message) => {
        letters.push(shown(message));
        return false;
      });
      const { id, subject, replay } = queue;
      return {
        queue: {
          id,
          subject,
          kind: replay.by,
          waiting: await deps.waiting(queue.url),
          mayReplay: replay.by !== 'hand',
        },
        letters: letters.sort((one, other) => one.since.localeCompare(other.since)),
        now: deps.now(),
      };
    },

    /**
     * Hands letters over again, each once whoever asks and however often: it is handed over, marked, then removed. A crash
     * in between hands it over again, which its receiver takes as the repeat it is.
     */
    async replay({ params, body }: InputOf<typeof replayDeadLetters>, caller: AgentCaller) {
      const queue = await found(params.queue);
      const by = `agent:${caller.agent.login}`;
      if (queue.replay.by === 'hand') throw new Refusal('not-allowed-in-state');
      const { settled, left, isWhole } = await through(queue.url, mostAtOnce, async (message) => {
        if (body.letter && body.letter !== message.id) return false;
        const what = handOver(queue, message);
        if (!what) return false;
        if (!(await deps.isDone(message.id))) {
          await deps.deliver(what);
          await deps.markDone(message.id, by, deps.now());
        }
        await deps.remove(queue.url, message);
        return true;
      });
      if (body.letter && settled === 0) throw new Refusal('not-found');
      if (settled > 0)
        await deps.note({
          at: deps.now(),
          by,
          deed: 'replayed',
          queue: queue.id,
          count: settled,
          reason: null,
        });
      return { done: settled, left: isWhole ? left : await deps.waiting(queue.url) };
    },

    /** Sets one letter aside for good, with the reason that stays. */
    async discard({ params, body }: InputOf<typeof discardDeadLetters>, caller: AgentCaller) {
      const queue = await found(params.queue);
      const by = `agent:${caller.agent.login}`;
      const { settled, left } = await through(queue.url, mostAtOnce, async (message) => {
        if (message.id !== body.letter) return false;
        await deps.markDone(message.id, by, deps.now());
        await deps.remove(queue.url, message);
        return true;
      });
      if (settled === 0) throw new Refusal('not-found');
      const { reason } = body;
      await deps.note({ at: deps.now(), by, deed: 'discarded', queue: queue.id, count: 1, reason });
      return { done: settled, left };
    },
  };
};
