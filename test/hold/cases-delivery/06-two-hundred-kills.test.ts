import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { FaultRule } from '../../../infra/local/faults/rule.ts';
import { holdCase, type World } from '../harness.ts';
import { insist, replayAll } from '../insist.ts';

type Point = { name: string; kills: number; forms: number; rule: FaultRule; twice?: true };
/** Where a worker dies, how often, and on how many requests. */
const points: Point[] = [
  {
    ...{ name: 'before write', kills: 50, forms: 12 },
    rule: { kind: 'crash-before', service: 'dynamodb', operation: 'TransactWriteItems', probability: 0.2 },
  },
  {
    ...{ name: 'after write', kills: 50, forms: 12 },
    rule: { kind: 'crash-after', service: 'dynamodb', operation: 'TransactWriteItems', probability: 0.2 },
  },
  {
    ...{ name: 'before send', kills: 30, forms: 15 },
    rule: { kind: 'crash-before', service: 'ses', probability: 0.6 },
  },
  {
    ...{ name: 'after send', kills: 30, forms: 30, twice: true },
    rule: { kind: 'crash-after', service: 'ses' },
  },
  {
    ...{ name: 'before ack', kills: 40, forms: 12 },
    rule: { kind: 'crash-after', service: 'events', operation: 'PutEvents', probability: 0.4 },
  },
];
/** A lease lasts 45 seconds, a retry waits up to quarters of an hour: the calendar goes on. */
const settle = async (world: World, references: Set<string>): Promise<void> => {
  for (let round = 0; round < 40; round++) {
    await world.quiet(200_000);
    const sent = new Set((await world.outbox()).map(({ requestReference }) => requestReference));
    const { requests } = await world.records();
    const open = requests.filter(({ reference }) => references.has(reference));
    if (open.length === references.size && [...references].every((one) => sent.has(one))) return;
    await world.clock({ advance: 'PT5M' });
    if (round > 5) await replayAll(world);
  }
};

holdCase(
  6,
  'a worker killed two hundred times at five points loses nothing and sends each mail once',
  { own: true, timeout: 1_200_000 },
  async (world) => {
    let kills = 0;
    let inputs = 0;
    for (const { name, kills: most, forms, rule, twice } of points) {
      const references = new Set<string>();
      let struck = 0;
      // As many people as it takes to kill so often.
      for (let round = 0; round < 6 && struck < most; round++) {
        await world.faults.set([{ ...rule, times: most - struck }], round + 1);
        const people = Array.from({ length: forms }, (_, n) => n);
        const made = await Promise.all(
          people.map((n) =>
            insist(world, randomUUID(), `Un trou ${name} ${round} ${n}`, `.${world.run}${inputs + n}`),
          ),
        );
        for (const reference of made) references.add(reference);
        inputs += forms;
        await settle(world, references);
        struck += (await world.faults.log()).rules[0]?.struck ?? 0;
      }
      await world.faults.clear();
      await settle(world, references);
      while ((await replayAll(world)) > 0);
      kills += struck;
      expect([name, struck]).toEqual([name, most]);
      const sent = (await world.outbox()).map(({ requestReference }) => requestReference);
      const counts = [...references].map((reference) => sent.filter((one) => one === reference).length);
      expect([name, Math.min(...counts)]).toEqual([name, 1]);
      expect([name, Math.max(...counts)]).toEqual([name, twice ? expect.toSatisfy((most) => most <= 2) : 1]);
    }
    expect(kills).toBe(200);
    return { inputs };
  },
);
