import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cosignatures } from '../../functions/drafts/co-sign.ts';
import { ownerSecretOf } from '../../functions/drafts/cosign.ts';
import { cosignDue } from '../../functions/drafts/cosign-due.ts';
import type { Occasion } from '../../functions/drafts/cosign-mail.ts';
import { cosignTable } from '../../functions/drafts/cosign-table.adapter.ts';
import { Refusal } from '../../functions/shared/refusal.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { everyKind } from '../support/procedures.ts';

let database: TestDatabase;
let table: ReturnType<typeof cosignTable>;
let now: string;
let told: { occasion: Occasion; secret: string }[];
let lodged: unknown[];
let isLodging: boolean;
let use: ReturnType<typeof cosignatures>;
let due: ReturnType<typeof cosignDue>;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const procedure = { ...everyKind, cosign: { question: 'courriel', days: 15 } };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());
beforeEach(async () => {
  table = cosignTable(database.db, await database.table());
  now = '2026-11-22T10:00:00.000Z';
  [told, lodged, isLodging] = [[], [], true];
  let secrets = 0;
  const tell = async (_: unknown, occasion: Occasion, secret: string) => void told.push({ occasion, secret });
  const newSecret = () => `secret-${++secrets}`;
  use = cosignatures({
    table,
    judge: async () => ({
      procedure,
      second: 'bilal@exemple.fr',
      first: { name: 'Anna Petit', email: 'anna@exemple.fr' },
    }),
    procedure: async () => procedure,
    lodge: async (pending, lodging) => {
      if (!isLodging) throw new Error('down');
      lodged.push({ ...pending, ...lodging });
      return { reference: 'VC-2026-000123-W', trackingCode: 'K7QXC-9MPDR' };
    },
    keepFile: async (id) => id !== 'parti',
    ...{ tell, hash, newSecret },
    newDigits: () => '123456',
    today: async () => now.slice(0, 10),
    now: () => now,
  });
  due = cosignDue({ ...table, tell, hash, newSecret, ownerSecret: ownerSecretOf(hash) });
});

const none = { query: undefined, body: undefined };
const caller = { requestId: 'r', address: '192.0.2.1', cookies: [], kind: 'anonymous' } as const;
const body = { procedure: procedure.id, revision: 1, answers: { motif: 'secret de famille' }, uploads: [] };
const ask = (uploads: { field: string; uploadId: string; name: string }[] = []) =>
  use.ask(
    {
      params: undefined,
      query: undefined,
      headers: { 'idempotency-key': 'une-cle-assez-longue' },
      body: { ...body, uploads },
    },
    caller,
  );
const link = (id: string, secret: string) => ({
  params: { id },
  headers: { 'x-cosign-secret': secret },
  ...none,
});
const sign = (id: string, code = '123 456') =>
  use.sign({ ...link(id, 'secret-1'), body: { code, name: 'Bilal Haddad' } });
const kinds = () => told.map(({ occasion }) => occasion.kind);

describe('a form that two people sign', () => {
  it('waits: the second is written to, the first too, and nothing is lodged', async () => {
    const { id, secret, until } = await ask();
    expect(until).toBe('2026-12-07');
    expect(kinds()).toEqual(['ask', 'waiting']);
    expect(await use.read(link(id, secret))).toMatchObject({ role: 'first', state: 'waiting' });
    expect(await use.read(link(id, 'secret-1'))).toMatchObject({ role: 'second', answers: body.answers });
    await expect(use.read(link(id, 'autre'))).rejects.toMatchObject({ code: 'not-found' });
    expect(lodged).toEqual([]);
  });

  it('asked twice, is asked once; without one of its files, not at all', async () => {
    const [first, again] = [await ask(), await ask()];
    expect(again).toEqual(first);
    expect(kinds()).toEqual(['ask', 'waiting']);
  });

  it('refuses to wait with a file that is gone', async () => {
    const file = { field: 'f', uploadId: 'parti', name: 'a.pdf' };
    await expect(ask([file])).rejects.toMatchObject({ code: 'upload-missing' });
  });

  it('is lodged with both signatures once the second has signed with the code, and only once', async () => {
    const { id, secret } = await ask();
    await use.sendCode(link(id, 'secret-1'));
    expect(told.at(-1)?.occasion).toEqual({ kind: 'code', code: '123456' });
    expect(await sign(id)).toEqual({ reference: 'VC-2026-000123-W' });
    expect(await sign(id)).toEqual({ reference: 'VC-2026-000123-W' });
    expect(lodged).toHaveLength(1);
    expect(lodged[0]).toMatchObject({
      key: 'une-cle-assez-longue',
      signatures: [{ name: 'Anna Petit' }, { name: 'Bilal Haddad', email: 'bilal@exemple.fr' }],
    });
    expect(await use.read(link(id, secret))).toMatchObject({ lodged: { trackingCode: 'K7QXC-9MPDR' } });
    expect((await use.read(link(id, 'secret-1'))).lodged).toEqual({ reference: 'VC-2026-000123-W' });
  });

  it('signed while the service fails, is lodged when somebody looks next', async () => {
    const { id, secret } = await ask();
    await use.sendCode(link(id, 'secret-1'));
    isLodging = false;
    await expect(sign(id)).rejects.toThrow('down');
    isLodging = true;
    expect(await use.read(link(id, secret))).toMatchObject({
      state: 'signed',
      lodged: { reference: 'VC-2026-000123-W' },
    });
    expect(lodged).toHaveLength(1);
  });

  it('takes no wrong or late code, nor try after try', async () => {
    const { id } = await ask();
    await expect(sign(id)).rejects.toMatchObject({ code: 'wrong-tracking-code' });
    await use.sendCode(link(id, 'secret-1'));
    for (let count = 0; count < 5; count += 1)
      await expect(sign(id, '999999')).rejects.toMatchObject({ code: 'wrong-tracking-code' });
    await expect(sign(id)).rejects.toMatchObject({ code: 'too-many-requests' });
    await use.sendCode(link(id, 'secret-1'));
    now = '2026-11-22T10:10:00.000Z';
    await expect(sign(id)).rejects.toMatchObject({ code: 'wrong-tracking-code' });
    expect(lodged).toEqual([]);
  });

  it('may be refused with a reason, or withdrawn by the first, and is over then', async () => {
    const { id, secret } = await ask();
    await use.refuse({ ...link(id, 'secret-1'), body: { reason: 'Je n’ai pas donné mon accord.' } });
    expect((await use.read(link(id, secret))).refused?.reason).toBe('Je n’ai pas donné mon accord.');
    expect(kinds()).toContain('refused');
    await expect(use.withdraw(link(id, secret))).rejects.toMatchObject({ code: 'already-closed' });
    await expect(use.sendCode(link(id, 'secret-1'))).rejects.toMatchObject({ code: 'already-closed' });
  });

  it('only the second signs, only the first withdraws', async () => {
    const { id, secret } = await ask();
    await expect(use.sendCode(link(id, secret))).rejects.toBeInstanceOf(Refusal);
    await expect(use.withdraw(link(id, 'secret-1'))).rejects.toBeInstanceOf(Refusal);
    await use.withdraw(link(id, secret));
    expect(await use.read(link(id, 'secret-1'))).toMatchObject({ state: 'withdrawn' });
  });

  it('is reminded once, three days before its end, and given up the day after', async () => {
    const { id, secret } = await ask();
    expect(await due('2026-12-03')).toEqual({ reminded: 0, ended: 0 });
    expect(await due('2026-12-04')).toEqual({ reminded: 1, ended: 0 });
    expect(await due('2026-12-05')).toEqual({ reminded: 0, ended: 0 });
    const reminder = told.at(-1);
    expect(reminder?.occasion.kind).toBe('remind');
    expect(await use.read(link(id, reminder?.secret ?? ''))).toMatchObject({ role: 'second' });
    expect(await due('2026-12-08')).toEqual({ reminded: 0, ended: 1 });
    expect(await use.read(link(id, secret))).toMatchObject({ state: 'expired' });
    expect(await due('2026-12-09')).toEqual({ reminded: 0, ended: 0 });
  });
});
