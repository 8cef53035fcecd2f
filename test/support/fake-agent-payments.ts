import { fakeNow } from './fake-agent-people.ts';

/** Payments as finance sees them. */
type Asked = { url: URL; scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => { json: unknown }];

const line = (at: number, change: object = {}) => ({
  ...{
    id: `payment-000${at}`,
    kind: 'fee',
    state: 'due',
    label: 'Obtenir une carte de déchèterie',
    cents: 500,
  },
  ...{ payRef: `VC202600012${at}WF`, reference: 'VC-2026-000123-W', family: null, createdAt: fakeNow },
  ...{ dueOn: null, doubt: null, received: null, refund: null, ...change },
});
const refund = (change: object = {}) => ({
  ...{ id: 'refund-0001', payment: 'payment-0001', cents: 500, reason: 'asked', state: 'asked' },
  ...{
    text: 'La carte a été retrouvée.',
    askedAt: fakeNow,
    by: 'citizen',
    doneOn: null,
    why: null,
    ...change,
  },
});
const lists: Record<string, object[]> = {
  received: [line(1, { state: 'paid', received: { at: fakeNow, cents: 500, by: 'card' } })],
  open: [line(2), line(3, { kind: 'invoice', reference: null, family: 'F100', dueOn: '2026-12-15' })],
  doubt: [line(4, { state: 'paying', doubt: { reason: 'wrong-amount', at: fakeNow, told: 400 } })],
  refunds: [
    line(5, { state: 'refund-asked', refund: refund() }),
    line(6, {
      state: 'paid',
      refund: refund({ id: 'refund-0002', reason: 'paid-twice', state: 'proposed', by: 'auto', text: '' }),
    }),
  ],
  repaid: [line(7, { state: 'refunded', refund: refund({ state: 'done', doneOn: '2026-11-20' }) })],
};
const report = {
  lines: [
    { line: 2, state: 'new', field: '', code: '', what: 'FAC-2026-17', cents: 8_450, balance: null },
    {
      line: 3,
      state: 'refused',
      field: 'montant',
      code: 'not-an-amount',
      what: '',
      cents: null,
      balance: null,
    },
  ],
  total: 8_450,
  isDry: true,
};
const differences = {
  ...{ rows: 2, matched: 1, problem: null },
  differences: [
    {
      kind: 'not-paid-here',
      line: 3,
      payRef: 'VC2026000124XF',
      here: null,
      there: 500,
      payment: 'payment-0009',
      idOp: null,
    },
  ],
};

export const paymentRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/payments$/,
    ({ url, scenario }) => ({
      json: {
        lines: scenario === 'empty' ? [] : (lists[url.searchParams.get('list') ?? 'received'] ?? []),
        ...{ next: scenario === 'long' ? 'x' : null, day: '2026-11-22', now: fakeNow },
        totals: { open: 2, doubt: 1, refunds: 2 },
      },
    }),
  ],
  ['POST', /^\/api\/agent\/payments\/(?:invoices|meals)$/, () => ({ json: report })],
  ['POST', /^\/api\/agent\/payments\/reconciliation$/, () => ({ json: differences })],
  [
    'GET',
    /^\/api\/agent\/requests\/([^/]+)\/payments$/,
    (_asked, reference) => ({
      json: {
        payments:
          reference === 'VC-2026-000200-H'
            ? [{ id: 'payment-0001', label: 'Carte', state: 'due', cents: 500, paid: null }]
            : [],
      },
    }),
  ],
];
