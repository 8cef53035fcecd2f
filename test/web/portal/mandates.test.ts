// @module-tag more
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listOwnRequests } from '../../../functions/follow/citizen-api.ts';
import * as api from '../../../functions/mandates/citizen-api.ts';
import * as publicApi from '../../../functions/mandates/public-api.ts';
import type { MandateView } from '../../../functions/mandates/view-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { citizenMe, openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

const mandate = (change: Partial<MandateView> = {}): MandateView => ({
  ...{ id: 'm1', state: 'active', represented: 'Odile Marchand' },
  helper: { kind: 'family', name: 'Camille Durand', organisation: null },
  scope: ['requests', 'documents'],
  ...{ createdAt: '2026-11-20T10:00:00.000Z', activeSince: '2026-11-20T11:00:00.000Z', until: '2027-01-31' },
  ...{ overAt: null, overBy: null, consent: 'account', told: 'mail' },
  ...change,
});
const list = (given: MandateView[], held: MandateView[] = []) => ({
  ...{ given, held, today: '2026-11-22', latest: '2027-11-22' },
});
const secret = `m2.${'a'.repeat(32)}`;

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
beforeEach(() => site.space.reset());
const problems = async () => [
  ...visitor.complaints,
  ...(await axeProblems(visitor.page)),
  ...(await rgaaProblems(visitor.page, { tabs: 20 })),
];
const arrive = async (path: string) => {
  await visitor.arrive(path);
  await settled(visitor.page);
};
const press = (name: string | RegExp) => visitor.page.getByRole('button', { name }).first().click();

describe('letting somebody act for oneself', { timeout: 40_000 }, () => {
  it('says that nobody does, and what to do', async () => {
    site.space.answer(api.listMandates, list([]));
    await arrive('/mon-espace/mandats');
    expect(await visitor.page.locator('.empty-state').count()).toBe(2);
    expect(await problems()).toEqual([]);
  });

  it('shows who may, in what, until when, and revokes in one word', async () => {
    const past = mandate({ id: 'm0', state: 'revoked', overAt: '2026-11-21T10:00:00.000Z', overBy: 'word' });
    site.space.answer(api.listMandates, list([mandate(), past], [mandate({ id: 'm3' })]));
    site.space.answer(api.endMandate, mandate({ state: 'revoked' }));
    await arrive('/mon-espace/mandats');
    await visitor.page.locator('summary').last().click();
    expect(await problems()).toEqual([]);
    await press(/^Révoquer/);
    await visitor.page.getByText('Camille Durand ne peut plus agir').waitFor({ state: 'attached' });
    expect(site.space.calls.at(-1)?.operation).toBe('POST /api/citizen/mandates/{id}/end');
  });

  it('does so in English and in plain French', async () => {
    for (const [language, revoke, said] of [
      ['en', 'Revoke', 'Camille Durand can no longer act'],
      ['facile', 'Arrêter', 'Camille Durand ne peut plus agir pour vous'],
    ] as const) {
      site.space.answer(api.listMandates, list([mandate()]));
      site.space.answer(api.endMandate, mandate({ state: 'revoked' }));
      await arrive(`/${language}/mon-espace/mandats`);
      expect(await problems()).toEqual([]);
      await press(new RegExp(`^${revoke}`));
      await visitor.page.getByText(said).waitFor({ state: 'attached' });
    }
  });

  it('says each thing that is missing, then sends the offer', async () => {
    site.space.answer(api.listMandates, list([]));
    site.space.answer(api.offerMandate, ({ body }) =>
      (body as { helper: { email: string } }).helper.email === 'claire.morel@example.org'
        ? new Problem('no-own-channel', 422)
        : mandate({ state: 'offered' }),
    );
    await arrive('/mon-espace/mandats');
    await press('Donner un mandat');
    await press('Donner ce mandat');
    await visitor.page.waitForSelector('.error-summary');
    expect(await visitor.page.locator('.error-summary li').count()).toBe(5);
    expect(await problems()).toEqual([]);
    await visitor.page.getByLabel('Un proche').check();
    await visitor.page.fill('#name', 'Camille Durand');
    await visitor.page.fill('#email', 'claire.morel@example.org');
    await visitor.page.getByLabel('Les paiements').check();
    for (const [id, value] of [
      ['#until', '31'],
      ['#until-month', '1'],
      ['#until-year', '2027'],
    ] as const)
      await visitor.page.fill(id, value);
    await press('Donner ce mandat');
    await visitor.page.getByText('Nous ne pouvons pas vous prévenir').waitFor();
    expect(await problems()).toEqual([]);
    await visitor.page.fill('#email', 'camille@example.org');
    await press('Donner ce mandat');
    await visitor.page.getByText('Camille Durand a reçu votre demande').waitFor({ state: 'attached' });
    expect(site.space.calls.at(-1)?.body).toMatchObject({ scope: ['payments'], until: '2027-01-31' });
  });

  it('waits, fails and tries again', async () => {
    site.space.answer(api.listMandates, list([]));
    site.api.troubles = [{ path: /citizen\/mandates/, status: 500, times: 1 }];
    await visitor.arrive('/mon-espace/mandats');
    await press('Réessayer');
    await visitor.page.getByText('Personne ne peut agir').waitFor();
  });
});

describe('helping somebody', { timeout: 40_000 }, () => {
  it('is accepted by the link of a mail, whose secret leaves the address', async () => {
    site.space.answer(api.listMandates, list([]));
    site.space.answer(api.readOffer, mandate({ id: 'm2', state: 'offered' }));
    site.space.answer(api.answerOffer, mandate({ id: 'm2' }));
    await arrive(`/mon-espace/mandats#${secret}`);
    await visitor.page.getByText('Odile Marchand vous demande').waitFor();
    expect(visitor.page.url()).not.toContain(secret);
    expect(await problems()).toEqual([]);
    await press('Accepter');
    await visitor.page.getByText('Vous pouvez maintenant agir').waitFor({ state: 'attached' });
  });

  it('is said on every page, forms included, and left from each', async () => {
    const actingFor = { mandate: 'm1', name: 'Odile Marchand', scope: ['requests' as const] };
    site.space.me = citizenMe({ actingFor });
    site.space.answer(api.actFor, { to: '/mon-espace' });
    site.space.answer(listOwnRequests, {
      ...{ requests: [], next: null, isSeeking: false, now: '2026-11-22T10:12:00.000Z' },
    });
    await arrive('/mon-espace/mandats');
    await visitor.page.getByText('ses mandats restent').waitFor();
    expect(await problems()).toEqual([]);
    await visitor.page.goto(`${site.origin}/contact`);
    await visitor.page.getByText('Vous agissez pour Odile Marchand').waitFor();
    expect(await problems()).toEqual([]);
    await press('Revenir à mon espace');
    await visitor.page.waitForURL(/mon-espace$/);
  });

  it('says when the mandate is over, instead of doing it in one’s own name', async () => {
    const actingFor = { mandate: 'm1', name: 'Odile Marchand', scope: [], isOver: true as const };
    site.space.me = citizenMe({ actingFor });
    await arrive('/mon-espace');
    await visitor.page.getByText('Ce mandat est terminé').first().waitFor();
    expect(await problems()).toEqual([]);
  });
});

describe('ending it without an account', { timeout: 40_000 }, () => {
  it('takes the code of a letter, says what it ends, and ends it', async () => {
    site.space.me = null;
    site.space.answer(publicApi.readByCode, ({ body }) =>
      (body as { code: string }).code.startsWith('K') ? mandate() : new Problem('wrong-code', 422),
    );
    site.space.answer(publicApi.endByCode, mandate({ state: 'revoked' }));
    await arrive('/mandat');
    await press('Continuer');
    await visitor.page.getByText('Écrivez le code').waitFor();
    await visitor.page.fill('#code', 'AAAAA-AAAAA');
    await press('Continuer');
    await visitor.page.getByText('ne correspond à aucun mandat').waitFor();
    expect(await problems()).toEqual([]);
    await visitor.page.goto('about:blank');
    await arrive('/mandat#KXWM4-7RTPA');
    await visitor.page.getByText('Camille Durand peut agir en votre nom').waitFor();
    expect(await problems()).toEqual([]);
    await press('Révoquer');
    await visitor.page.getByText('n’a plus accès à rien').waitFor();
    expect(await problems()).toEqual([]);
  });
});
