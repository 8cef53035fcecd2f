import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { until } from '../../support/outer.ts';
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
    // Its lease is over and its machine has given it up: another takes the message and sends it.
    await world.clock({ advance: 'PT2M' });
    const journal = async () => (await world.records(`?reference=${reference}`)).requests[0]?.journal ?? [];
    await until(
      'the second worker',
      async () => (await journal()).some(({ type }) => type === 'message-sent'),
      6_500,
    );
    const done = await journal();
    const held = async () =>
      (await world.store.scan(/Requests/)).filter(
        ({ pk, sk }) => pk.includes(reference) && /MESSAGE/.test(sk),
      );
    const before = await held();
    await world.quiet();
    expect((await journal()).filter(({ type }) => type === 'message-sent')).toHaveLength(1);
    expect((await journal()).slice(0, done.length)).toEqual(done);
    const owner = (lines: Awaited<ReturnType<typeof held>>) =>
      lines.map(({ message }) => (message as { leaseOwner?: string }).leaseOwner);
    expect(owner(await held())).toEqual(owner(before));
    // What it had begun could not be called back: two mails at most, and the second is the known one.
    const sent = (await world.outbox()).filter((one) => one.requestReference === reference);
    expect(sent.length).toBeGreaterThanOrEqual(1);
    expect(sent.length).toBeLessThanOrEqual(2);
    return { inputs: 1 };
  },
);
