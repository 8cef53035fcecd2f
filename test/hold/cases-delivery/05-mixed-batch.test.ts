import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { keptMail, mails, queueUrl } from '../queued-mail.ts';
import { streetMail } from '../street-mail.ts';

/** What the SDK tries by itself before the function hears of it. */
const TRIES = 3;
/** More than `maxReceiveCount`: each wait is shorter than ten minutes. */
const WAITS = 20;

holdCase(
  5,
  'of ten messages one is no JSON and one fails twice: nine are processed, once',
  { own: true },
  async (world) => {
    const ids = Array.from({ length: 10 }, (_, n) => `${world.run}-${n + 1}`);
    const bodies = await Promise.all(
      ids.map((id) =>
        keptMail(
          world,
          id,
          streetMail({ subject: `${world.run} ${id}`, from: `${id}@courriel.example`, id: `<${id}@x>` }),
        ),
      ),
    );
    bodies[3] = 'this is { no JSON';
    const seventh = `mail/${ids[6]}`;
    await world.faults.set([
      { kind: 'throttle', service: 's3', operation: 'GET', holding: seventh, times: 2 * TRIES },
    ]);
    const logs = world.store.logSizes();
    const QueueUrl = await queueUrl(world, mails);
    const Entries = bodies.map((MessageBody, n) => ({ Id: String(n), MessageBody }));
    await world.store.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await world.quiet();

    const contacts = (await world.contacts()).filter(({ subject }) => subject.startsWith(world.run));
    expect(new Set(contacts.map(({ subject }) => subject)).size).toBe(9);
    expect(contacts).toHaveLength(9);
    const { rules } = await world.faults.log();
    expect(rules[0]).toMatchObject({ struck: 2 * TRIES });
    // Nothing that had succeeded was handed over again: only these two were ever told to have failed.
    const since = () => world.store.logged(logs).map(({ line }) => line);
    const failed = since().filter((line) => line.includes('message-failed'));
    expect(new Set(failed.map((line) => JSON.parse(line).messageId)).size).toBe(2);
    expect(since().filter((line) => line.includes('mail-repeated'))).toEqual([]);

    const dead = async () =>
      Object.entries(await world.store.queued()).filter(([name]) => /IntakeMails/.test(name));
    for (let wait = 0; wait < WAITS && !(await dead()).some(([name]) => /DeadLetters/.test(name)); wait++) {
      await world.clock({ advance: 'PT10M' });
      await world.quiet();
    }
    expect(await dead()).toEqual([[expect.stringContaining('DeadLetters'), 1]]);
    return { inputs: 9, deadLetters: 1 };
  },
);
