import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as families from '../../../functions/payments/family-api.ts';
import * as api from '../../../functions/payments/public-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { fakeCode, fakeReference } from '../../support/fake-api.ts';
import { citizenMe, openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { moreWhere } from '../../support/more.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, type Visitor } from '../../support/visitor.ts';

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  visitor.page.setDefaultTimeout(6_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const now = '2026-11-22T10:12:00.000Z';
const payment = (change: Partial<api.PaymentView> = {}): api.PaymentView => ({
  ...{
    id: 'payment-0001',
    kind: 'fee',
    state: 'due',
    cents: 3_000,
    label: 'Ouverture d’un compteur',
    lines: [],
  },
  ...{
    reference: fakeReference,
    family: null,
    invoice: null,
    payRef: 'VC2026000123WF',
    createdAt: now,
    dueOn: null,
  },
  ...{ paid: null, last: null, openUntil: null, freeAt: null, mayPay: true, whyNot: null },
  ...{ email: 'j•••ne@example.org', refund: null, twice: null, mayAskRefund: false },
  ...change,
});
const paid = (change: Partial<api.PaymentView> = {}) =>
  payment({
    ...{ state: 'paid', paid: { at: now, by: 'card', authorisation: '851117' }, last: 'paid', mayPay: false },
    ...{ whyNot: 'closed', mayAskRefund: true, ...change },
  });
const listed = (...payments: api.PaymentView[]) => ({ payments, next: null, test: true, now });
const one = (view: api.PaymentView) => ({ payment: view, test: true, now });

beforeEach(() => {
  site.space.reset();
  site.space.me = null;
  site.space.answer(api.listPayments, ({ query }: { query: URLSearchParams }) =>
    query.get('reference') ? listed(payment()) : new Problem('invalid-input', 400),
  );
});
const screen = () => visitor.page;
const problems = async () => [
  ...(await axeProblems(screen())),
  ...(await rgaaProblems(screen(), { tabs: 40 })),
  ...visitor.complaints,
];
const words = () => screen().textContent('main');
const press = (name: string | RegExp) => screen().getByRole('button', { name }).click();
const ask = async () => {
  await visitor.arrive('/payer');
  await screen().fill('#payer-numero', 'vc 2026 123 w');
  await screen().fill('#payer-code', fakeCode);
  await press('Voir ce qui est à payer');
  await screen().waitForSelector('.pay-card, .empty-state, .notice');
};

describe('finding what is to be paid', { timeout: 30_000 }, () => {
  it('asks for a number and a code, or an invoice, and says what is missing or wrong', async () => {
    await visitor.arrive('/payer');
    await screen().waitForSelector('#payer-numero');
    expect(await problems()).toEqual([]);
    await press('Voir ce qui est à payer');
    expect(await screen().evaluate(() => document.activeElement?.id)).toBe('payer-numero');
    await expect.poll(() => screen().title()).toMatch(/^Erreur/);
    await press('Retrouver ma facture');
    expect(await words()).toContain('Indiquez le montant en euros');
    expect(await problems()).toEqual([]);
    site.space.answer(api.findInvoice, () => new Problem('not-found', 404));
    await screen().fill('#payer-facture', 'FAC 2026 17');
    await screen().fill('#payer-famille', 'F100');
    await screen().fill('#payer-montant', '84,50');
    await press('Retrouver ma facture');
    await screen().getByText('Aucune facture ne correspond').waitFor();
    expect(site.space.calls.at(-1)?.body).toEqual({ invoice: 'FAC 2026 17', family: 'F100', cents: 8_450 });
    expect(await problems()).toEqual([]);
  });

  it('shows the invoice to who knows three things of it, and keeps its pass out of the address', async () => {
    const invoice = payment({
      kind: 'invoice',
      reference: null,
      family: 'F100',
      invoice: 'FAC-17',
      dueOn: '2026-12-15',
    });
    site.space.answer(api.findInvoice, { ...one(invoice), pass: 'p'.repeat(24) });
    site.space.answer(api.readPayment, one(invoice));
    await visitor.arrive('/payer');
    await screen().fill('#payer-facture', 'FAC 17');
    await screen().fill('#payer-famille', 'F100');
    await screen().fill('#payer-montant', '30');
    await press('Retrouver ma facture');
    await screen().waitForSelector('.pay-card');
    expect(await words()).toContain('À payer avant le 15 décembre 2026');
    expect(screen().url()).toBe(`${site.origin}/payer`);
    expect(await problems()).toEqual([]);
  });
});

describe('paying', { timeout: 30_000 }, () => {
  it('sends to PayFiP once the address of the receipt is right, and waits with the person for the result', async () => {
    site.space.answer(api.listPayments, listed(payment({ email: null })));
    site.space.answer(api.startPayment, { url: `${site.origin}/payer/retour`, until: now });
    site.space.answer(api.readPayment, one(payment({ state: 'paying', mayPay: false, last: 'open' })));
    await ask();
    await press(/Aller payer/);
    await screen().getByText('Indiquez une adresse électronique').waitFor();
    expect(await problems()).toEqual([]);
    await screen().getByLabel('Votre adresse électronique').fill('claire@example.org');
    await press(/Aller payer/);
    await screen().waitForSelector('.pay-wait');
    expect(await screen().textContent('[role=status]')).toContain('Nous demandons à PayFiP');
    expect(await problems()).toEqual([]);
    site.space.answer(api.readPayment, one(paid()));
    await screen().getByText('Votre paiement est reçu').waitFor();
    expect(await problems()).toEqual([]);
    const started = site.space.calls.find(({ operation }) => operation.includes('/start'));
    expect(started?.body).toEqual({ email: 'claire@example.org' });
  });

  for (const [view, said] of [
    [payment({ last: 'cancelled' }), 'Vous avez annulé le paiement'],
    [payment({ last: 'refused' }), 'Le paiement a été refusé'],
    [payment({ last: 'doubtful', whyNot: 'doubt', mayPay: false }), 'Ne payez pas une seconde fois'],
  ] as const)
    it(`comes back to an outcome that is said: ${said}`, moreWhere(!view.whyNot), async () => {
      site.space.answer(api.startPayment, { url: `${site.origin}/payer/retour`, until: now });
      site.space.answer(api.readPayment, one(view));
      await ask();
      await press(/Aller payer/);
      await screen().getByText(said).waitFor();
      expect(await problems()).toEqual([]);
    });

  it('says why it cannot begin, and what there is to do', { tags: 'more' }, async () => {
    site.space.answer(api.startPayment, () => new Problem('payment-unavailable', 503));
    site.space.answer(api.readPayment, one(payment()));
    site.api.troubles = [];
    await ask();
    await press(/Aller payer/);
    await screen().getByText('Rien n’a été prélevé').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('is honest to who comes back on another device', { tags: 'more' }, async () => {
    await visitor.arrive('/payer/retour');
    await screen().getByText('Nous ne retrouvons pas le paiement').waitFor();
    expect(await problems()).toEqual([]);
  });
});

describe('every state of what is owed can be read by everybody', { timeout: 30_000 }, () => {
  const all = [
    payment({
      lines: [
        { label: 'Carte', cents: 1_000 },
        { label: 'Badge', cents: 2_000 },
      ],
    }),
    payment({ id: 'payment-0002', state: 'paying', openUntil: now, freeAt: now }),
    payment({ id: 'payment-0003', state: 'paying', mayPay: false, freeAt: now }),
    payment({ id: 'payment-0004', cents: 18, mayPay: false, whyNot: 'too-small' }),
    payment({ id: 'payment-0005', mayPay: false, whyNot: 'doubt' }),
    paid({ id: 'payment-0006', twice: { cents: 3_000, state: 'proposed' } }),
    paid({
      ...{ id: 'payment-0007', state: 'refunded', mayAskRefund: false },
      refund: { state: 'done', cents: 3_000, doneOn: '2026-12-01', why: null },
    }),
  ];
  it.each([
    ['a desk', screens.desktop],
    ['a phone', screens.phone],
  ])('at %s', async (_name, size) => {
    await screen().setViewportSize(size);
    site.space.answer(api.listPayments, listed(...all));
    await ask();
    expect(await words()).toContain('Chaque somme se règle séparément');
    await screen()
      .getByRole('button', { name: /Demander un remboursement/ })
      .first()
      .click();
    await screen().getByLabel('Pourquoi demandez-vous').waitFor();
    expect(await problems()).toEqual([]);
    const wide = await screen().evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await screen().setViewportSize(screens.desktop);
  });

  it('when there is nothing, when it fails, and a page at a time', { tags: 'more' }, async () => {
    site.space.answer(api.listPayments, listed());
    await ask();
    expect(await words()).toContain('Rien à payer');
    expect(await problems()).toEqual([]);
    site.space.answer(api.listPayments, () => new Problem('fault', 500));
    await ask();
    expect(await words()).toContain('Le service rencontre un problème');
    expect(await problems()).toEqual([]);
    site.space.answer(api.listPayments, ({ query }: { query: URLSearchParams }) =>
      query.get('after') ? listed(payment({ id: 'payment-0009' })) : { ...listed(payment()), next: 'x|1' },
    );
    await ask();
    await press('Afficher la suite');
    await expect.poll(() => screen().locator('.pay-card').count()).toBe(2);
  });
});

it('shows a signed-in family its balance, and lets it pay in', { timeout: 30_000 }, async () => {
  const line = { id: 'l1', at: now, kind: 'meal', cents: -480, label: 'Déjeuner, Nino', balance: -480 };
  site.space.me = citizenMe();
  site.space.answer(api.listPayments, listed(payment()));
  site.space.answer(families.listFamilies, { families: [{ number: 'F100', label: '', balance: -480 }], now });
  site.space.answer(families.listLines, { lines: [line], next: null, now });
  const made = payment({
    id: 'payment-0020',
    kind: 'deposit',
    label: 'Versement',
    family: 'F100',
    reference: null,
  });
  site.space.answer(families.deposit, { payment: made, now });
  await visitor.arrive('/payer');
  await screen().evaluate(() => localStorage.setItem('parvis:signed-in', '2099-01-01T00:00:00.000Z'));
  await screen().reload();
  await screen().getByText('Compte débiteur').waitFor();
  await press(/Derniers mouvements/);
  await screen().getByText('Déjeuner, Nino').waitFor();
  expect(await problems()).toEqual([]);
  await press(/Verser sur le compte/);
  await screen().getByLabel('Montant à verser').fill('0,50');
  await press('Continuer vers le paiement');
  await screen().getByText('Indiquez un montant en euros, de 1').waitFor();
  await screen().getByLabel('Montant à verser').fill('20');
  await press('Continuer vers le paiement');
  await screen().getByRole('heading', { name: 'Versement' }).waitFor();
  await press('Suivre une famille');
  expect(await problems()).toEqual([]);
});
