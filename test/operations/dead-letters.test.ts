import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandOver, handOver, type Message, shown } from '../../functions/operations/dead-letter.ts';
import type { Replay } from '../../functions/operations/dead-letter-queue.ts';
import { type Deed, type Deps, deadLetters } from '../../functions/operations/dead-letters.ts';

const message = (id: string, body: unknown = { detail: { contactId: id } }, attributes = {}): Message => ({
  ...{ id, handle: `${id}-h`, attributes, sentAt: String(Date.parse('2026-11-20T08:00:00Z')) },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const caller = { kind: 'agent', agent: { login: 'admin' } } as never;
const replay: Replay = { by: 'queue', target: 'https://queue/source' };

/** A queue that hides what is taken, and a world in which each step may fail. */
function world(letters: Message[], fails: (step: string, id: string) => boolean = () => false) {
  const [queue, hidden, done] = [
    new Map(letters.map((one) => [one.id, one])),
    new Set<string>(),
    new Set<string>(),
  ];
  const delivered: string[] = [];
  const deeds: Deed[] = [];
  const step = (name: string, id: string) => {
    if (fails(name, id)) throw new Error(`${name} failed`);
  };
  const deps: Deps = {
    queues: async () => [
      { part: 'app', queues: [{ place: 'Intake/Mails', subject: 'intake', url: 'u', replay }] },
    ],
    waiting: async () => queue.size,
    take: async () => {
      const taken = [...queue.values()].filter(({ id }) => !hidden.has(id)).slice(0, 10);
      for (const { id } of taken) hidden.add(id);
      return taken;
    },
    putBack: async (_url, messages) => messages.forEach(({ id }) => void hidden.delete(id)),
    remove: async (_url, { id }) => {
      step('remove', id);
      queue.delete(id);
    },
    deliver: async (what) => {
      const id = JSON.parse((what as Extract<HandOver, { to: 'queue' }>).body).detail.contactId;
      step('deliver', id);
      delivered.push(id);
    },
    isDone: async (id) => done.has(id),
    markDone: async (id) => {
      step('mark', id);
      done.add(id);
    },
    note: async (deed) => void deeds.push(deed),
    deeds: async () => deeds,
    now: () => '2026-11-22T10:00:00.000Z',
  };
  return { use: deadLetters(deps), queue, hidden, delivered, deeds };
}
const ask = (body: object = {}) => ({ params: { queue: 'app.Intake.Mails' }, body }) as never;
const hundred = () => Array.from({ length: 100 }, (_, at) => message(`m${at}`));

describe('what failed is tried again once, whoever asks and however often', () => {
  it('replays a hundred repaired letters once, and a second run changes nothing', async () => {
    const { use, queue, delivered, deeds } = world(hundred());
    expect(await use.replay(ask(), caller)).toMatchObject({ done: 100 });
    expect(await use.replay(ask(), caller)).toEqual({ done: 0, left: 0 });
    expect([delivered.length, new Set(delivered).size, queue.size, deeds.length]).toEqual([100, 100, 0, 1]);
  });

  it('loses none and keeps none when any step fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 0, max: 9 })), async (chance) => {
        const w = world(hundred().slice(0, 12), () => chance.next().value === 0);
        for (let run = 0; run < 60 && w.queue.size > 0; run += 1) {
          await w.use.replay(ask(), caller).catch(() => undefined);
          w.hidden.clear();
        }
        expect(w.queue.size).toBe(0);
        expect(new Set(w.delivered).size).toBe(12);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('hands over one alone, and puts the others back', async () => {
    const { use, queue, hidden, delivered } = world(hundred().slice(0, 15));
    expect(await use.replay(ask({ letter: 'm3' }), caller)).toEqual({ done: 1, left: 14 });
    expect([delivered, queue.size, hidden.has('m4')]).toEqual([['m3'], 14, false]);
    await expect(use.replay(ask({ letter: 'm3' }), caller)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('never tries again what was set aside, and keeps the reason', async () => {
    const { use, delivered, deeds } = world(hundred().slice(0, 2));
    await use.discard(ask({ letter: 'm0', reason: 'Essai de recette' }), caller);
    await use.replay(ask(), caller);
    expect(delivered).toEqual(['m1']);
    expect(deeds[0]).toMatchObject({ deed: 'discarded', reason: 'Essai de recette', by: 'agent:admin' });
  });

  it('shows since when, why and about what, and nothing of what is in it', async () => {
    const { use } = world([
      message(
        'm1',
        { detail: { contactId: 'contact-1', name: 'Jeanne Morel' } },
        { ERROR_CODE: 'NO_PERMISSIONS' },
      ),
    ]);
    const page = await use.read(ask());
    expect(page.letters).toEqual([
      {
        id: 'm1',
        since: '2026-11-20T08:00:00.000Z',
        cause: 'NO_PERMISSIONS',
        event: null,
        about: { contactId: 'contact-1' },
      },
    ]);
  });
});

describe('each kind of queue has its way back', () => {
  const event = { 'detail-type': 'request-changed', detail: { reference: 'VC-1' } };
  const wrapped = { requestPayload: event, responsePayload: { errorType: 'TimeoutError' } };
  it.each<[string, Replay, unknown, HandOver | null]>([
    [
      'a message goes to its queue',
      replay,
      event,
      { to: 'queue', url: 'https://queue/source', body: JSON.stringify(event), attributes: {} },
    ],
    [
      'an event a function failed on goes to the function',
      { by: 'function', target: 'arn:f' },
      wrapped,
      { to: 'function', arn: 'arn:f', payload: event },
    ],
    [
      'an event a rule could not give goes to its function',
      { by: 'event', kind: 'function', target: 'arn:f' },
      event,
      { to: 'function', arn: 'arn:f', payload: event },
    ],
    [
      'a machine gets the detail, under the letter’s own name',
      { by: 'event', kind: 'machine', target: 'arn:m', detail: 'true' },
      event,
      { to: 'machine', arn: 'arn:m', name: 'replay-m1', input: { reference: 'VC-1' } },
    ],
    [
      'what a stream lost is made again',
      { by: 'stream', target: 'arn:f' },
      { DDBStreamBatchInfo: {} },
      { to: 'function', arn: 'arn:f', payload: { DDBStreamBatchInfo: {} } },
    ],
    ['what has no way back stays', { by: 'hand' }, event, null],
  ])('%s', (_what, way, body, expected) => {
    expect(handOver({ replay: way }, message('m1', body))).toEqual(expected);
  });

  it('tells the error of the function that failed', () => {
    expect(shown(message('m1', wrapped))).toMatchObject({
      cause: 'TimeoutError',
      event: 'request-changed',
      about: { reference: 'VC-1' },
    });
  });
});
