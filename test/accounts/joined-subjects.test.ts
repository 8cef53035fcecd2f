import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServerDraft } from '../../functions/drafts/draft.ts';
import { draftTable } from '../../functions/drafts/draft-table.adapter.ts';
import { moveDrafts } from '../../functions/drafts/join-drafts.ts';
import { book } from '../../functions/payments/book.adapter.ts';
import { ofAccount } from '../../functions/payments/items.ts';
import { movePayments } from '../../functions/payments/join-payments.ts';
import { newPayment } from '../../functions/payments/payment.ts';
import { appointmentWorld } from '../support/appointment-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());
const now = () => '2026-11-23T09:00:00.000Z';
const draft = (procedure: string, savedAt: string, step: string) =>
  ({
    ...{ procedure, title: procedure, revision: 1, key: 'k', version: 1, step, at: { index: 0, count: 2 } },
    ...{ answers: { step }, files: {}, savedAt, until: '2026-12-30', member: null },
  }) as unknown as ServerDraft;

it('takes the forms begun along, and keeps the one typed last where both had begun the same', async () => {
  const drafts = draftTable(database.db, await database.table());
  await drafts.save('old', draft('velo', '2026-11-20T09:00:00.000Z', 'old'), 0, now());
  await drafts.save('old', draft('ecole', '2026-11-22T09:00:00.000Z', 'newer'), 0, now());
  await drafts.save('new', draft('ecole', '2026-11-21T09:00:00.000Z', 'older'), 0, now());
  await moveDrafts(drafts, 'old', 'new');
  await moveDrafts(drafts, 'old', 'new');
  expect(await drafts.list('old')).toEqual([]);
  expect((await drafts.read('new', 'velo'))?.answers).toEqual({ step: 'old' });
  expect(await drafts.read('new', 'ecole')).toMatchObject({ answers: { step: 'newer' }, version: 2 });
});

it('hands appointments over as they are: nobody is told of them again', async () => {
  const world = await appointmentWorld(database);
  const { appointments } = world.deps;
  const booked = await world.book(1, '2026-11-23T09:00:00.000Z', { account: 'old' });
  if (booked.outcome !== 'booked') throw new Error('not booked');
  const { id, revision } = booked.appointment;
  await appointments.hand(id, 'old', 'new');
  await appointments.hand(id, 'old', 'other');
  expect(await appointments.ofAccount('old', ' ', 10)).toEqual([]);
  expect(await appointments.ofAccount('new', ' ', 10)).toMatchObject([{ id, revision, account: 'new' }]);
});

it('hands over what is owed, what was paid, the families, and what becomes due later', async () => {
  const { payments, families } = book(database.db, await database.table(), 'Europe/Paris');
  const made = (id: string) =>
    newPayment({
      ...{ id, kind: 'fee', payRef: `VC${id}WF`, label: 'Carte', cents: 500, year: 2026, createdAt: now() },
      ...{ reference: `VC-2026-00000${id}-W`, account: 'old', family: null, dueOn: null, email: null },
    } as never);
  for (const id of ['1', '2', '3']) await payments.save(null, { payment: made(id) });
  await families.follow('old', 'F1042', now());
  await families.lodged.keep('VC-2026-000009-W', 'old');
  for (const _ of [1, 2]) await movePayments({ payments, families, now }, 'old', 'new');
  expect((await payments.ofOwner(ofAccount('old'), 20)).items).toEqual([]);
  expect((await payments.ofOwner(ofAccount('new'), 20)).items.map(({ id }) => id).toSorted()).toEqual([
    '1',
    '2',
    '3',
  ]);
  expect(await families.familiesOf('new')).toEqual(['F1042']);
  expect(await families.lodged.of('VC-2026-000009-W')).toBe('new');
});
