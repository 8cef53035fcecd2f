import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { openPage } from '../../support/journey.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

type Signed = Awaited<ReturnType<typeof product.signIn>>;
const own = (session: Signed) => (path: string, body: unknown) => session.post(`/api/${path}`, body);
const person = async (login: string, viewport = screens.desktop) => {
  const session = await product.signIn(login);
  const context = await browser.person({ viewport });
  // Only a browser that believes the line safe takes a name that begins by `__Host-`.
  const cookies = session.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: product.url.replace('http:', 'https:') };
  });
  await context.addCookies(cookies);
  return { session, post: own(session), ...(await openPage(context)) };
};
const today = new Date().toISOString().slice(0, 10);
const answers = {
  ...{ who: 'person', commune: '99101', why: 'lost', givenName: 'Odile', familyName: 'Marchand' },
  vehicles: [{ vehiclePlate: 'AB-123-CD', trailer: false }],
  ...{ email: 'odile.marchand@courriel.example', phone: '' },
  address: { lines: '7 rue des Tanneurs', postalCode: '99100', city: 'Val-Clair' },
  statement: { givenName: 'Odile', familyName: 'Marchand', signedOn: today },
};
/** Odile lets Karim act for her, in all four things; he accepts by the link of his mail. */
const mandated = async (odile: Signed, karim: Signed): Promise<string> => {
  const email = 'karim.ziani@courriel.example';
  const helper = { kind: 'family', name: 'Karim Ziani', organisation: null, email };
  const scope = ['requests', 'documents', 'appointments', 'payments'];
  const { status, body } = await own(odile)('citizen/mandates', { helper, scope, until: today });
  expect(status, JSON.stringify(body)).toBe(201);
  const secret = await until('the offer', async () =>
    (await product.outbox())
      .filter(({ to }) => to === email)
      .map(({ text }) => /#(\S+\.[0-9a-f]{32})/.exec(text)?.[1])
      .find((found) => found?.startsWith(body.id)),
  );
  const accepted = await own(karim)('citizen/mandates/offers/answer', { secret, accept: true });
  expect(accepted.body.state).toBe('active');
  return body.id;
};
const giveUpAll = async (odile: Signed) => {
  const { body } = await odile.get('/api/citizen/appointments');
  for (const { secret } of body.appointments)
    await product.post('/api/public/appointments/mine/cancel', {}, { 'x-appointment-secret': secret });
};
/** What Odile owes, and when she comes. */
const affairs = async (odile: Signed) => {
  await giveUpAll(odile);
  const form = { procedure: 'carte-decheterie', revision: 1, answers, uploads: [] };
  const lodged = await own(odile)('public/forms', form);
  expect(lodged.status, JSON.stringify(lodged.body)).toBe(201);
  const subject = { reason: 'inscription-scolaire', place: 'val-clair' };
  const { body: week } = await odile.get(
    `/api/public/appointments/slots?reason=${subject.reason}&place=${subject.place}`,
  );
  const from = week.days.flatMap(({ slots }: { slots: { from: string }[] }) => slots)[0].from;
  const contact = { givenName: 'Odile', familyName: 'Marchand', email: answers.email };
  const booked = await own(odile)('public/appointments', { ...subject, from, contact });
  expect(booked.body.outcome, JSON.stringify(booked.body)).toBe('booked');
  const { reference } = lodged.body as { reference: string };
  await until(
    'the fee',
    async () => (await odile.get(`/api/public/payments?reference=${reference}`)).body.payments?.[0],
  );
  return { reference, from };
};
const bar = (page: Page) => page.getByRole('region', { name: 'Vous agissez pour Odile Marchand' });

it('pays and moves an appointment for somebody, in their name alone, and not a moment after they said no', {
  timeout: 90_000,
}, async () => {
  const [odile, karim] = await Promise.all([person('odile.marchand'), person('karim.ziani')]);
  const mandate = await mandated(odile.session, karim.session);
  const { reference, from } = await affairs(odile.session);
  const { page } = karim;

  // What he types for himself stays his.
  await page.goto(`${product.url}/demarches/carte-decheterie`);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByLabel('Un habitant').check();
  await page.getByLabel('Commune').selectOption('Val-Clair');
  await page
    .getByText(/Enregistré|enregistré/)
    .first()
    .waitFor();

  await page.goto(`${product.url}/mon-espace/mandats`);
  await page.getByRole('button', { name: 'Agir pour Odile Marchand' }).first().click();
  await bar(page).waitFor();

  await page.goto(`${product.url}/demarches/carte-decheterie`);
  await bar(page).waitFor();
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByLabel('Un habitant').waitFor();
  expect(await page.getByLabel('Un habitant').isChecked()).toBe(false);

  await page.goto(`${product.url}/payer`);
  await bar(page).waitFor();
  const menu = page.locator('.beside');
  await menu.getByRole('link', { name: 'Paiements', exact: true }).waitFor();
  expect(await menu.getByRole('link', { name: 'Sécurité' }).count()).toBe(0);
  const due = page.locator('.pay-cards li', { hasText: reference }).first();
  const [show, go] = [/^Payer 5,00/, /Aller payer 5,00/].map((name) => due.getByRole('button', { name }));
  await go
    ?.or(show as Locator)
    .first()
    .waitFor();
  if (!(await go?.isVisible())) await show?.click();
  await go?.click();
  await page.getByRole('button', { name: 'Payer par carte' }).click();
  await page.getByText('Retourner sur le site').click();
  await page
    .getByText(/Payé le|paiement est/)
    .first()
    .waitFor();
  await bar(page).waitFor();

  await page.goto(`${product.url}/rendez-vous`);
  await bar(page).waitFor();
  await page
    .getByRole('button', { name: /Voir, déplacer/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Déplacer', exact: true }).click();
  await page
    .getByRole('button', { name: /Choisir ce créneau|\d{1,2} h/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Déplacer le rendez-vous' }).click();
  await page
    .getByText(/déplacé/)
    .first()
    .waitFor();

  // Odile reads who did what; she ends it while his page is open.
  const timeline = await odile.session.get(`/api/public/requests/${reference}`);
  expect(JSON.stringify(timeline.body)).toContain('Karim');
  const ended = await own(odile.session)(`citizen/mandates/${mandate}/end`, {});
  expect(ended.body.state).toBe('revoked');
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.getByRole('button', { name: 'Oui, annuler' }).click();
  await page.getByText('Ce mandat est terminé').first().waitFor();
  const { body } = await odile.session.get('/api/citizen/appointments');
  const [{ appointment }] = body.appointments;
  expect([appointment.state, appointment.from === from]).toEqual(['booked', false]);
  await giveUpAll(odile.session);
  expect([...karim.complaints, ...odile.complaints]).toEqual([]);
});

it('sends nothing in one name that was typed in the other, whatever other tabs do', {
  timeout: 60_000,
}, async () => {
  const [odile, karim] = await Promise.all([person('odile.marchand'), person('karim.ziani', screens.phone)]);
  const mandate = await mandated(odile.session, karim.session);
  const { page } = karim;
  await page.goto(`${product.url}/abonnements`);
  await page.goto(`${product.url}/mon-espace/mandats`);
  const other = await page.context().newPage();
  await other.goto(`${product.url}/mon-espace/mandats`);
  await other.getByRole('button', { name: 'Agir pour Odile Marchand' }).first().click();
  await bar(other).waitFor();
  // The first tab still shows Karim's own page.
  await page
    .getByRole('button', { name: 'Renoncer' })
    .or(page.getByRole('button', { name: /^Renoncer/ }))
    .first()
    .click();
  await page.getByText('Dans un autre onglet').first().waitFor();
  const call = (meant: string) =>
    product.json('/api/public/forms', {
      method: 'POST',
      headers: {
        ...{ cookie: karim.session.cookie, 'x-parvis-csrf': '1', 'content-type': 'application/json' },
        ...{ 'idempotency-key': randomUUID(), 'x-parvis-for': meant },
      },
      body: JSON.stringify({ procedure: 'carte-decheterie', revision: 1, answers, uploads: [] }),
    });
  expect((await call('self')).body.code).toBe('other-person-now');
  expect((await call(mandate)).status).toBe(201);
});
