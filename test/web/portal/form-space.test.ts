// @module-tag more
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDraft, saveDraft } from '../../../functions/drafts/citizen-api.ts';
import { readPrefill } from '../../../functions/households/prefill-api.ts';
import { readNeeded } from '../../../functions/safe/needed-api.ts';
import { useSafeDocument } from '../../../functions/safe/safe-api.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { type Asked, citizenMe, openSpace, Problem } from '../../support/fake-citizen-api.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';

let site: Awaited<ReturnType<typeof openSpace>>;
let browser: TestBrowser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSpace(), openBrowser()]);
  visitor = await openVisitor(browser, site.origin);
  page = visitor.page;
  page.setDefaultTimeout(6_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const base = '/demarches/inscription-scolaire';
const nina = { givenName: 'Nina', familyName: 'Morel', birthDate: '2022-05-04' };
const from = (value: unknown, origin: string) => ({ value, from: origin, at: '2026-09-01' });
const prefilled = ({ query }: Asked) => ({
  members: [{ id: 'nina', relation: 'child', name: 'Nina Morel', birth: nina.birthDate }],
  asksMember: true,
  member: null,
  answers: {
    givenName: from('Claire', 'franceconnect'),
    ...(query.get('member') === 'nina' && {
      childGivenName: from(nina.givenName, 'household'),
      childFamilyName: from(nina.familyName, 'household'),
      childBirthDate: from(nina.birthDate, 'household'),
    }),
  },
});
const bill = {
  ...{ id: 'd1', name: 'Facture eau', type: 'facture-energie', as: 'facture-energie', validUntil: null },
  ...{ storedAt: '2026-10-01T08:00:00.000Z', good: true, why: null },
};
const needed = [
  { code: 'domicile', label: 'Justificatif de domicile', conditional: false, found: [bill] },
  { code: 'famille', label: 'Livret de famille', conditional: false, found: [] },
];
const draft = (change: object = {}) => ({
  ...{ revision: 1, title: 'Inscrire un enfant', key: 'cle-de-l-autre-appareil', version: 4 },
  ...{ answers: { kind: 'move', level: 'cp' }, files: {}, step: 'ecole', at: { index: 1, count: 6 } },
  ...{ savedAt: '2026-11-22T09:00:00.000Z', until: '2026-12-22' },
  ...change,
});
let remote: object | null;
beforeEach(() => {
  site.space.reset();
  const ends = '2099-01-01T00:00:00.000Z';
  site.space.me = citizenMe({ session: { idleEndsAt: ends, endsAt: ends } });
  remote = null;
  site.space.answer(readPrefill, prefilled);
  site.space.answer(readNeeded, { needed });
  site.space.answer(readDraft, () => remote ?? new Problem('not-found', 404));
  site.space.answer(saveDraft, ({ body }) => ({
    ...{ version: (body as { version: number }).version + 1, savedAt: '2026-11-22T10:12:00.000Z' },
    ...{ until: '2026-12-22', files: (body as { files: object }).files },
  }));
  site.space.answer(useSafeDocument, {
    uploadId: 'u-1',
    name: 'Facture eau',
    size: 900,
    contentType: 'application/pdf',
  });
});

/** Signed in: the header's word, then the address again so that every script knows it. */
const arrive = async (path: string, isSignedIn = true) => {
  await visitor.arrive('/aide');
  if (isSignedIn)
    await page.evaluate(() => localStorage.setItem('parvis:signed-in', '2099-01-01T00:00:00.000Z'));
  await page.goto(site.origin + path);
  await settled(page);
};
const problems = async () => [
  ...visitor.complaints,
  ...(await axeProblems(page)),
  ...(await rgaaProblems(page, { tabs: 25 })),
];
const saved = () =>
  site.space.calls.filter(({ operation }) => operation.startsWith('PUT /api/citizen/drafts'));
const text = (selector = 'main') => page.textContent(selector);

describe('a form of somebody signed in', { timeout: 40_000 }, () => {
  it('says before the start what the safe already holds, and where the draft is kept', {
    tags: 'more',
  }, async () => {
    await arrive(base);
    await page.waitForSelector('.needs .in-safe');
    expect(await text('.needs .in-safe')).toContain('Dans votre coffre');
    expect(await text()).toContain('et dans votre espace');
    expect(await problems()).toEqual([]);
  });

  it('asks whom it is about, fills what the household knows, and lets it be corrected', async () => {
    await arrive(`${base}/enfant`);
    await page.getByLabel('Nina Morel').check();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#champ-childGivenName')?.value === 'Nina',
    );
    expect(await text('#champ-childGivenName-hint')).toContain('De votre foyer');
    expect(await problems()).toEqual([]);
    await page.fill('#champ-childGivenName', 'Ninon');
    await page.waitForSelector('#champ-childGivenName-hint', { state: 'detached' });
    await page.getByLabel('Quelqu’un d’autre').check();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#champ-childFamilyName')?.value === '',
    );
    expect(await page.inputValue('#champ-childGivenName'), 'typed by hand: it stays').toBe('Ninon');
  });

  it('shows what FranceConnect certifies as such', async () => {
    await arrive(`${base}/vous`);
    await page.waitForSelector('#champ-givenName-hint');
    expect(await text('#champ-givenName-hint')).toContain('Certifié par FranceConnect');
  });

  it('says that the session has ended, and loses nothing', async () => {
    await arrive(`${base}/enfant`);
    await page.fill('#champ-childGivenName', 'Ninon');
    await page
      .getByText(/Brouillon enregistré à .* dans votre espace/)
      .first()
      .waitFor();
    site.space.me = null;
    await page.reload();
    await page.getByText('Vous n’êtes plus connecté').waitFor();
    expect(await page.inputValue('#champ-childGivenName')).toBe('Ninon');
    expect(await page.getByRole('link', { name: 'Me reconnecter' }).getAttribute('href')).toContain(
      encodeURIComponent(`${base}/enfant`),
    );
    expect(await problems()).toEqual([]);
    // Once more, whoever is signed in nowhere is told as well.
    await page.reload();
    await page.getByText('Vous n’êtes plus connecté').waitFor();
  });

  it('asks nothing of whom this browser forgot, and shows no draft of somebody else', async () => {
    await arrive(`${base}/enfant`);
    await page.fill('#champ-childGivenName', 'Ninon');
    await page
      .getByText(/Brouillon enregistré à .* dans votre espace/)
      .first()
      .waitFor();
    site.space.me = { ...citizenMe(), account: 'somebody-else' };
    await page.reload();
    await expect.poll(() => page.inputValue('#champ-childGivenName')).toBe('');
    expect(saved().length).toBe(1);
  });

  it('joins a document of the safe in one gesture', async () => {
    await arrive(`${base}/pieces`);
    await page.getByRole('button', { name: /Utiliser.*Facture eau/ }).click();
    await page.waitForSelector('.file-name');
    expect(await text('.file-name')).toBe('Facture eau');
    expect(await page.locator('.safe-choice').count()).toBe(0);
    expect(await problems()).toEqual([]);
  });

  it('is saved for the other devices, and says so aloud', async () => {
    await arrive(`${base}/ecole`);
    await page.getByLabel('Première inscription').check();
    await page.waitForFunction(() => /et dans votre espace/.test(document.body.textContent ?? ''));
    expect(saved().at(-1)?.body).toMatchObject({ answers: { kind: 'first' }, version: 0, step: 'ecole' });
  });

  it('goes on where another device stopped', async () => {
    remote = draft();
    await arrive(base);
    await page.getByRole('button', { name: 'Reprendre mon brouillon' }).click();
    await page.waitForURL(/ecole$/);
    expect(await page.getByLabel('Arrivée dans la commune').isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Voir toutes les étapes' }).click();
    await page.waitForSelector('.task-list');
    expect(await text('.task-list')).toMatch(/L'enfant\s*À faire/);
    expect(await problems()).toEqual([]);
    await page.getByRole('link', { name: "L'école" }).click();
    expect(await page.getByLabel('Arrivée dans la commune').isChecked()).toBe(true);
  });

  it('puts together what two devices answered, and asks only where they differ', async () => {
    await arrive(`${base}/ecole`);
    await page.getByLabel('Première inscription').check();
    await page.waitForFunction(() => /et dans votre espace/.test(document.body.textContent ?? ''));
    remote = draft();
    site.space.answer(saveDraft, () => new Problem('conflict', 409));
    await page.getByLabel('Déménagement dans la même commune').check();
    await page.waitForSelector('.conflict');
    expect(await text('.conflict')).toMatch(/Ici : Déménagement.*Arrivée dans la commune/);
    expect(await text('.conflict')).not.toContain('Classe demandée');
    expect(await problems()).toEqual([]);
    await page.getByRole('button', { name: 'Garder ce qui vient de l’autre appareil' }).click();
    await page.waitForFunction(() => !document.querySelector('.conflict'));
    expect(await page.getByLabel('Arrivée dans la commune').isChecked()).toBe(true);
    expect(await page.getByLabel('CP', { exact: true }).isChecked()).toBe(true);
  });

  it('sent from another device, is not sent again from this one', async () => {
    await arrive(`${base}/ecole`);
    await page.getByLabel('Première inscription').check();
    await page.waitForFunction(() => /et dans votre espace/.test(document.body.textContent ?? ''));
    const { key } = saved().map(({ body }) => body as { key: string })[0] ?? { key: '' };
    remote = draft({
      key,
      answers: {},
      sent: { reference: 'VC-2026-000123-W', at: '2026-11-22T10:00:00.000Z' },
    });
    await page.reload();
    await page.waitForFunction(() => /déjà envoyée/.test(document.body.textContent ?? ''));
    expect(await text()).toContain('VC-2026-000123-W');
    expect(await problems()).toEqual([]);
  });

  it('asks nothing of the account for whoever is not signed in', async () => {
    await arrive(`${base}/enfant`, false);
    expect(await page.locator('.member-choice').count()).toBe(0);
    expect(site.space.calls).toEqual([]);
  });
});
