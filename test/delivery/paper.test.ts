import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withEnclosures } from '../../functions/delivery/assemble.adapter.ts';
import { handOver } from '../../functions/delivery/hand-over.ts';
import type { Handed, SendingState } from '../../functions/delivery/mailing-service.ts';
import { postTable } from '../../functions/delivery/post-table.adapter.ts';
import { weigh } from '../../functions/delivery/postage.ts';
import { type PrintDeps, printBatch } from '../../functions/delivery/print-batch.ts';
import { partsOf, planBatch, type ToPrint } from '../../functions/delivery/print-plan.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, authority, type RequestWorld, requestWorld } from '../support/request-world.ts';

const letter = (n: number, change: Partial<ToPrint> = {}): ToPrint => ({
  ...{ reference: `VC-2026-00000${n}-A`, messageId: `m-${n}`, pages: 2, registered: false },
  department: 'voirie',
  ...change,
});

describe('a batch is sorted as it is folded and franked', () => {
  it('puts registered letters first, then by envelope, and each kind in parts of its own', () => {
    const given = [letter(1), letter(2, { pages: 20 }), letter(3, { registered: true }), letter(4)];
    const plan = planBatch(given, { perDepartment: false });
    expect(plan.map(({ messageId, number, part }) => [messageId, number, part])).toEqual([
      ['m-3', 1, 1],
      ['m-1', 2, 2],
      ['m-4', 3, 2],
      ['m-2', 4, 3],
    ]);
    expect(partsOf(plan, false).map(({ letters, envelope }) => [letters, envelope])).toEqual([
      [1, 'dl'],
      [2, 'dl'],
      [1, 'c4'],
    ]);
  });

  it('never fills a part beyond what memory holds, and goes on after what was planned', () => {
    const many = Array.from({ length: 5 }, (_, index) => letter(index));
    const limits = { letters: 2, sheets: 100 };
    const plan = planBatch(many, { perDepartment: false, limits, after: { number: 10, part: 3 } });
    expect(plan.map(({ number, part }) => [number, part])).toEqual([
      [11, 4],
      [12, 4],
      [13, 5],
      [14, 5],
      [15, 6],
    ]);
  });

  it.each([
    [2, 'dl', 10, 139],
    [8, 'dl', 25, 278],
    [9, 'c4', 41, 278],
    [60, 'c4', 166, 446],
  ])('weighs %d pages in an envelope %s at %d g', (pages, envelope, grams, cents) => {
    expect(weigh({ pages, registered: false })).toMatchObject({ envelope, grams, cents });
  });

  it('prints what is enclosed behind its letter, each on a sheet of its own', async () => {
    const pdf = async (pages: number) => {
      const made = await PDFDocument.create();
      for (let page = 0; page < pages; page++) made.addPage();
      return made.save();
    };
    const enclosure = { contentType: 'application/pdf', bytes: await pdf(2) };
    const whole = await withEnclosures([await pdf(1), await pdf(3)], [enclosure]);
    expect(whole.pages).toBe(8);
    expect((await PDFDocument.load(whole.pdf)).getPageCount()).toBe(8);
  });
});

describe('the letters that wait', () => {
  let database: TestDatabase;
  let world: RequestWorld;
  let post: ReturnType<typeof postTable>;
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    world = await requestWorld(database);
    post = postTable(world.db, world.name);
  });
  afterAll(() => database.stop());

  const waiting = async (id: string) => {
    const contact = aContact(id);
    const sender = { name: 'Paul', email: null, phone: null, address: '3 rue Haute\n99100 Val-Clair' };
    world.contacts.set(id, { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
    const { reference } = await world.open({ contactId: id });
    const named = { reference, messageId: (await world.acknowledge({ reference })).messageId ?? '' };
    await world.writeLetter(named);
    return named;
  };
  const asked = { batchId: '2026-04-03-060000', day: '2026-04-03', at: '2026-04-03T04:00:00.000Z' };
  const printing = (merge: PrintDeps['merge'], isWorkingDay = true) =>
    printBatch({
      ...{ post, messages: world.messages, merge },
      authority: async () => authority,
      isWorkingDay: () => isWorkingDay,
    });

  it('are in one batch only, which a crash while merging does not lose', async () => {
    for (const id of ['c-1', 'c-2']) await waiting(id);
    const crash = printing(async () => {
      throw new Error('killed');
    });
    await expect(crash({ ...asked, by: 'auto' })).rejects.toThrow('killed');
    await waiting('c-3');
    const merged: string[][] = [];
    const print = printing(async (key, _batch, lines) => {
      merged.push([key, ...lines.map(({ recipient }) => recipient.split('\n')[0] ?? '')]);
    });
    expect(await print({ ...asked, by: 'auto' })).toEqual({ letters: 3 });
    expect(merged).toEqual([
      ['print/2026-04-03-060000/1.pdf', 'Paul', 'Paul'],
      ['print/2026-04-03-060000/2.pdf', 'Paul'],
    ]);
    expect(await print({ ...asked, by: 'auto' })).toEqual({ letters: 0 });
    expect((await post.batch(asked.batchId))?.state).toBe('ready');
    expect((await world.messages.lettersToPrint(10)).letters).toEqual([]);
  });

  it('rest on a day when nobody works, unless an agent asks', async () => {
    await waiting('c-1');
    const print = printing(async () => undefined, false);
    expect(await print({ ...asked, by: 'auto' })).toEqual({ letters: 0 });
    expect(await print({ ...asked, by: 'agent:admin' })).toEqual({ letters: 1 });
  });

  it('go to the mailing service when there is one, and back to the printer when it will not have them', async () => {
    const named = await waiting('c-1');
    const refused = await waiting('c-2');
    let state: SendingState = 'waiting';
    const given: string[] = [];
    const use = handOver({
      ...{ post, messages: world.messages, requests: world.requests },
      bytes: async () => new TextEncoder().encode('%PDF-1.7'),
      now: () => '2026-04-03T04:00:00.000Z',
      service: {
        submit: async ({ id, reference }): Promise<Handed> => {
          given.push(id);
          return reference === refused.reference ? { refused: 'mailing-422' } : { providerId: 's-1' };
        },
        state: async () => state,
      },
    });
    expect(await use()).toEqual({ handed: 2, followed: 0, failed: 0 });
    expect(await use()).toEqual({ handed: 0, followed: 1, failed: 0 });
    expect(given).toHaveLength(2);
    expect((await world.messages.lettersToPrint(10)).letters).toMatchObject([
      { reference: refused.reference },
    ]);
    state = 'posted';
    await use();
    const { events } = await world.requests.load(named.reference);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['letter-handed-over', 'letter-printed']);
    expect((await world.messages.read(named.reference, named.messageId)).delivery).toBe('sent');
  });
});
