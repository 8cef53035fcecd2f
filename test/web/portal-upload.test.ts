import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptedUploads, largestUpload } from '../../functions/intake/public-api.ts';
import { largest, typeOf, types } from '../../web/ui/upload-rules.ts';
import { axeProblems } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { openPortal, type PortalSite } from '../support/portal-site.ts';
import { rgaaProblems } from '../support/rgaa.ts';

let site: PortalSite;
let browser: TestBrowser;
let person: BrowserContext;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPortal(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  site.api.reset();
  person = await browser.person();
  page = await person.newPage();
  page.setDefaultTimeout(6_000);
  await page.goto(`${site.origin}/demarches/aide-velo/pieces`);
  await page.waitForSelector('#champ-rib');
});
afterEach(() => person.close());

const pdf = (name: string, size = 20) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(size, 'x'),
});
const folder = mkdtempSync(join(tmpdir(), 'parvis-upload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** The browser reads it by itself: the bytes of a heavy file take longer to hand over than everything else here. */
const onDisk = (name: string, size: number): string => {
  const file = join(folder, name);
  writeFileSync(file, '');
  truncateSync(file, size);
  return file;
};
const lines = () => page.locator('.file-state').allTextContents();
const problems = async () => [...(await axeProblems(page)), ...(await rgaaProblems(page, { tabs: 20 }))];

it('the portal and the service accept the same files', () => {
  expect({ types, largest }).toEqual({ types: acceptedUploads, largest: largestUpload });
});

it('a photo whose type the system does not know is recognised by its name', () => {
  expect(typeOf({ name: 'IMG_0042.HEIC', type: '' })).toBe('image/heic');
  expect(typeOf({ name: 'sans-extension', type: '' })).toBe('');
});

describe('a file added to a form', { timeout: 30_000 }, () => {
  it('goes straight to where it is kept, and can be taken back', async () => {
    await page.setInputFiles('#champ-invoice', [pdf('facture.pdf'), pdf('facture-2.pdf')]);
    await page.waitForFunction(() => document.querySelectorAll('.file-state').length === 2);
    await page.waitForFunction(() => !document.querySelector('progress'));
    expect(site.api.uploads.size).toBe(2);
    expect(await problems()).toEqual([]);
    await page.getByRole('button', { name: 'Retirer facture.pdf' }).click();
    expect(await page.locator('.file-name').allTextContents()).toEqual(['facture-2.pdf']);
    expect(await page.locator('[role=status]').allTextContents()).toContain('facture.pdf est retiré.');
  });

  it('is refused before it is sent when it is too heavy, empty or of another kind', async () => {
    await page.setInputFiles('#champ-invoice', [onDisk('lourd.pdf', largest + 1), onDisk('vide.pdf', 0)]);
    expect((await lines()).join(' ')).toMatch(/La limite est de 25 Mo.*Ce fichier est vide/);
    await page.setInputFiles('#champ-rib', {
      name: 'jeu.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('MZ'),
    });
    expect((await lines()).join(' ')).toContain('Ce format n’est pas accepté');
    expect(site.api.calls).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('says that the sending broke, and sends again when asked', async () => {
    site.api.troubles = [{ path: /^\/upload$/, status: 500, times: 1 }];
    await page.setInputFiles('#champ-invoice', pdf('facture.pdf'));
    await page.waitForSelector('.file.failed');
    expect((await lines()).join(' ')).toContain('L’envoi a été interrompu');
    await page.getByRole('button', { name: 'Réessayer facture.pdf' }).click();
    await page.waitForSelector('.file-state:has-text("Envoyé")');
    expect(await page.locator('.file.failed').count()).toBe(0);
  });

  it('holds the next step until it has arrived', async () => {
    site.api.troubles = [{ path: /^\/upload$/, delay: 2_500, times: 1 }];
    await page.setInputFiles('#champ-invoice', pdf('facture.pdf'));
    await page.waitForSelector('progress');
    await page.getByRole('button', { name: 'Continuer', exact: true }).click();
    await page.waitForSelector('.error-summary');
    expect(await page.locator('.error-summary a').allTextContents()).toContain(
      "Facture d'achat : attendez la fin de l’envoi, ou retirez le fichier en échec",
    );
    await page.waitForSelector('.file-state:has-text("Envoyé")');
  });

  it('is still there after a reload', async () => {
    await page.setInputFiles('#champ-rib', pdf('rib.pdf'));
    await page.waitForSelector('.file-state:has-text("Envoyé")');
    await page.reload();
    await page.waitForSelector('.file-name');
    expect(await page.textContent('.file-name')).toBe('rib.pdf');
  });
});
