import { expect, it } from 'vitest';
import { keyedTable, startOn, until, writeAssembly } from './assembly.ts';

it('ends what has outlived its time once the clock has moved, and nothing else', async () => {
  const table = keyedTable({ TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } });
  const { origin, stop, ctx } = await startOn(writeAssembly({ resources: { Table: table } }));
  const call = async (operation: string, input: object) => {
    const headers = { 'x-amz-target': `DynamoDB_20120810.${operation}` };
    const answer = await fetch(`${origin}/_aws/dynamodb`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ TableName: 'Test-Table', ...input }),
    });
    return (await answer.json()) as { Items?: { pk: { S: string } }[] };
  };
  const inDays = (days: number) => ({
    N: String(Math.floor(ctx.clock.now().getTime() / 1000) + days * 86_400),
  });
  await call('PutItem', { Item: { pk: { S: 'a week' }, expiresAt: inDays(7) } });
  await call('PutItem', { Item: { pk: { S: 'a month' }, expiresAt: inDays(30) } });
  await call('PutItem', { Item: { pk: { S: 'for ever' } } });
  await fetch(`${origin}/local/clock`, { method: 'POST', body: '{"advance":"P10D"}' });
  const left = await until(async () => {
    const { Items = [] } = await call('Scan', {});
    return Items.length < 3 ? Items.map((item) => item.pk.S).sort() : undefined;
  });
  expect(left).toEqual(['a month', 'for ever']);
  await stop();
});
