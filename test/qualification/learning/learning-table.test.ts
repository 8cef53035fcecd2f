import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../functions/qualification/learning/case.ts';
import { learningTable } from '../../../functions/qualification/learning/learning-table.adapter.ts';
import { textTable } from '../../../functions/qualification/learning/text-table.adapter.ts';
import { versionTable } from '../../../functions/qualification/learning/version-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../../support/dynamo.ts';

let held: TestDatabase;
beforeAll(async () => {
  held = await testDatabase();
});
afterAll(() => held.stop());

const opened = async () => learningTable(held.db, await held.table(), async () => '2026-11-23');
const known = (contactId: string, department: string | null): Case => ({
  ...{ contactId, reference: null, receivedAt: '2026-11-24T08:00:00.000Z', alone: department === null },
  proposed: { department: 'education', confidence: 0.9, model: 'shipped' },
  decided: department
    ? { department, by: 'agent:claire', at: `2026-11-24T09:00:00.${contactId}Z`, how: 'sorted' }
    : null,
});
const examplesOf = async (table: Awaited<ReturnType<typeof opened>>) =>
  (await table.examples(undefined, 10)).examples.map(({ contactId }) => contactId);

describe('examples and their figures', () => {
  it('are counted once, whatever is told twice or at the same time', async () => {
    const table = await opened();
    await Promise.all([table.keep('001', known('001', null)), table.keep('001', known('001', null))]);
    await table.keep('001', known('001', 'finances'));
    await table.keep('001', known('001', 'finances'));
    await Promise.all(['002', '003', '004'].map((id) => table.keep(id, known(id, 'education'))));
    const [week] = await table.weeks('2026-01-01');
    expect(week?.counters).toMatchObject({ 'proposed:education': 4, 'from:education:finances': 1 });
    expect(week?.counters['alone:education']).toBe(0);
    expect(await examplesOf(table)).toEqual(['004', '003', '002', '001']);
  });

  it('come one page after another', async () => {
    const table = await opened();
    for (const id of ['001', '002', '003']) await table.keep(id, known(id, 'finances'));
    const first = await table.examples(undefined, 2);
    const second = await table.examples(first.next, 2);
    expect([...first.examples, ...second.examples].map(({ contactId }) => contactId)).toEqual([
      '003',
      '002',
      '001',
    ]);
  });

  it('are taken back with what was set aside by mistake', async () => {
    const table = await opened();
    await table.keep('001', known('001', 'indesirable'));
    await table.keep('001', null);
    expect(await examplesOf(table)).toEqual([]);
    const [week] = await table.weeks('2026-01-01');
    expect(Object.values(week?.counters ?? {}).every((count) => count === 0)).toBe(true);
  });

  it('are forgotten for good: no late event brings one back', async () => {
    const table = await opened();
    await table.keep('001', known('001', 'finances'));
    await table.forget('001', '2026-11-25T00:00:00.000Z');
    await table.keep('001', known('001', 'finances'));
    expect(await examplesOf(table)).toEqual([]);
  });

  it('are forgotten once, and what never taught is not: no later version is withdrawn for them', async () => {
    const TableName = await held.table();
    const table = learningTable(held.db, TableName, async () => '2026-11-23');
    const { forgottenAt } = versionTable(held.db, TableName);
    await table.forget('009', '2026-11-24T00:00:00.000Z');
    expect(await forgottenAt()).toBeNull();
    await table.keep('001', known('001', 'finances'));
    await table.forget('001', '2026-11-25T00:00:00.000Z');
    await table.forget('001', '2026-11-30T00:00:00.000Z');
    expect(await forgottenAt()).toBe('2026-11-25T00:00:00.000Z');
  });
});

describe('texts are read when they are learnt', () => {
  it('gives nothing of a contact that was erased', async () => {
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const TableName = await held.table();
    const put = (Item: Record<string, unknown>) => held.db.send(new PutCommand({ TableName, Item }));
    await put({ pk: 'CONTACT#c-1', sk: 'CONTACT', subject: 'Facture', channel: 'mail' });
    await put({ pk: 'CONTACT#c-1', sk: 'CONTENT', text: 'Bonjour' });
    await put({ pk: 'CONTACT#c-2', sk: 'CONTACT', subject: '', channel: 'mail' });
    await put({ pk: 'CONTACT#c-4', sk: 'CONTACT', subject: 'Facture', channel: 'mail' });
    await put({ pk: 'CONTACT#c-4', sk: 'CONTENT', text: '' });
    const found = await textTable(held.db, TableName).texts(['c-1', 'c-2', 'c-3', 'c-4']);
    expect([...found]).toEqual([
      ['c-1', { subject: 'Facture', text: 'Bonjour', channel: 'mail' }],
      ['c-4', { subject: 'Facture', text: '', channel: 'mail' }],
    ]);
  });
});
