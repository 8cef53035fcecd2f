import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import type { Line } from '../store.ts';

const root = join(import.meta.dirname, '../../..');
/** The command that an administrator of the authority runs. */
const verify = (dataDir: string): { code: number | null; text: string } => {
  const node = join(root, 'node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(
    node,
    [join(root, 'infra/restore/verify-journal.ts'), '--data-dir', dataDir],
    { encoding: 'utf8', cwd: root },
  );
  return { code: status, text: `${stdout}${stderr}` };
};

holdCase(
  40,
  'one byte altered, one line gone, two exchanged: the verifier names the first broken line',
  { timeout: 240_000 },
  async (world) => {
    const { body } = await world.submit('signalement', report(`Un trou ${world.run}`, `.${world.run}`));
    await world.quiet();
    const { reference } = body as { reference: string };
    expect(verify(world.dataDir)).toMatchObject({ code: 0 });
    const TableName = await world.store.table(/Requests/);
    const lines = (await world.store.scan(/Requests/))
      .filter(({ pk, sk }) => pk.includes(reference) && sk.startsWith('EVENT#'))
      .sort((one, other) => (one.sk < other.sk ? -1 : 1));
    const [first, second, third] = lines as [Line, Line, Line];
    const put = (Item: Line) => world.store.db.send(new PutCommand({ TableName, Item }));
    const remove = ({ pk, sk }: Line) =>
      world.store.db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    const named = (index: number) =>
      expect.stringMatching(new RegExp(`BROKEN .*${reference}.*line ${index}\\b`));

    const event = second.event as { at: string };
    await put({
      ...second,
      event: { ...event, at: event.at.replace(/\d(?=Z)/, (digit) => String((Number(digit) + 1) % 10)) },
    });
    expect(verify(world.dataDir)).toEqual({ code: 1, text: named(2) });
    await put(second);
    await remove(third);
    expect(verify(world.dataDir)).toEqual({ code: 1, text: named(3) });
    await put({ ...second, event: third.event });
    await put({ ...third, event: second.event });
    expect(verify(world.dataDir)).toEqual({ code: 1, text: named(2) });
    for (const line of [first, second, third]) await put(line);
    expect(verify(world.dataDir)).toMatchObject({ code: 0 });
    return { inputs: 1 };
  },
);
