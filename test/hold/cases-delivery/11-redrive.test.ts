import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import sample from '../../../events/ses-receipt.json' with { type: 'json' };
import { holdCase } from '../harness.ts';
import { keptMail, mails, queueUrl } from '../queued-mail.ts';
import { streetMail } from '../street-mail.ts';

const LETTERS = 100;
const WAITS = 25;

holdCase(
  11,
  'a hundred dead letters tried again, twice over, are processed once',
  { own: true, timeout: 300_000 },
  async (world) => {
    // Unwanted mails: each becomes one entry of the quarantine, and nothing more follows.
    const receipt = { ...sample.receipt, spamVerdict: { status: 'FAIL' } };
    const bodies: string[] = [];
    for (let n = 0; n < LETTERS; n++) {
      const id = `${world.run}-${n}`;
      const raw = streetMail({
        subject: `${world.run} ${n}`,
        from: `${id}@courriel.example`,
        id: `<${id}@x>`,
      });
      bodies.push(JSON.stringify({ ...JSON.parse(await keptMail(world, id, raw)), receipt }));
    }
    await world.faults.set([
      { kind: 'throttle', service: 'function', operation: 'queue', function: 'ReceiveMail' },
    ]);
    const QueueUrl = await queueUrl(world, mails);
    const fill = async () => {
      for (let from = 0; from < LETTERS; from += 10) {
        const Entries = bodies
          .slice(from, from + 10)
          .map((MessageBody, n) => ({ Id: String(n), MessageBody }));
        await world.store.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      }
    };
    await fill();
    const admin = await world.signIn('admin');
    type Listed = { id: string; waiting: number };
    const dead = async (): Promise<Listed | undefined> => {
      const { status, body } = await admin.get('/api/agent/dead-letters');
      expect(status).toBe(200);
      return (body.queues as Listed[]).find(({ id, waiting }) => /mail/i.test(id) && waiting > 0);
    };
    for (let wait = 0; wait < WAITS && (await dead())?.waiting !== LETTERS; wait++) {
      await world.clock({ advance: 'PT20M' });
      await world.quiet();
    }
    const queue = await dead();
    expect(queue?.waiting).toBe(LETTERS);
    await world.faults.clear();

    const replay = async (): Promise<number> => {
      const { status, body } = await admin.post(`/api/agent/dead-letters/${queue?.id}/replays`, {});
      expect(status).toBe(200);
      return body.done as number;
    };
    // Two people press at once, and once more afterwards.
    const [one, other] = await Promise.all([replay(), replay()]);
    expect(one + other).toBeGreaterThanOrEqual(LETTERS);
    await world.quiet();
    const mine = async () => (await world.contacts()).filter(({ subject }) => subject.startsWith(world.run));
    expect(await mine()).toHaveLength(LETTERS);
    expect(await replay()).toBe(0);
    // The very same messages once more: nothing changes.
    const before = await mine();
    await fill();
    await world.quiet();
    expect(await mine()).toEqual(before);
    return { inputs: LETTERS };
  },
);
