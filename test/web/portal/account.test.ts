import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as accountApi from '../../../functions/accounts/account-api.ts';
import * as publicApi from '../../../functions/accounts/public-api.ts';
import * as securityApi from '../../../functions/accounts/security-api.ts';
import { leaveCitizen } from '../../../functions/agents/session-api.ts';
import { listOwn } from '../../../functions/appointments/waiting-api.ts';
import { listDrafts } from '../../../functions/drafts/citizen-api.ts';
import { listOwnRequests } from '../../../functions/follow/citizen-api.ts';
import { listPayments } from '../../../functions/payments/public-api.ts';
import { readWarnings } from '../../../functions/safe/needed-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { citizenMe, openSpace, Problem } from '../../support/fake-citizen-api.ts';
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
const account = (change: object = {}) => ({
  ...{ version: 3, givenName: 'Claire', familyName: 'Morel', usedName: null, gender: null, birth: null },
  ...{ email: 'claire.morel@example.org', contactEmail: null, phone: '+33639981234', address: null },
  ...{ language: 'fr', isCertified: false, isPhoneProven: false, now },
  ...change,
});
const request = (change: object = {}) => ({
  ...{
    reference: 'VC-2026-000123-W',
    subject: 'Aide vélo',
    group: 'open',
    state: 'in-progress',
    channel: 'form',
  },
  ...{
    receivedOn: '2026-11-18',
    procedure: null,
    department: 'Mobilité',
    promisedOn: '2026-12-18',
    until: null,
  },
  ...{ outcome: null, endedOn: null, appealOf: null, proof: 'lodged', ...change },
});
const session = (id: string, isCurrent: boolean) => ({
  ...{ id, family: { browser: 'firefox', system: 'windows' }, by: 'code', isCurrent },
  ...{ startedAt: '2026-11-22T08:00:00.000Z', lastSeenAt: '2026-11-22T10:00:00.000Z' },
});
const key = {
  id: 'k1',
  name: 'Mon téléphone',
  isSynced: true,
  createdAt: '2026-11-01T08:00:00.000Z',
  lastUsedAt: null,
};
const security = { email: 'claire.morel@example.org', franceConnect: null, passkeys: [key], now };
const empty = () => {
  site.space.answer(listOwnRequests, { requests: [], next: null, isSeeking: false, now });
  site.space.answer(listDrafts, { drafts: [], now });
  site.space.answer(listOwn, { appointments: [], now });
  site.space.answer(listPayments, { payments: [], next: null, test: true, now });
  site.space.answer(readWarnings, { warnings: [], warnByMail: true });
};
beforeEach(() => {
  site.space.reset();
  empty();
  site.space.answer(accountApi.readAccount, account());
  site.space.answer(securityApi.readSecurity, {
    ...security,
    sessions: [session('s1', true), session('s2', false)],
  });
});
const problems = async () => [
  ...(await axeProblems(visitor.page)),
  ...(await rgaaProblems(visitor.page, { tabs: 40 })),
  ...visitor.complaints,
];

describe('the way in', { timeout: 20_000 }, () => {
  beforeEach(() => {
    site.space.me = null;
  });
  const ask = async (email: string) => {
    await visitor.page.fill('#adresse', email);
    await visitor.page.getByRole('button', { name: 'Recevoir un code' }).click();
  };

  it('leads whoever is not signed in there, and knows where they were going', async () => {
    await visitor.arrive('/mon-espace/informations');
    await visitor.page.waitForURL(/\/connexion\?to=%2Fmon-espace%2Finformations$/);
    const link = visitor.page.getByRole('link', { name: 'S’identifier avec FranceConnect' });
    expect(await link.getAttribute('href')).toBe(
      '/api/session/citizens/start?to=%2Fmon-espace%2Finformations',
    );
    await visitor.page.getByRole('link', { name: /Qu’est-ce que FranceConnect/ }).waitFor();
    expect(await problems()).toEqual([]);
  });

  it('never leads to another site, whatever the link said', async () => {
    await visitor.arrive('/connexion?to=https://evil.example');
    const link = visitor.page.getByRole('link', { name: 'S’identifier avec FranceConnect' });
    expect(await link.getAttribute('href')).toBe('/api/session/citizens/start?to=%2Fmon-espace');
  });

  it('sends a code, keeps the place when the page is thrown away, and says what is wrong', async () => {
    site.space.answer(publicApi.askCode, { ticket: 't'.repeat(43) });
    site.space.answer(publicApi.enterByCode, ({ body }) =>
      (body as { code: string }).code.replace(' ', '') === '123456'
        ? { isNew: true }
        : new Problem('wrong-code', 422),
    );
    await visitor.arrive('/connexion');
    await ask('pas une adresse');
    await visitor.page.waitForSelector('.error-summary');
    expect(await problems()).toEqual([]);
    await ask('lea@courriel.example');
    await visitor.page.waitForSelector('#code');
    await visitor.page.reload();
    await visitor.page.fill('#code', '000000');
    await visitor.page.getByRole('button', { name: 'Continuer' }).click();
    await visitor.page.waitForSelector('.error-summary');
    expect(await visitor.page.title()).toMatch(/^Erreur/);
    expect(await problems()).toEqual([]);
    site.space.me = citizenMe({ isComplete: false, givenName: '', familyName: '' });
    await visitor.page.fill('#code', '123 456');
    await visitor.page.getByRole('button', { name: 'Continuer' }).click();
    await visitor.page.waitForURL(/informations\?to=%2Fmon-espace$/);
    await visitor.page.waitForSelector('#prenoms');
  });

  it('says when codes were too many, and why FranceConnect failed', { tags: 'more' }, async () => {
    site.space.answer(publicApi.askCode, () => new Problem('too-many-requests', 429));
    await visitor.arrive('/connexion?error=other-person&to=%2Fmon-espace%2Fsecurite');
    expect(await visitor.page.textContent('[role=alert]')).toContain('n’est pas celle de votre espace');
    await ask('lea@courriel.example');
    await visitor.page.getByText('Beaucoup de codes ont été demandés', { exact: false }).first().waitFor();
    expect(await problems()).toEqual([]);
  });
});

describe('the first page of the space', { timeout: 20_000 }, () => {
  it('welcomes somebody new with what to begin with', { tags: 'more' }, async () => {
    await visitor.arrive('/mon-espace');
    await visitor.page.getByText('Votre espace est prêt').waitFor();
    expect(await visitor.page.textContent('h1')).toBe('Bonjour Claire');
    expect(await visitor.page.textContent('#space-link')).toContain('Mon espace');
    expect(await problems()).toEqual([]);
  });

  it('puts what awaits the person first, soonest first', async () => {
    const requests = [
      request({ group: 'your-turn', until: '2026-12-01', subject: 'Inscription' }),
      request(),
    ];
    site.space.answer(listOwnRequests, { requests, next: null, isSeeking: false, now });
    const expired = { kind: 'expired', on: '2026-11-01', procedure: null, label: 'Justificatif' };
    site.space.answer(readWarnings, { warnings: [{ ...expired, document: null }], warnByMail: true });
    await visitor.arrive('/mon-espace');
    await visitor.page.waitForSelector('.your-turn');
    expect(await visitor.page.locator('.your-turn a').allTextContents()).toEqual([
      'Répondre : Inscription',
      'Préparer : Justificatif',
    ]);
    expect(await problems()).toEqual([]);
  });

  it('stands when a part of it does not answer, and says which', { tags: 'more' }, async () => {
    site.space.answer(listOwnRequests, { requests: [request()], next: null, isSeeking: false, now });
    site.api.troubles = [{ path: /warnings|appointments/, status: 500, times: 9 }];
    await visitor.arrive('/mon-espace');
    await visitor.page.getByText('Cette partie ne répond pas').first().waitFor();
    expect(await visitor.page.textContent('main')).toContain('Aide vélo');
    expect(await problems()).toEqual([]);
  });

  it('says when it cannot open, and tries again', { tags: 'more' }, async () => {
    site.api.troubles = [{ path: /citizen\/me/, status: 500, times: 1 }];
    await visitor.arrive('/mon-espace');
    await visitor.page.getByRole('button', { name: 'Réessayer' }).click();
    await visitor.page.getByText('Votre espace est prêt').waitFor();
  });

  it('says for whom one acts, on every page', { tags: 'more' }, async () => {
    const scope = ['requests' as const];
    site.space.me = citizenMe({ actingFor: { mandate: 'm1', name: 'Odile Marchand', scope } });
    await visitor.arrive('/mon-espace');
    await visitor.page.getByText('Vous agissez pour Odile Marchand').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('warns before the session ends, and lets it last', async () => {
    const near = { idleEndsAt: '2026-11-22T10:14:00.000Z', endsAt: '2026-11-22T14:00:00.000Z' };
    site.space.me = citizenMe({ session: near });
    await visitor.arrive('/mon-espace');
    await visitor.page.waitForSelector('#session-ending[open]');
    expect(await axeProblems(visitor.page)).toEqual([]);
    site.space.me = citizenMe();
    await visitor.page.getByRole('button', { name: 'Rester connecté' }).click();
    await visitor.page.waitForSelector('#session-ending:not([open])', { state: 'attached' });
  });

  it('is left by its menu, on a phone too', async () => {
    site.space.answer(leaveCitizen, { location: '/aide' });
    await visitor.page.setViewportSize({ width: 390, height: 844 });
    await visitor.arrive('/mon-espace');
    await visitor.page.getByRole('button', { name: /Menu de mon espace/ }).click();
    expect(await axeProblems(visitor.page)).toEqual([]);
    await visitor.page.getByRole('button', { name: 'Se déconnecter' }).click();
    await visitor.page.waitForURL(/\/aide$/);
    await visitor.page.setViewportSize({ width: 1280, height: 900 });
  });
});

describe('one’s own information', { timeout: 20_000 }, () => {
  it('is corrected once, and what cannot be read is said beside its box', async () => {
    site.space.answer(accountApi.writeAccount, ({ body }) => account(body as object));
    await visitor.arrive('/mon-espace/informations');
    await visitor.page.fill('#telephone', '12');
    await visitor.page.fill('#naissance', '31');
    await visitor.page.getByRole('button', { name: 'Enregistrer' }).click();
    await visitor.page.waitForSelector('.error-summary');
    expect(await visitor.page.locator('.error-summary a').count()).toBe(2);
    expect(await problems()).toEqual([]);
    await visitor.page.fill('#telephone', '06 39 98 12 34');
    await visitor.page.fill('#naissance', '3');
    await visitor.page.fill('#naissance-month', '7');
    await visitor.page.fill('#naissance-year', '1990');
    await visitor.page.getByRole('button', { name: 'Enregistrer' }).click();
    await visitor.page.getByText('Vos informations sont enregistrées.').waitFor();
    expect(site.space.calls.at(-1)?.body).toMatchObject({
      phone: '+33639981234',
      birth: { date: '1990-07-03' },
    });
    expect(await problems()).toEqual([]);
  });

  it('that FranceConnect certifies is read, not retyped', async () => {
    const birth = { date: '1962-08-24', place: '75107', country: '99100' };
    site.space.answer(accountApi.readAccount, account({ isCertified: true, familyName: 'DUBOIS', birth }));
    await visitor.arrive('/mon-espace/informations');
    await visitor.page.getByText('24 août 1962').waitFor();
    expect(await visitor.page.locator('#nom').count()).toBe(0);
    expect(await problems()).toEqual([]);
  });

  it('has a number that a text proves', { tags: 'more' }, async () => {
    site.space.answer(accountApi.askPhoneCode, { ticket: 't'.repeat(43) });
    site.space.answer(accountApi.confirmPhone, account({ isPhoneProven: true }));
    await visitor.arrive('/mon-espace/informations');
    await visitor.page.getByRole('button', { name: 'Recevoir un code par SMS' }).click();
    await visitor.page.fill('#code', '123456');
    expect(await problems()).toEqual([]);
    await visitor.page.getByRole('button', { name: 'Continuer' }).click();
    await visitor.page.getByText('Le 06 39 98 12 34 est vérifié.').waitFor();
  });

  it('has an address that changes by a code only', async () => {
    site.space.answer(accountApi.askNewEmail, { ticket: 't'.repeat(43) });
    site.space.answer(accountApi.confirmNewEmail, { email: 'new@courriel.example', isJoined: true });
    await visitor.arrive('/mon-espace/informations');
    await visitor.page.getByRole('button', { name: 'Changer d’adresse' }).click();
    await visitor.page.fill('#adresse', 'new@courriel.example');
    await visitor.page.getByRole('button', { name: 'Recevoir un code', exact: true }).click();
    await visitor.page.fill('#code', '123456');
    await visitor.page.getByRole('button', { name: 'Continuer' }).click();
    await visitor.page.getByText('est réuni à celui-ci', { exact: false }).waitFor();
    expect(await problems()).toEqual([]);
  });
});

describe('the security page', { timeout: 20_000 }, () => {
  it('lists the ways in and the devices, and ends one of them', { tags: 'more' }, async () => {
    site.space.answer(securityApi.endOneSession, {});
    await visitor.arrive('/mon-espace/securite');
    await visitor.page.getByText('Firefox sur Windows').first().waitFor();
    expect(await problems()).toEqual([]);
    await visitor.page.getByRole('button', { name: /^Déconnecter Firefox/ }).click();
    await visitor.page.getByText('Cet appareil est déconnecté.').waitFor();
    expect(site.space.calls.map(({ operation }) => operation)).toContain(
      'POST /api/citizen/security/sessions/{id}/end',
    );
  });

  it('asks to sign in again before a key is added, when it was long ago', { tags: 'more' }, async () => {
    site.space.answer(securityApi.startPasskey, () => new Problem('fresh-sign-in-needed', 403));
    await visitor.arrive('/mon-espace/securite');
    await visitor.page.getByRole('button', { name: 'Ajouter une clé' }).click();
    await visitor.page.getByRole('button', { name: 'Créer la clé' }).click();
    await visitor.page.getByRole('link', { name: 'Me reconnecter' }).waitFor();
    expect(await problems()).toEqual([]);
  });
});
