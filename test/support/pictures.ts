/**
 * `npm run pictures`: takes the README's screenshots from the real product, walking the tour it describes.
 * With a folder as argument it also takes every page, on a phone and on a desktop, to be looked at before a release.
 * `LOOK=contrast` takes them there in the colours of the system, `LOOK=large` on a screen 320 pixels wide and with letters twice the size.
 * `PART=citizens` or `PART=agents` takes one side; `PARVIS_URL` and `PARVIS_DATA` name a product that runs already.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { printedLetter } from './bad-files.ts';
import { openBrowser, screens } from './browser.ts';
import { citizenStory } from './citizen-story.ts';
import { generalRequest, schoolEnrolment } from './citizens.ts';
import { outer, until } from './outer.ts';
import { startProduct } from './product.ts';

const readme = join(import.meta.dirname, '../pictures');
const all = process.argv[2];
const look = process.env.LOOK;
if (look && !all) throw new Error('LOOK changes every picture: name the folder for them');
const scratch = mkdtempSync(join(tmpdir(), 'parvis-pictures-'));
const { PARVIS_URL: url, PARVIS_DATA: dataDir } = process.env;
/** One of its own, unless one that runs is named. */
const product =
  url && dataDir
    ? { url, dataDir, stop: async () => undefined }
    : await startProduct({ dataDir: join(scratch, 'data') });
const world = outer(product.url, product.dataDir);
const browser = await openBrowser();

type Shot = {
  name: string;
  path: string;
  inReadme?: 'desktop' | 'phone';
  /** What is done on the page before it is looked at. */
  reach?: (page: Page) => Promise<unknown>;
};

const save = async (page: Page, file: string, whole: boolean) => {
  const image = await page.screenshot({ fullPage: whole });
  await sharp(image).png({ palette: true, quality: 90 }).toFile(file);
};

const take = async (context: BrowserContext, shots: Shot[]) => {
  for (const { name, path, inReadme, reach } of shots) {
    for (const size of ['desktop', 'phone'] as const) {
      if (!all && inReadme !== size) continue;
      const page = await context.newPage();
      const isNarrow = look === 'large' && size === 'phone';
      await page.setViewportSize(isNarrow ? { width: 320, height: 640 } : screens[size]);
      if (look === 'contrast') await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await page.goto(`${product.url}${path}`);
      if (look === 'large' && !isNarrow)
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [class*="skeleton"]'));
      await reach?.(page);
      if (inReadme === size && !look) await save(page, join(readme, `${name}-${size}.png`), false);
      if (all) await save(page, join(all, `${name}-${size}.png`), true);
      await page.close();
    }
  }
};

/** Somebody in their own space, on a browser that has been there. */
const citizenSignedIn = async (cookie: string) => {
  const context = await browser.person();
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: product.url.replace('http:', 'https:') };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${product.url}/mon-espace`);
  await page.waitForLoadState('networkidle');
  await page.close();
  return context;
};
const chooseSlot = async (page: Page) => {
  await page.getByLabel(/École : être aidé/).check();
  await page.getByRole('button', { name: 'Continuer', exact: true }).click();
  await page.getByLabel(/Mairie de Val-Clair/).check();
  await page.getByRole('button', { name: 'Choisir ce créneau' }).waitFor();
  await page.evaluate(() => scrollTo(0, 600));
};
/** What the household knows is there already: the boxes are what is worth showing. */
const chooseChild = async (page: Page) => {
  await page.getByLabel(/Nino/).first().check();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, 400));
};

const signedIn = async (login: string) => {
  const context = await browser.person();
  const page = await context.newPage();
  await page.goto(`${product.url}/api/session/agents/start?login_hint=${login}&to=/agents/`);
  await page.waitForURL('**/agents/**');
  await page.close();
  return context;
};

/** The pages of somebody who has something of everything. */
const citizensSide = async () => {
  const { cookie, school } = await citizenStory(world);
  await take(await citizenSignedIn(cookie), [
    { name: 'space', path: '/mon-espace', inReadme: 'desktop' },
    { name: 'space-small', path: '/mon-espace', inReadme: 'phone' },
    { name: 'own-request', path: `/mon-espace/demandes/${school}`, inReadme: 'desktop' },
    { name: 'start', path: '/demarches/inscription-scolaire', inReadme: 'desktop' },
    { name: 'reports', path: '/signaler/carte', inReadme: 'desktop' },
    {
      name: 'question',
      path: '/demarches/inscription-scolaire/enfant',
      inReadme: 'phone',
      reach: chooseChild,
    },
    { name: 'asked', path: `/mon-espace/demandes/${school}`, inReadme: 'phone' },
    {
      ...{ name: 'safe', path: '/mon-espace/coffre', inReadme: 'phone' as const },
      reach: (page) => page.evaluate(() => scrollTo(0, 640)),
    },
    { name: 'household', path: '/mon-espace/foyer', inReadme: 'phone' },
    { name: 'slots', path: '/rendez-vous', inReadme: 'phone', reach: chooseSlot },
    { name: 'pay', path: '/payer', inReadme: 'phone' },
    { name: 'own-data', path: '/mon-espace/donnees', inReadme: 'phone' },
    { name: 'own-requests', path: '/mon-espace/demandes' },
    { name: 'mandates', path: '/mon-espace/mandats' },
    { name: 'profile', path: '/mon-espace/informations' },
    { name: 'security', path: '/mon-espace/securite' },
    { name: 'report', path: '/signaler' },
    { name: 'subscriptions', path: '/abonnements' },
  ]);
  await take(await browser.person(), [{ name: 'portal-home', path: '/', inReadme: 'desktop' }]);
};

/** The tour of the agents, from the morning's post on; public pages beside it. */
const agentsSide = async () => {
  await world.drop(
    'lot-du-matin.pdf',
    readFileSync(join(import.meta.dirname, '../../events/sample-batch.pdf')),
  );
  await world.drop(
    'courrier-reserve.pdf',
    await printedLetter([
      'Odile Marchand',
      '3 rue du Moulin',
      '99130 Lanterolles',
      '',
      'Bonjour,',
      'Je voudrais vous parler d’un projet de rencontre entre voisins autour du four banal.',
      'Pouvez-vous me recevoir un matin ?',
      'Odile Marchand',
    ]),
  );
  const { body } = await world.submit('inscription-scolaire', {
    ...schoolEnrolment(),
    domicile: [],
    family: [],
  });
  const sent = body.reference
    ? body
    : (
        await world.submit(
          'demande-generale',
          generalRequest('Nid-de-poule', 'La chaussée de la rue des Lilas est pleine de nids-de-poule.'),
        )
      ).body;
  await world.quiet(120_000);
  const lea = await world.signIn('samira.haddad');
  const seen = await lea.get(`/api/agent/requests/${sent.reference}`);
  await lea.post(`/api/agent/requests/${sent.reference}/messages`, {
    version: seen.body.version,
    text: 'Bonjour,\n\nPouvez-vous nous préciser le numéro de la rue ?',
    awaitsReply: true,
    uploads: [],
  });
  await world.quiet();
  const waiting = await until('a letter to qualify', async () =>
    (await world.contacts()).find(({ state, channel }) => state === 'waiting' && channel === 'scan'),
  );
  const batch = (await world.batches()).find(({ file }) => file === 'lot-du-matin.pdf');

  const citizen = await browser.person();
  await take(citizen, [
    { name: 'portal-procedures', path: '/demarches' },
    { name: 'portal-start', path: '/demarches/inscription-scolaire' },
    { name: 'portal-step', path: '/demarches/inscription-scolaire/ecole' },
    { name: 'portal-follow', path: '/suivi' },
    {
      name: 'tracking',
      path: `/suivi#${sent.reference}:${sent.trackingCode}`,
      inReadme: 'phone',
    },
    { name: 'portal-help', path: '/aide' },
    { name: 'portal-article', path: '/aide/cantine-tarifs' },
    { name: 'portal-contact', path: '/contact' },
    { name: 'portal-accessibility', path: '/accessibilite' },
    { name: 'portal-missing', path: '/nulle-part' },
    { name: 'agents-sign-in', path: '/agents/connexion' },
    { name: 'tools', path: '/local/' },
    { name: 'outbox', path: '/local/outbox' },
  ]);
  await take(await signedIn('claire.monnier'), [
    { name: 'queue', path: '/agents/qualification' },
    { name: 'qualification', path: `/agents/qualification/${waiting.id}`, inReadme: 'desktop' },
    { name: 'quarantine', path: '/agents/quarantaine' },
  ]);
  await take(await signedIn('hugo.lasserre'), [
    { name: 'batches', path: '/agents/lots' },
    { name: 'batch', path: `/agents/lots/${batch?.id}`, inReadme: 'desktop' },
  ]);
  await take(await signedIn('agnes.roche'), [
    { name: 'board', path: '/agents/', inReadme: 'desktop' },
    { name: 'request', path: `/agents/demandes/${sent.reference}` },
  ]);
  const nadia = await world.signIn('nadia.benali');
  const found = await nadia.post('/api/agent/search', { q: 'Odile Marchand', kind: 'person' });
  await take(await signedIn('nadia.benali'), [
    { name: 'desk', path: `/agents/accueil?personne=${found.body.results[0].id}`, inReadme: 'desktop' },
    { name: 'desk-empty', path: '/agents/accueil' },
    { name: 'person', path: `/agents/personnes/${found.body.results[0].id}`, inReadme: 'desktop' },
    { name: 'duplicates', path: '/agents/doublons' },
    { name: 'call-backs', path: '/agents/rappels' },
    { name: 'calls', path: '/agents/appels' },
    { name: 'notices', path: '/agents/messages' },
    { name: 'search', path: '/agents/recherche' },
  ]);
  await take(await signedIn('samira.haddad'), [
    { name: 'request-answer', path: `/agents/demandes/${sent.reference}` },
    { name: 'letters', path: '/agents/lettres' },
    { name: 'agents-help', path: '/agents/aide' },
  ]);
};

try {
  mkdirSync(readme, { recursive: true });
  if (all) mkdirSync(all, { recursive: true });
  if (process.env.PART !== 'agents') await citizensSide();
  if (process.env.PART !== 'citizens') await agentsSide();
} finally {
  await browser.close();
  await product.stop();
  rmSync(scratch, { recursive: true, force: true });
}
