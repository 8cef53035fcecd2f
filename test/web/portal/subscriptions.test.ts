import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as api from '../../../functions/subscriptions/public-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { citizenMe, openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { moreWhere } from '../../support/more.ts';
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
const themes = [
  { code: 'travaux', name: 'Travaux', summary: 'Rues fermées.' },
  { code: 'eau', name: 'Eau', summary: '' },
];
const chosen = { themes: ['travaux'], communes: [] };
const mine = (change: object = {}) => ({
  ...{ channel: 'mail', address: 'a•••@example.org', choice: chosen, asked: null, hasEnded: false, now },
  ...change,
});
const link = '/abonnements#s0.f';
beforeEach(() => {
  site.space.reset();
  site.space.me = null;
  site.space.answer(api.listThemes, { themes, mostAWeek: 2 });
  site.space.answer(api.askSubscription, { now });
  site.space.answer(api.readSubscription, mine());
  site.space.answer(api.confirmSubscription, mine());
  site.space.answer(api.changeSubscription, ({ body }) => {
    const { themes: left } = body as typeof chosen;
    return mine(left.length > 0 ? { choice: body } : { choice: null, hasEnded: true });
  });
});
const screen = () => visitor.page;
const words = () => screen().textContent('main');
const press = (name: string | RegExp) => screen().getByRole('button', { name }).first().click();
const problems = async () => {
  await settled(screen());
  const found = [...(await axeProblems(screen())), ...(await rgaaProblems(screen(), { tabs: 40 }))];
  return [...found, ...visitor.complaints];
};
const arrive = async (path = '/abonnements') => {
  await visitor.arrive(path);
  await screen().locator('form.step-form, .buttons, .error-box, .notice').first().waitFor();
};

describe('Being told', () => {
  it('says what is missing, then what to do next, without an account', async () => {
    await arrive();
    await press('M’abonner');
    expect(await words()).toContain('Choisissez au moins un sujet');
    expect(await problems()).toEqual([]);
    await screen().getByLabel('Travaux').check();
    await screen().fill('#courriel', 'ada@example.org');
    await press('M’abonner');
    await screen().getByText('Encore une chose').waitFor();
    expect(await problems()).toEqual([]);
    expect(site.space.calls[0]?.body).toEqual({
      ...{ channel: 'mail', address: 'ada@example.org', themes: ['travaux'], communes: [] },
    });
  });

  it('asks consent before it writes to a telephone', async () => {
    await arrive();
    await screen().getByLabel('Par SMS').check();
    await screen().getByLabel('Eau').check();
    await screen().fill('#mobile', '06 12 34 56 78');
    await press('M’abonner');
    expect(await words()).toContain('Cochez la case');
    expect(await problems()).toEqual([]);
    expect(site.space.calls).toEqual([]);
  });

  it('confirms by a button, since a link alone may be followed by a machine', async () => {
    site.space.answer(api.readSubscription, mine({ choice: null, asked: chosen }));
    await arrive(link);
    await screen().getByText('Confirmez votre abonnement').waitFor();
    expect(site.space.calls).toEqual([]);
    expect(await problems()).toEqual([]);
    await press('Oui, m’abonner');
    await screen().getByRole('heading', { level: 1, name: 'C’est confirmé' }).waitFor();
    expect(await problems()).toEqual([]);
  });

  it('stops everything at one press', { tags: 'more' }, async () => {
    await arrive(link);
    await press('Ne plus rien recevoir');
    await screen().getByRole('heading', { level: 1, name: 'C’est arrêté' }).waitFor();
    expect(await problems()).toEqual([]);
  });

  it('says kindly that a link no longer works, and that the service does not answer', {
    tags: 'more',
  }, async () => {
    site.space.answer(api.readSubscription, () => new Problem('not-found', 404));
    await arrive(link);
    await screen().getByText('Ce lien ne marche plus').waitFor();
    visitor.complaints.length = 0;
    expect(await problems()).toEqual([]);
    site.space.answer(api.listThemes, () => new Problem('fault', 500));
    await visitor.arrive('/abonnements');
    await screen().getByRole('button', { name: 'Réessayer' }).waitFor();
    visitor.complaints.length = 0;
    expect(await problems()).toEqual([]);
  });
});

describe('Somebody signed in', { timeout: 30_000 }, () => {
  const menu = () => screen().getByRole('navigation', { name: 'Mon espace' });
  const comeBack = async (path = '/abonnements') => {
    await visitor.arrive('/aide');
    await screen().evaluate(() => localStorage.setItem('parvis:signed-in', '2999-01-01T00:00:00.000Z'));
    await screen().goto(site.origin + path);
  };
  it('finds the way back to their space, on a phone as well', async () => {
    site.space.me = citizenMe();
    await comeBack();
    await menu().getByRole('link', { name: 'Mes demandes' }).waitFor();
    expect(await menu().locator('[aria-current]').textContent()).toBe('Abonnements');
    expect(await problems()).toEqual([]);
  });
  it('never over the words of the page, however large its letters are', async () => {
    site.space.me = citizenMe();
    for (const path of ['/payer', '/abonnements', '/rendez-vous']) {
      await comeBack(path);
      await screen().locator('.beside').waitFor();
      const apart = (percent: string) =>
        screen().evaluate((size) => {
          document.documentElement.style.fontSize = size;
          const [links, title] = ['.beside', 'h1'].map((one) =>
            document.querySelector(one)?.getBoundingClientRect(),
          );
          if (!links || !title) throw new Error('the page lacks its links or its title');
          return links.bottom <= title.top || links.right <= title.left;
        }, percent);
      expect([path, await apart('100%'), await apart('200%')]).toEqual([path, true, true]);
    }
  });

  it('and nobody is shown the links of a space that is closed, nor who never had one', {
    tags: 'more',
  }, async () => {
    await comeBack();
    await screen().getByText('M’abonner').first().waitFor();
    await expect.poll(() => screen().locator('.beside').count()).toBe(0);
    await arrive();
    expect(await screen().locator('.beside').count()).toBe(0);
  });
});

describe('Other languages', () => {
  for (const [path, lang, title] of [
    ['/en', 'en', 'Public services, made simple'],
    ['/en/demarches', 'en', 'All services'],
    ['/en/accessibilite', 'en', 'Accessibility'],
    ['/facile', 'fr', 'Faire une demande, c’est simple'],
    ['/facile/accessibilite', 'fr', 'Accessibilité'],
    ['/facile/contact', 'fr', 'Nous parler'],
  ] as const)
    it(`shows ${path} whole, in its own language`, moreWhere(path.length > '/facile'.length), async () => {
      await visitor.arrive(path);
      await screen().getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await screen().getAttribute('html', 'lang')).toBe(lang);
      expect(await screen().locator('.reading-tools a[aria-current]').count()).toBe(1);
      expect(await problems()).toEqual([]);
    });

  it('keeps the wish for less data on the device', async () => {
    await visitor.arrive('/contact');
    const button = screen().locator('#light');
    await button.waitFor({ state: 'visible' });
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await screen().reload();
    await screen().locator('html[data-light]').waitFor();
    await screen().locator('#light').click();
    expect(await screen().locator('html[data-light]').count()).toBe(0);
  });
});
