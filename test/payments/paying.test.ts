import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adopted, refundAsked, refundDecided } from '../../functions/payments/decide.ts';
import { importMeals } from '../../functions/payments/import-files.ts';
import { dropped } from '../../functions/payments/open-dues.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { type PaymentsWorld, paymentsWorld } from '../support/payments-world.ts';

let database: TestDatabase;
let world: PaymentsWorld;
beforeAll(async () => {
  database = await testDatabase();
}, 20_000);
afterAll(() => database?.stop());
beforeEach(async () => {
  world = await paymentsWorld(database);
  await world.owe();
});
afterEach(() => world.close());

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error) => error.code ?? String(error),
  );
const state = async () => (await world.read()).payment.state;
const twoMinutes = 120;

describe('whatever becomes of the notification, a payment is known within two minutes and counts once', () => {
  it.each(['now', 'lost', 'late', 'twice', 'wrong'] as const)('notification %s', async (notify) => {
    const { url } = await world.start();
    await world.pass(30);
    world.pay(url, { notify, late: 5 * 60_000 });
    await world.pass(twoMinutes);
    expect(await state()).toBe('paid');
    await world.pass(600, 60);
    const { payment, attempts, refunds } = await world.read();
    expect(payment.paid).toMatchObject({ by: 'card' });
    expect([attempts.length, refunds.length, await world.told()]).toEqual([1, 0, 1]);
    expect(world.heard()).toBe({ now: 1, lost: 0, late: 1, twice: 3, wrong: 1 }[notify]);
  });

  it('is not fooled by a notification about another payment, nor by one that lies', async () => {
    await world.owe({ id: 'payment-2', payRef: 'VC2026000124XF', reference: 'VC-2026-000124-X' });
    const [mine, other] = [await world.start(), await world.start('payment-2')];
    world.pay(mine.url, { notify: 'wrong' });
    await world.pass(20);
    expect((await world.read('payment-2')).payment.state).toBe('paying');
    await world.pass(twoMinutes);
    expect(await state()).toBe('paid');
    expect((await world.read('payment-2')).payment.state).toBe('paying');
    world.pay(other.url, { result: 'V' });
    await world.pass(20);
    expect((await world.read('payment-2')).payment.paid?.by).toBe('debit');
  });

  it('waits for a result that PayFiP does not know yet', async () => {
    const { url } = await world.start();
    world.pay(url, { knownAfter: 90_000 });
    await world.pass(60);
    expect(await state()).toBe('paying');
    await world.pass(90 + 30);
    expect(await state()).toBe('paid');
  });
});

describe('two tabs, a double click and the back button pay once', () => {
  it('leads them all to the same operation', async () => {
    const all = await Promise.all([world.start(), world.start(), world.start()]);
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    await world.pass(300, 60);
    expect((await world.start()).url).toBe(all[0]?.url);
    expect(world.store.list()).toHaveLength(1);
  });

  it('opens no second operation while the first may still be paid, and none once it is', async () => {
    const { url } = await world.start();
    await world.pass(16 * 60, 60);
    expect(await code(world.start())).toBe('payment-under-way');
    world.pay(url, { notify: 'lost' });
    expect(await code(world.start())).not.toBe('accepted');
    await world.pass(twoMinutes);
    expect(await code(world.start())).toBe('already-paid');
    expect(world.store.list()).toHaveLength(1);
  });
});

describe('whoever closes the browser, at any step, loses nothing', () => {
  it('before PayFiP has answered: the try is given up after a minute, and its late number shown to nobody', async () => {
    let answer: (given: { idOp: string }) => void = () => undefined;
    const create = () => new Promise<{ idOp: string }>((resolve) => (answer = resolve));
    const { start } = await import('../../functions/payments/start.ts');
    const hanging = code(start({ ...world.deps, create })('payment-1', { email: 'jeanne@courriel.example' }));
    await expect.poll(state).toBe('paying');
    await world.pass(70);
    expect(await state()).toBe('due');
    answer({ idOp: 'late-number' });
    expect(await hanging).toBe('payment-under-way');
    expect((await world.read()).attempts.map((one) => one.state)).toEqual(['lost']);
    expect(await code(world.start())).toBe('accepted');
  });

  it('on the page of PayFiP: it may be started again once it cannot be paid any more', async () => {
    await world.start();
    await world.pass(21 * 60, 60);
    const { payment, attempts } = await world.read();
    expect([payment.state, attempts[0]?.state]).toEqual(['due', 'expired']);
    expect(await code(world.start())).toBe('accepted');
  });

  it('after paying: it is known all the same', async () => {
    const { url } = await world.start();
    world.pay(url, { notify: 'lost', result: 'V' });
    await world.pass(twoMinutes);
    expect((await world.read()).payment.paid?.by).toBe('debit');
  });

  it('and what was forgotten in the night is over for good', async () => {
    await world.start();
    await world.pass(26 * 3_600, 1_800);
    const [attempt] = (await world.read()).attempts;
    expect([attempt?.state, attempt?.isGone]).toEqual(['expired', true]);
  });
});

describe('nothing is charged twice in silence', () => {
  it('proposes at once to give back a second payment of the same due', async () => {
    const first = await world.start();
    world.pay(first.url, { result: 'A' });
    await world.pass(20);
    expect(await state()).toBe('due');
    const second = await world.start();
    expect(second.url).not.toBe(first.url);
    world.pay(first.url, { result: 'P', notify: 'lost' });
    await world.pass(twoMinutes);
    expect((await world.read()).payment.paid).not.toBeNull();
    world.pay(second.url, { result: 'P' });
    await world.pass(20);
    const { attempts, refunds, payment } = await world.read();
    expect(attempts.map((one) => one.state)).toEqual(['paid', 'paid']);
    expect(refunds).toMatchObject([
      { reason: 'paid-twice', state: 'proposed', cents: 500, attempt: attempts[1]?.id },
    ]);
    expect([payment.state, await world.told()]).toEqual(['paid', 2]);
  });

  it.each([
    [{ montant: '100' }, 'wrong-amount'],
    [{ refdet: 'AUTRE000001' }, 'wrong-reference'],
    [{ numcli: '000001' }, 'wrong-client'],
  ] as const)('takes no payment that does not fit for the right one: %o', async (lies, reason) => {
    const { url } = await world.start();
    world.pay(url, { lies });
    await world.pass(20);
    const { payment, attempts } = await world.read();
    expect([payment.paid, payment.doubt?.reason, attempts[0]?.state]).toEqual([null, reason, 'doubtful']);
    expect(await code(world.start())).toBe('payment-in-doubt');
    expect(await world.told()).toBe(0);
  });

  it('lets a refused card be followed by another try, and believes the last word', async () => {
    const { url } = await world.start();
    world.pay(url, { result: 'R' });
    await world.pass(20);
    expect((await world.read()).attempts[0]?.state).toBe('refused');
    world.pay(url, { result: 'P', notify: 'lost' });
    await world.pass(twoMinutes);
    expect(await state()).toBe('paid');
  });
});

describe('PayFiP may be ill', () => {
  it('says that nothing was taken when it cannot be reached, and keeps the try whose answer was lost', async () => {
    world.mood({ trouble: { kind: 'lost-answer', on: 'create', times: 1 } });
    expect(await code(world.start())).toBe('payment-unavailable');
    const { payment, attempts } = await world.read();
    expect([payment.state, attempts[0]?.state]).toEqual(['due', 'lost']);
    expect(world.store.list()).toHaveLength(1);
    expect(await code(world.start())).toBe('accepted');
  });

  it('leaves it alone for half an hour after a technical error, and lets nobody pay again meanwhile', async () => {
    const { url } = await world.start();
    world.mood({ trouble: { kind: 'technical', on: 'detail', times: 1 } });
    world.pay(url, { notify: 'lost' });
    await world.pass(20 * 60, 60);
    expect(await state()).toBe('paying');
    expect(await code(world.start())).toBe('payment-under-way');
    await world.pass(13 * 60, 60);
    expect(await state()).toBe('paid');
  });

  it('asks again a minute after an answer that was none', async () => {
    const { url } = await world.start();
    world.mood({ trouble: { kind: 'garbage', on: 'detail', times: 1 } });
    world.pay(url, { notify: 'lost' });
    await world.pass(150);
    expect(await state()).toBe('paid');
  });

  it('tells finance after a week without a word', async () => {
    await world.start();
    world.mood({ trouble: { kind: 'unavailable', on: 'detail', times: 1_000 } });
    await world.pass(8 * 24 * 3_600, 3_600);
    expect((await world.read()).payment.doubt?.reason).toBe('never-known');
  });
});

it('credits a deposit to its account once', async () => {
  await world.owe({ id: 'payment-3', kind: 'deposit', payRef: 'D12345678', family: 'F100', cents: 2_000 });
  const { url } = await world.start('payment-3');
  world.pay(url, { notify: 'twice' });
  await world.pass(twoMinutes);
  expect(await world.families.read('F100')).toMatchObject({ balance: 2_000 });
  expect((await world.families.lines('F100', 10)).items).toHaveLength(1);
});

describe('a prepaid account', () => {
  const meals = (...lines: string[]) =>
    importMeals({ ...world, now: world.deps.now, derivedId: (...parts) => parts.join('-') })(
      ['famille;enfant;date;repas;montant', ...lines].join('\n'),
      false,
    );
  it('pays each meal once, and says when it goes below zero', async () => {
    await world.families.describe('F200', { email: 'f200@courriel.example' });
    const first = await meals('F200;Nino;23/11/2026;Midi;4,80', 'F200;Nino;23/11/2026;Midi;4,80');
    expect(first.lines.map(({ state, code, balance }) => [state, code, balance])).toEqual([
      ['new', 'below-zero', -480],
      ['known', '', null],
    ]);
    expect((await meals('F200;Nino;23/11/2026;Midi;4,80')).total).toBe(0);
    expect((await world.said()).filter(({ type }) => type === 'prepaid-below')).toHaveLength(1);
    await world.owe({ id: 'payment-4', kind: 'deposit', payRef: 'D22345678', family: 'F200', cents: 2_000 });
    world.pay((await world.start('payment-4')).url);
    await world.pass(20);
    expect((await world.families.read('F200'))?.balance).toBe(1_520);
  });
});

describe('finance', () => {
  it('takes in a payment that only the treasury knows, because the answer to its creation was lost', async () => {
    world.mood({ trouble: { kind: 'lost-answer', on: 'create', times: 1 } });
    await code(world.start());
    const [operation] = world.store.list();
    const { idOp = '' } = operation ?? {};
    world.pay(`https://x/?idop=${idOp}`, { notify: 'now' });
    await world.pass(200);
    expect(await state()).toBe('due');
    const whole = await world.read();
    const said = await world.service.detail(idOp);
    if (said.fault) throw new Error(said.fault);
    const given = { idOp, newId: 'new', now: world.deps.now(), client: '090009' };
    await world.save(whole.payment, adopted(whole, said.detail, given));
    const { payment, attempts } = await world.read();
    expect([payment.state, attempts.map((one) => one.state), await world.told()]).toEqual([
      'paid',
      ['paid'],
      1,
    ]);
  });

  it('decides on a refund once', async () => {
    world.pay((await world.start()).url);
    await world.pass(20);
    const by = { by: 'agent:julie', now: world.deps.now() };
    const asked = await world.read();
    await world.save(asked.payment, refundAsked(asked, { text: 'Erreur', ...by }));
    const open = await world.read();
    const refundId = open.refunds[0]?.id ?? '';
    const decide = (whole: typeof open) =>
      refundDecided(whole, refundId, { decision: 'done', on: '2026-12-01' }, by);
    expect(await world.save(open.payment, decide(open))).toBe(true);
    expect(await world.save(open.payment, decide(open))).toBe(false);
    const over = await world.read();
    expect([over.payment.state, over.refunds[0]?.doneOn]).toEqual(['refunded', '2026-12-01']);
    expect(() => decide(over)).toThrow('already-decided');
  });

  it('gives back what was paid for a request withdrawn meanwhile, and asks for nothing that was not', async () => {
    const { url } = await world.start();
    const { payment } = await world.read();
    await world.save(payment, { payment: dropped(payment, world.deps.now())?.payment ?? payment });
    world.pay(url, { notify: 'lost' });
    await world.pass(twoMinutes);
    const after = await world.read();
    expect([after.payment.state, after.refunds[0]?.reason]).toEqual(['refund-asked', 'dropped']);
    expect(dropped(await world.owe({ id: 'payment-5', payRef: 'VC2026000125YF' }), '')?.payment.state).toBe(
      'cancelled',
    );
  });
});
