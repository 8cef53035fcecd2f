import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, nextLook } from '../../functions/payments/attempt.ts';
import { readCsv, writeCsv } from '../../functions/payments/csv.ts';
import { hear } from '../../functions/payments/hear.ts';
import { readInvoices, readMeals } from '../../functions/payments/import-lines.ts';
import { invoiceReference, readCents, readDay } from '../../functions/payments/invoice.ts';
import { notifiedOf } from '../../functions/payments/notified.ts';
import { feeReference, feesAt } from '../../functions/payments/open-dues.ts';
import {
  createRequest,
  type Detail,
  plainLabel,
  readCreated,
  readDetail,
} from '../../functions/payments/payfip.ts';
import { newPayment, type Payment } from '../../functions/payments/payment.ts';
import { differencesOf, readTreasury } from '../../functions/payments/reconcile.ts';
import type { Refund } from '../../functions/payments/refund.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 10, minutes)).toISOString();
const attempt = (id: string, more: Partial<Attempt> = {}): Attempt => ({
  ...{
    id,
    payment: 'p',
    state: 'open',
    startedAt: at(0),
    idOp: `op-${id}`,
    cents: 500,
    payRef: 'VC2026000123WF',
  },
  ...{
    client: '090009',
    year: 2026,
    mode: 'T',
    email: 'a@b.fr',
    lookedAt: null,
    notBefore: null,
    detail: null,
  },
  ...{ isGone: false, settledAt: null, acknowledgedAt: null, ...more },
});
const detail = (result: Detail['result'], more: Partial<Detail> = {}): Detail => ({
  ...{
    result,
    payRef: 'VC2026000123WF',
    cents: 500,
    client: '090009',
    year: '2026',
    date: '22112026',
    time: '1105',
  },
  ...{ authorisation: '1', mode: 'T', ...more },
});
const owed = (): Payment =>
  newPayment({
    id: 'p',
    kind: 'fee',
    cents: 500,
    label: 'Carte',
    payRef: 'VC2026000123WF',
    year: 2026,
    createdAt: at(0),
  });
const envelope = (body: string) =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`;

describe('what PayFiP answers is understood in all its shapes, and in no other', () => {
  it.each([
    ['<r:creerResponse><return><idOp>abc-123456</idOp></return></r:creerResponse>', { idOp: 'abc-123456' }],
    [
      '<r:creerResponse><x:return><x:idop>abc-123456</x:idop></x:return></r:creerResponse>',
      { idOp: 'abc-123456' },
    ],
    ['<r:creerResponse><IDOP>abc-123456</IDOP></r:creerResponse>', { idOp: 'abc-123456' }],
    ['<r:creerResponse><return/></r:creerResponse>', { fault: 'silent' }],
    [
      '<S:Fault><faultcode>S:Server</faultcode><detail><n:FonctionnelleErreur><c:code>P5</c:code></n:FonctionnelleErreur></detail></S:Fault>',
      { fault: 'functional', code: 'P5' },
    ],
    [
      '<S:Fault><detail><n:TechIndisponibiliteErreur><code/></n:TechIndisponibiliteErreur></detail></S:Fault>',
      { fault: 'technical' },
    ],
  ])('%s', (body, said) => expect(readCreated(envelope(body))).toEqual(said));

  it('takes for silence what is no envelope, no result or no amount', () => {
    for (const text of [
      '',
      '<html><br></html>',
      envelope('<r><resultrans>Q</resultrans><montant>1</montant></r>'),
    ])
      expect(readDetail(text)).toEqual({ fault: 'silent' });
    expect(readDetail(envelope('<r><resultrans>P</resultrans><montant>1,5</montant></r>'))).toEqual({
      fault: 'silent',
    });
  });

  it('writes labels without accents and hides no mark-up in what people wrote', () => {
    expect(plainLabel('Cantine d’été, œuvre n° 3 & <b>')).toBe('Cantine d ete oeuvre n 3 b');
    const order = {
      email: 'a&b@c.fr',
      payRef: 'REF001',
      mode: 'T',
      notifyUrl: 'https://n',
      returnUrl: 'https://r',
    } as const;
    expect(createRequest({ ...order, year: 2026, cents: 1, client: '090009', label: 'x' })).toContain(
      'a&amp;b@c.fr',
    );
  });
});

it('whatever PayFiP says of two tries, in any order: paid once, and the rest goes back', () => {
  const answer = fc.oneof(
    fc
      .constantFrom('P', 'V', 'A', 'R', 'Z')
      .map((result) => ({ detail: detail(result as Detail['result']) })),
    fc.constantFrom('P1', 'P3', 'P4', 'P5').map((code) => ({ fault: 'functional', code }) as const),
    fc.constantFrom({ fault: 'technical' } as const, { fault: 'silent' } as const),
    fc.constant({ detail: detail('P', { cents: 1 }) }),
  );
  const step = fc.record({ which: fc.constantFrom(0, 1), answer, minute: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let payment: Payment = { ...owed(), state: 'paying', attempt: 'b' };
      const tries = [attempt('a', { state: 'cancelled' }), attempt('b')];
      const refunds: Refund[] = [];
      let settled = 0;
      for (const { which, answer: said, minute } of steps) {
        const before = tries[which] as Attempt;
        if (before.state === 'paid' || before.state === 'doubtful' || before.isGone) continue;
        const heard = hear(payment, before, said, at(minute));
        payment = heard.payment;
        tries[which] = heard.attempt;
        if (heard.refund) refunds.push(heard.refund);
        settled += heard.settled ? 1 : 0;
      }
      const paid = tries.filter(({ state }) => state === 'paid');
      expect(payment.paid !== null).toBe(paid.length > 0);
      expect(refunds.length).toBe(Math.max(0, paid.length - 1));
      expect(settled).toBe(paid.length);
      if (payment.state === 'paid') expect(paid.map(({ id }) => id)).toContain(payment.attempt);
    }),
    { seed: 7, numRuns: 300 },
  );
});

it('looks every minute while somebody may be paying, then ever less, then no more', () => {
  const waits = [0, 20, 45, 120, 3 * 24 * 60, 8 * 24 * 60].map((minute) =>
    nextLook(attempt('a'), at(minute)),
  );
  expect(waits).toEqual([60, 60, 90, 1_800, 21_600, null]);
  expect(nextLook(attempt('a', { notBefore: at(40) }), at(10))).toBe(1_800);
});

it('reads fees by their moment, and nothing from who owes nothing', () => {
  const fee = (code: string, cents: number, more = {}) => ({ code, label: code, cents, ...more });
  const fees = [
    fee('a', 500, { when: { field: 'why', is: 'lost' } }),
    fee('b', 0),
    fee('c', 900, { due: 'grant' as const }),
    fee('d', 120, { due: 'never' as const }),
  ];
  const codes = (why: string, moment: 'opening' | 'grant') =>
    feesAt({ fees }, { why }, '2026-11-22', moment).map(({ code }) => code);
  expect([codes('lost', 'opening'), codes('new', 'opening'), codes('new', 'grant')]).toEqual([
    ['a'],
    [],
    ['c'],
  ]);
  expect(feeReference('VC-2026-000123-W', 'opening')).toBe('VC2026000123WF');
});

describe('files of finance are read line by line', () => {
  it.each([
    ['1 234,56 €', 123_456],
    ['84.5', 8_450],
    ['12', 1_200],
    ['-3,20', -320],
    ['1,234,56', null],
    ['douze', null],
  ])('amount %s', (text, cents) => expect(readCents(text)).toBe(cents));
  it.each([
    ['30/11/2026', '2026-11-30'],
    ['2026-11-30', '2026-11-30'],
    ['31/11/2026', null],
  ])('day %s', (text, day) => expect(readDay(text)).toBe(day));
  it.each([
    ['FAC-2026/17', 'FAC202617'],
    ['17', '000017'],
    ['É', null],
    ['X'.repeat(31), null],
  ])('invoice %s', (number, payRef) => expect(invoiceReference(number)).toBe(payRef));

  it('names each wrong cell, and takes the right lines', () => {
    const text =
      '\ufeffFacture;Famille;Montant;Objet;Échéance\r\nF1;f 100;84,50;"Cantine; octobre";30/11/2026\nF1;F100;1;Cantine;\nF2;?;x;ab;32/1/2026\n';
    const { good, bad } = readInvoices(text);
    expect(good).toMatchObject([
      {
        line: 2,
        item: {
          payRef: '0000F1',
          family: 'F100',
          cents: 8_450,
          label: 'Cantine; octobre',
          dueOn: '2026-11-30',
        },
      },
    ]);
    expect(bad.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
      ...['3 facture twice-in-file', '4 famille not-a-number', '4 montant not-an-amount'],
      ...['4 objet not-a-label', '4 echeance not-a-day'],
    ]);
    expect(readInvoices('rien').bad[0]?.code).toBe('no-headings');
    expect(readMeals('famille;enfant\nF1;Léo').bad.map(({ field }) => field)).toEqual([
      'date',
      'repas',
      'montant',
    ]);
  });

  it('writes nothing that a spreadsheet takes for a formula', () => {
    const [, row] = writeCsv([['a'], ['=1+1;"x"']]).split('\r\n');
    expect(row).toBe(`"'=1+1;""x"""`);
    expect(
      readCsv(
        writeCsv([
          ['a', 'b'],
          ['1;2', '"x"'],
        ]),
      )?.lines[0]?.cells,
    ).toEqual({ a: '1;2', b: '"x"' });
  });
});

it('says what the treasury’s book and ours do not say alike', () => {
  const payment = owed();
  const mine = {
    payment,
    attempt: attempt('a', { state: 'paid', idOp: 'op-aaaa' }),
    day: '2026-11-22',
    time: '11:05',
  };
  const other = { ...mine, attempt: attempt('b', { payRef: 'FAC0001', cents: 900 }) };
  const rows = readTreasury(
    'Référence;Montant;Opération\nVC2026000123WF;5,00;op-aaaa\nVC2026000123WF;5,00;op-bbbb\nINCONNU1;1;\nTotal;11;\n',
  );
  const { matched, differences } = differencesOf(rows ?? [], [mine, other], (ref) =>
    ref.startsWith('VC') ? payment : undefined,
  );
  expect(matched).toBe(1);
  expect(differences.map(({ kind, payRef }) => `${kind} ${payRef}`)).toEqual([
    ...['not-paid-here VC2026000123WF', 'unknown-here INCONNU1', 'missing-there FAC0001'],
  ]);
});

it.each([
  ['idop=abc-1234', '', 'abc-1234'],
  ['x=1&IdOp=abc-1234&resultrans=P', '', 'abc-1234'],
  ['', 'idop=abc-1234', 'abc-1234'],
  ['idop=<script>', '', null],
  ['{"idop":"abc-1234"}', '', null],
])('finds in a notification only a number: %s', (body, query, idOp) =>
  expect(notifiedOf(body, query)).toBe(idOp),
);
