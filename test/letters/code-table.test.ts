import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeTable } from '../../functions/letters/code-table.adapter.ts';
import { type OpenByCodeDeps, openByCode, readingByLetter } from '../../functions/letters/open-by-code.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import type { LetterQr } from '../../functions/letters/qr.ts';
import { readShortCode } from '../../functions/letters/short-code.ts';
import { held } from '../../functions/requests/held.ts';
import type { Whole } from '../../functions/requests/items.ts';
import { hashTrackingCode, isTrackingCode } from '../../functions/requests/secrets.adapter.ts';
import { tryTable } from '../../functions/telephony/try-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { authority } from '../support/request-world.ts';

const sign = signer('pepper', 'letter-qr');
const reference = 'VC-2026-000123-W';
const slip: LetterQr = { kind: 'slip', reference, id: 'aa99c1d2-ask', part: 2 };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

describe('the short code of what leaves', () => {
  it('is written down once, however often the letter is made', async () => {
    const name = await database.table();
    const codes = codeTable(database.db, name);
    const [first, again] = [await codes.keep(slip, sign), await codes.keep(slip, sign)];
    expect(again).toEqual(first);
    expect(await database.all(name)).toHaveLength(1);
    expect(await codes.find(readShortCode(first.short) ?? '')).toEqual({ ...slip, id: 'aa99c1d2' });
    expect(await codes.find('000000000000')).toBeNull();
  });

  it('is another when somebody else has it already, and stays that one', async () => {
    const codes = codeTable(database.db, await database.table());
    const alike = (text: string) => (text.startsWith('SHORT:0:') ? '0000000000007' : sign(text));
    const first = await codes.keep(slip, alike);
    const second = await codes.keep({ ...slip, part: 3 }, alike);
    expect(second.short).not.toBe(first.short);
    expect(await codes.keep({ ...slip, part: 3 }, alike)).toEqual(second);
    expect(await codes.find(readShortCode(second.short) ?? '')).toMatchObject({ part: 3 });
  });
});

const tracking = '6X9DT-KMR9P';
const world = (change: Partial<OpenByCodeDeps> = {}) => {
  const kept = hashTrackingCode(tracking);
  const whole = {
    request: { reference, awaited: { askId: 'aa99c1d2-ask', documents: ['home', 'income'], provided: [] } },
    trackingHash: kept,
  } as unknown as Whole;
  const counts = new Map<string, number>();
  const ask = openByCode({
    find: async (digits) =>
      digits === '482719305562'
        ? { ...slip, id: 'aa99c1d2' }
        : digits === '000000000023'
          ? { kind: 'letter', reference, id: 'bb' }
          : null,
    load: async (wanted) => (wanted === reference ? whole : null),
    birthOf: async () => '1984-05-06',
    isCode: isTrackingCode,
    async countTry(kind, value) {
      const count = (counts.get(`${kind}${value}`) ?? 0) + 1;
      counts.set(`${kind}${value}`, count);
      return count;
    },
    async giveBackTry(kind, value) {
      counts.set(`${kind}${value}`, (counts.get(`${kind}${value}`) ?? 0) - 1);
    },
    noteReading: async () => undefined,
    letFollow: async () => 'PASS',
    ...change,
  });
  return (code: string, proof: { birthDate?: string; trackingCode?: string }) =>
    ask(
      {
        ...{ params: undefined, query: undefined, headers: undefined },
        body: { code, birthDate: null, trackingCode: null, ...proof },
      },
      { address: '203.0.113.7' },
    ).catch(({ code: refused }) => refused);
};
const right = '4827-1930-5562-A';
const nobodys = '1111-2222-3333-M';

describe('whoever holds a letter', () => {
  it.each([{ birthDate: '1984-05-06' }, { trackingCode: tracking }])(
    'follows its request with %j, and learns which document it is about',
    async (proof) => {
      const opened = { reference, trackingCode: 'PASS', document: 'income' };
      expect(await world()(` ${right.toLowerCase()} `, proof)).toEqual(opened);
    },
  );

  it.each<[string, string, object]>([
    ['without a proof', right, {}],
    ['with another day of birth', right, { birthDate: '1984-05-07' }],
    ['with another tracking code', right, { trackingCode: 'XEWXT-FYA9Y' }],
    ['with a code of nobody', nobodys, { birthDate: '1984-05-06' }],
    ['with a wrong check letter', '4827-1930-5562-K', { birthDate: '1984-05-06' }],
    ['with a reference', reference, { trackingCode: tracking }],
  ])('is told the same nothing %s', async (_, code, proof) => {
    expect(await world()(code, proof)).toBe('wrong-tracking-code');
  });

  it('is noted before it sees anything, when a day of birth was all it proved', async () => {
    const told: string[] = [];
    const ask = world({
      noteReading: async (read) => void told.push(`read ${read}`),
      letFollow: async (given) => {
        told.push(`pass ${given}`);
        return 'PASS';
      },
    });
    await ask(right, { birthDate: '1984-05-07' });
    expect(told).toEqual([]);
    await ask(right, { birthDate: '1984-05-06' });
    expect(told).toEqual([`read ${reference}`, `pass ${reference}`]);
    await ask(right, { trackingCode: tracking });
    expect(told.at(-1)).toBe(`pass ${reference}`);
    expect(told).toHaveLength(3);
    const [first, same, later] = ['T14:51', 'T14:59', 'T15:00'].map((time) =>
      readingByLetter(`2026-11-22${time}:00.000Z`),
    );
    expect(same).toEqual(first);
    expect(later).not.toEqual(first);
  });

  it('needs the tracking code for what is reserved to the cabinet', async () => {
    const request = { reference, department: 'cabinet' };
    const ask = world({ load: async () => ({ request, trackingHash: null }) as unknown as Whole });
    expect(await ask(right, { birthDate: '1984-05-06' })).toBe('wrong-tracking-code');
  });

  it('is told nothing when nobody knows their day of birth', async () => {
    const ask = world({ birthOf: async () => null });
    expect(await ask(right, { birthDate: '1984-05-06' })).toBe('wrong-tracking-code');
  });

  it.each([right, nobodys])(
    'tries %s eight times a day, known or not, and then even the right proof waits',
    async (code) => {
      const ask = world();
      for (let time = 0; time < 8; time += 1)
        expect(await ask(code, { birthDate: '1900-01-01' })).toBe('wrong-tracking-code');
      expect(await ask(code, { birthDate: '1984-05-06' })).toBe('too-many-requests');
    },
  );

  it('tries no more often by the other codes of the same request, and its tracking code is never shut out', async () => {
    const ask = world();
    for (let time = 0; time < 4; time += 1)
      for (const code of [right, '0000-0000-0023-A']) await ask(code, { birthDate: '1900-01-01' });
    expect(await ask('0000-0000-0023-A', { birthDate: '1984-05-06' })).toBe('too-many-requests');
    for (let time = 0; time < 61; time += 1) await ask(nobodys, { birthDate: '1900-01-01' });
    expect(await ask(right, { trackingCode: tracking })).toMatchObject({ reference });
  });
});

describe('tries that were right', () => {
  it('count no more: a town hall opens letters all day from one address', async () => {
    const ask = world();
    for (let time = 0; time < 61; time += 1)
      expect(await ask(right, { birthDate: '1984-05-06' })).toMatchObject({ reference });
    for (let time = 0; time < 8; time += 1)
      expect(await ask(right, { birthDate: '1900-01-01' })).toBe('wrong-tracking-code');
    expect(await ask(right, { birthDate: '1984-05-06' })).toBe('too-many-requests');
  });

  it('are taken from what is kept of the day', async () => {
    const tries = tryTable(database.db, await database.table());
    const given = ['letter-address', '203.0.113.7', '2026-11-22', 0] as const;
    expect([await tries.count(...given), await tries.count(...given)]).toEqual([1, 2]);
    await tries.giveBack(...given);
    expect(await tries.count(...given)).toBe(2);
  });
});

it('what they were given opens the request for two hours and no longer', async () => {
  const pass = { hash: hashTrackingCode('XEWXT-FYA9Y'), until: '2026-11-22T12:00:00.000Z' };
  const follow = (now: string, code: string) =>
    held(
      {
        authority: async () => authority,
        load: async () =>
          ({ trackingHash: hashTrackingCode(tracking), pass, request: {}, content: {} }) as unknown as Whole,
        isCode: (typed, kept) => isTrackingCode(typed, kept),
        now: () => now,
      },
      { params: { reference }, headers: { 'x-tracking-code': code } },
    ).then(
      () => true,
      () => false,
    );
  const [before, after] = ['2026-11-22T11:59:00.000Z', '2026-11-22T12:00:01.000Z'];
  expect(await follow(before, 'XEWXT-FYA9Y')).toBe(true);
  expect(await follow(after, 'XEWXT-FYA9Y')).toBe(false);
  expect(await follow(after, tracking)).toBe(true);
});
