import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as api from '../../../functions/appointments/public-api.ts';
import type { AppointmentView, WaitingView } from '../../../functions/appointments/public-views.ts';
import * as list from '../../../functions/appointments/waiting-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { citizenMe, openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

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
const nine = '2026-11-24T08:00:00.000Z';
const slot = (minutes: number) => ({
  from: new Date(Date.parse(nine) + minutes * 60_000).toISOString(),
  to: new Date(Date.parse(nine) + (minutes + 20) * 60_000).toISOString(),
});
const place = (code: string, name: string) => ({
  ...{ code, name, address: `1 place du Marché, 99100 ${name}`, access: 'Entrée de plain-pied', phone: '' },
});
const places = [place('val-clair', 'Mairie de Val-Clair'), place('lanterolles', 'Mairie de Lanterolles')];
const reason = {
  ...{ code: 'titre', name: 'Carte d’identité', summary: 'Un rendez-vous par personne.', minutes: 20 },
  ...{ department: 'titres-identite', documents: ['Une photo', 'L’ancien titre'] },
  places: ['val-clair', 'lanterolles'],
};
const week = (change: object = {}) => ({
  ...{ monday: '2026-11-23', previous: null, next: '2026-11-30', isFull: false, now },
  days: [
    { day: '2026-11-24', slots: [0, 20, 40, 60].map(slot) },
    { day: '2026-11-25', slots: [1440, 1460].map(slot) },
  ],
  ...change,
});
const appointment = (change: Partial<AppointmentView> = {}): AppointmentView => ({
  ...{ reason, place: places[0] ?? place('x', 'X'), day: '2026-11-24', ...slot(0) },
  ...{ state: 'booked', isClosed: false, isOver: false, reference: null, note: '' },
  contact: {
    givenName: 'Ada',
    familyName: 'Morel',
    email: 'ada@example.org',
    phone: null,
    wantsTexts: false,
  },
  ...change,
});
const waiting = (change: Partial<WaitingView> = {}): WaitingView => ({
  ...{
    reason,
    place: places[0] ?? place('x', 'X'),
    before: null,
    state: 'waiting',
    position: 2,
    offer: null,
  },
  ...change,
});
const secret = `a${'0'.repeat(20)}.${'f'.repeat(32)}`;
const waiterSecret = `w${'0'.repeat(20)}.${'f'.repeat(32)}`;
const held = (from: string) => ({
  outcome: 'held',
  hold: 'hold-1',
  from,
  to: from,
  until: '2026-11-22T10:22:00.000Z',
  now,
});

beforeEach(() => {
  site.space.reset();
  site.space.me = null;
  site.space.answer(api.listReasons, { reasons: [reason], places, now });
  site.space.answer(api.listSlots, week());
  site.space.answer(api.holdSlot, ({ body }) => held((body as { from: string }).from));
  site.space.answer(api.readMine, { appointment: appointment(), waiting: null, now });
  site.space.answer(api.bookAppointment, { outcome: 'booked', secret, appointment: appointment(), now });
});
const screen = () => visitor.page;
const problems = async () => {
  await settled(screen());
  return [
    ...(await axeProblems(screen())),
    ...(await rgaaProblems(screen(), { tabs: 40 })),
    ...visitor.complaints,
  ];
};
const words = () => screen().textContent('main');
const press = (name: string | RegExp) => screen().getByRole('button', { name }).first().click();
const toSlots = async () => {
  await visitor.arrive('/rendez-vous');
  await screen().getByLabel('Carte d’identité').check();
  await press('Continuer');
  await screen().getByLabel('Mairie de Val-Clair').check();
  await screen().waitForSelector('.slot');
};
const fill = async (prefix = 'contact') => {
  await screen().fill(`#${prefix}-prenom`, 'Ada');
  await screen().fill(`#${prefix}-nom`, 'Morel');
  await screen().fill(`#${prefix}-courriel`, 'ada@example.org');
};
const toCheck = async () => {
  await toSlots();
  await screen().locator('.slot input').nth(1).check({ force: true });
  await screen().getByText('gardé pour vous').waitFor();
  await press('Continuer');
  await fill();
  await press('Continuer');
  await screen().getByText('Vérifiez votre rendez-vous').waitFor();
};
const open = async (of = secret) => {
  await visitor.arrive(`/rendez-vous#${of}`);
  await screen().waitForSelector('.appointment-card');
};

describe('taking an appointment', { timeout: 30_000 }, () => {
  it('asks four short things, each usable by everybody, and says what is missing', async () => {
    await visitor.arrive('/rendez-vous');
    await screen().waitForSelector('.choice');
    expect(await problems()).toEqual([]);
    await press('Continuer');
    await expect.poll(() => screen().title()).toMatch(/^Erreur/);
    expect(await problems()).toEqual([]);
    await toSlots();
    expect(await problems()).toEqual([]);
    await press('Continuer');
    expect(await words()).toContain('Choisissez un créneau');
    expect(await problems()).toEqual([]);
    await press(/Choisir ce créneau/);
    await screen().getByText('gardé pour vous').waitFor();
    await press('Continuer');
    await press('Continuer');
    expect(await words()).toContain('Indiquez une adresse électronique, ou un mobile avec les SMS');
    expect(await problems()).toEqual([]);
    await fill();
    await press('Continuer');
    await screen().getByText('Vérifiez votre rendez-vous').waitFor();
    expect(await words()).toMatch(/mardi 24 novembre, de 9\sh\s00 à 9\sh\s20/);
    expect(await problems()).toEqual([]);
    await press('Confirmer le rendez-vous');
    await screen().waitForSelector('.appointment-card');
    expect(await words()).toContain('La confirmation est partie à ada@example.org');
    expect(screen().url()).not.toContain(secret);
    expect(await problems()).toEqual([]);
  });

  it('goes back one screen by the browser’s own button', { tags: 'more' }, async () => {
    await toSlots();
    await screen().goBack();
    await screen().getByText('Pour quelle raison venez-vous').waitFor();
  });

  it('offers the closest slots, and the waiting list, when somebody was quicker', async () => {
    const taken = { outcome: 'taken', nearest: [slot(20), slot(1440)], waiting: 4, now };
    site.space.answer(api.bookAppointment, taken);
    await toCheck();
    await press('Confirmer le rendez-vous');
    await screen().getByText('Quelqu’un vient de prendre ce créneau').waitFor();
    expect(await words()).toMatch(/4.personnes attendent/);
    expect(await problems()).toEqual([]);
    site.space.answer(list.joinWaiting, { secret: waiterSecret, waiting: waiting(), now });
    site.space.answer(api.readMine, { appointment: null, waiting: waiting(), now });
    await press(/M’inscrire/);
    await screen().getByText('Votre rang : 2e.').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('is said to be in English where its page is, so that its mail is too', { tags: 'more' }, async () => {
    let language: unknown;
    site.space.answer(api.bookAppointment, (asked) => {
      language = asked.query.get('language');
      return { outcome: 'booked', secret, appointment: appointment(), now };
    });
    await visitor.arrive('/en/rendez-vous');
    await screen().getByLabel('Carte d’identité').check();
    await press('Continue');
    await screen().getByLabel('Mairie de Val-Clair').check();
    await screen().locator('.slot input').nth(1).check({ force: true });
    await screen().getByText('kept for you').waitFor();
    await press('Continue');
    await fill();
    await press('Continue');
    await press(/^Confirm/);
    await screen().waitForSelector('.appointment-card');
    expect(language).toBe('en');
  });

  it('says how many one may keep, what is full, and what failed', { tags: 'more' }, async () => {
    site.space.answer(api.bookAppointment, { outcome: 'limit', most: 3, now });
    await toCheck();
    await press('Confirmer le rendez-vous');
    await screen().getByText('Vous avez déjà 3 rendez-vous').waitFor();
    expect(await problems()).toEqual([]);
    site.space.answer(api.listSlots, week({ days: [], isFull: true, next: null }));
    await visitor.arrive('/rendez-vous');
    await screen().getByLabel('Carte d’identité').check();
    await press('Continuer');
    await screen().getByLabel('Mairie de Val-Clair').check();
    await screen().getByText('Tous les créneaux sont pris').waitFor();
    await press(/M’inscrire/);
    expect(await problems()).toEqual([]);
    site.space.answer(api.listReasons, () => new Problem('unexpected', 500));
    await visitor.arrive('/rendez-vous');
    await screen().getByRole('button', { name: 'Réessayer' }).waitFor();
    expect(await problems()).toEqual([]);
    site.space.answer(api.listReasons, { reasons: [], places: [], now });
    await press('Réessayer');
    await screen().getByText('n’est pas encore ouverte').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('shows those who are signed in what they have already', { tags: 'more' }, async () => {
    site.space.me = citizenMe();
    site.space.answer(list.listOwn, { appointments: [{ secret, appointment: appointment() }], now });
    await visitor.arrive('/rendez-vous');
    await screen().evaluate(() => localStorage.setItem('parvis:signed-in', '2999-01-01T00:00:00.000Z'));
    await screen().reload();
    await screen().getByText('Vos rendez-vous à venir').waitFor();
    expect(await problems()).toEqual([]);
    await press(/Voir, déplacer/);
    await screen().waitForSelector('.appointment-card');
  });
});

describe('the link of a mail', { timeout: 30_000 }, () => {
  it('opens one’s own, and leaves the address at once', async () => {
    await open();
    expect(screen().url()).toBe(`${site.origin}/rendez-vous`);
    expect(await words()).toContain('L’ancien titre');
    expect(await problems()).toEqual([]);
  });

  it('moves it, and gives it up after a second thought', async () => {
    const later = appointment({ ...slot(20) });
    site.space.answer(api.moveAppointment, { outcome: 'booked', secret, appointment: later, now });
    site.space.answer(api.cancelAppointment, { appointment: appointment({ state: 'cancelled' }), now });
    await open();
    await press('Déplacer');
    await screen().waitForSelector('.slot');
    await screen().locator('.slot input').nth(1).check({ force: true });
    expect(await problems()).toEqual([]);
    await press('Déplacer le rendez-vous');
    await screen().getByText('Rendez-vous déplacé au mardi 24 novembre à 9 h 20').waitFor();
    await press('Annuler');
    await screen().waitForSelector('dialog[open]');
    expect(await axeProblems(screen())).toEqual([]);
    await press('Oui, annuler');
    await screen().getByText('Merci de nous avoir prévenus').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('asks for another time when the authority cannot keep it', { tags: 'more' }, async () => {
    const closed = appointment({ state: 'cancelled', isClosed: true });
    site.space.answer(api.readMine, { appointment: closed, waiting: null, now });
    await open();
    await screen().waitForSelector('.slot');
    expect(await words()).toContain('Nous vous prions de nous en excuser');
    expect(await problems()).toEqual([]);
  });

  it('takes what is kept for whoever waits, in one gesture', { tags: 'more' }, async () => {
    const offer = { ...slot(60), until: '2026-11-22T12:12:00.000Z' };
    const offered = waiting({ state: 'offered', position: 1, offer });
    site.space.answer(api.readMine, { appointment: null, waiting: offered, now });
    site.space.answer(list.acceptOffer, { outcome: 'booked', secret, appointment: appointment(), now });
    await open(waiterSecret);
    expect(await words()).toContain('Gardée pour vous jusqu’au 22 novembre 2026 à 13\u00a0h\u00a012');
    expect(await problems()).toEqual([]);
    site.space.answer(api.readMine, { appointment: appointment(), waiting: null, now });
    await press('Je prends ce rendez-vous');
    await screen().getByRole('button', { name: 'Ajouter à mon agenda' }).waitFor();
  });

  it('says kindly that it opens nothing', { tags: 'more' }, async () => {
    site.space.answer(api.readMine, () => new Problem('not-found', 404));
    await visitor.arrive(`/rendez-vous#${secret}`);
    await screen().getByText('Ce lien n’ouvre aucun rendez-vous').waitFor();
    expect(await problems()).toEqual([]);
  });
});
