import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { until } from '../../support/outer.ts';
import { invokeEvent } from '../functions.ts';
import { holdCase } from '../harness.ts';

holdCase(
  8,
  'a worker that sleeps beyond its lease writes nothing when it wakes up',
  { own: true },
  async (world) => {
    const stalls = { kind: 'delay', service: 'ses', function: 'SendMail', times: 1, ms: 7_000 } as const;
    await world.faults.set([stalls]);
    const { body } = await world.submit('signalement', report(`Un trou ${world.run}`, `.${world.run}`));
    const { reference } = body as { reference: string };
    await until('a worker asleep', async () => (await world.faults.log()).rules[0]?.struck === 1);
    const [{ function: sender } = { function: '' }] = (await world.faults.log()).strokes;
    const held = async () =>
      (await world.store.scan(/Requests/)).filter(
        ({ pk, sk }) => pk.includes(reference) && /MESSAGE/.test(sk),
      );
    const messageId = (await held())[0]?.sk.split('#').at(-1);
    const journal = async () => (await world.records({ reference })).requests[0]?.journal ?? [];
    const sent = async () => (await world.outbox()).filter((one) => one.requestReference === reference);
    // Its lease is over: another, who is given the same message as queues may, takes it and sends it.
    await world.clock({ advance: 'PT2M' });
    await invokeEvent(world, sender, { reference, messageId });
    await until(
      'the second worker',
      async () => (await journal()).some(({ type }) => type === 'message-sent'),
      6_000,
    );
    expect(await sent(), 'the first is still asleep').toHaveLength(1);
    const done = await journal();
    const before = await held();
    await world.quiet();
    expect((await journal()).filter(({ type }) => type === 'message-sent')).toHaveLength(1);
    expect((await journal()).slice(0, done.length)).toEqual(done);
    const owner = (lines: Awaited<ReturnType<typeof held>>) =>
      lines.map(({ message }) => (message as { leaseOwner?: string }).leaseOwner);
    expect(owner(await held())).toEqual(owner(before));
    // What it had begun could not be called back, and shows that it did wake up: a second mail, the known one.
    expect(await sent()).toHaveLength(2);
    return { inputs: 1 };
  },
);
