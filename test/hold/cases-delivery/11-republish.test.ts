import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { until } from '../../support/outer.ts';
import { holdCase } from '../harness.ts';
import { queueUrl } from '../queued-mail.ts';

holdCase(
  11,
  'what a stream gave up is announced again from the table it was written to, and done once',
  {},
  async (world) => {
    const from = (await world.json('/local/clock')).body.now as string;
    await world.faults.set([
      {
        ...{ kind: 'lose', service: 'function', operation: 'stream', function: 'OutboxPublish' },
        holding: '"contact-received"',
      },
    ]);
    const { status, body } = await world.submit('signalement', report('Un trou', `.${world.run}`));
    expect(status).toBe(201);
    const mine = async () =>
      (await world.contacts()).filter((one) => one.requestReference === body.reference);
    await until('the lost announcement', async () => ((await world.faults.log()).rules[0]?.struck ?? 0) > 0);
    await world.quiet();
    await world.faults.clear();
    // Promised to the citizen, and nothing follows: the announcement is nowhere but in the table.
    expect((await world.records({ reference: body.reference })).requests).toEqual([]);

    // What the stream would say of a batch it gave up: where and when, never what.
    const TableName = await world.store.table(/Contacts/);
    const { Table } = await world.store.db.send(new DescribeTableCommand({ TableName }));
    const to = (await world.json('/local/clock')).body.now as string;
    const DDBStreamBatchInfo = {
      streamArn: Table?.LatestStreamArn,
      ...{ approximateArrivalOfFirstRecord: from, approximateArrivalOfLastRecord: to },
    };
    const QueueUrl = await queueUrl(world, /OutboxLost/);
    await world.store.sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ DDBStreamBatchInfo }) }),
    );
    const admin = await world.signIn('admin');
    const { queues } = (await admin.get('/api/agent/dead-letters')).body as {
      queues: { id: string; kind: string; waiting: number }[];
    };
    const lost = queues.find(({ kind, waiting }) => kind === 'stream' && waiting > 0);
    const again = () => admin.post(`/api/agent/dead-letters/${lost?.id}/replays`, {});
    expect((await again()).body).toMatchObject({ done: 1 });
    await world.quiet();

    const { requests } = await world.records({ reference: body.reference });
    expect(requests).toHaveLength(1);
    expect(await mine()).toHaveLength(1);
    // The same window once more: whoever hears it knows that it is done.
    const lines = requests[0]?.journal.length;
    await world.store.sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ DDBStreamBatchInfo, again: true }) }),
    );
    expect((await again()).body).toMatchObject({ done: 1 });
    await world.quiet();
    expect((await world.records({ reference: body.reference })).requests[0]?.journal).toHaveLength(
      lines ?? 0,
    );
    expect(await mine()).toHaveLength(1);
    return { inputs: 1 };
  },
);
