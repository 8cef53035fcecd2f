import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { openVisitor, type Visitor } from '../../support/visitor.ts';

let site: AgentsSite;
let chromium: TestBrowser;
let visitor: Visitor;
beforeAll(async () => {
  site = await openAgents();
  chromium = await openBrowser();
  visitor = await openVisitor(chromium, site.origin);
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});
beforeEach(() => site.api.forget());

const sent = () =>
  site.api.calls
    .filter(({ method }) => method === 'POST')
    .map(({ path, body }) => [path.split('/').at(-1), body]);
const spoken = () => visitor.page.locator('[role="status"].visually-hidden').first().textContent();
async function openDoubts() {
  await visitor.arrive('/agents/lots/lot-2/doutes/f1', { fake: 'normal', as: 'scanning' });
  await visitor.page.getByText('Plutôt deux courriers').first().waitFor();
  return visitor.page;
}

describe('a clerk decides with four keys', () => {
  it('cuts, joins, takes back and files, told each time, without leaving the keyboard', async () => {
    const page = await openDoubts();
    await page.keyboard.press('c');
    await page.getByText('Entre la page 3 et la page 5').waitFor();
    expect(await spoken()).toMatch(/^Coupé.+page 3.+Pages 3 et 5.+à décider/);
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Tout est décidé' }).waitFor();
    await page.keyboard.press('z');
    await page.getByText('1 doute à lever').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Tout est décidé' }).waitFor();
    await page.keyboard.press('n');
    await page.locator('button:focus', { hasText: 'Classer les 3 courriers' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/agents/lots/lot-2');
    expect(sent()).toEqual([
      ['deeds', { kind: 'cut', before: 3 }],
      ['deeds', { kind: 'join', before: 5 }],
      ['undo', {}],
      ['deeds', { kind: 'join', before: 5 }],
      ['settle', {}],
    ]);
  });

  it('or with the buttons of the same effect, which keep the focus', { tags: 'more' }, async () => {
    const page = await openDoubts();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Entre la page 3 et la page 5').waitFor();
    await page.getByRole('button', { name: /^Pivoter R/ }).click();
    await page.locator('.place-pages img.turned-90').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Pivoter');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Entre la page 1 et la page 2').waitFor();
    expect(await page.locator('.strip-place[aria-current]').count()).toBe(1);
    expect(sent()).toEqual([['deeds', { kind: 'rotate', page: 5, degrees: 90 }]]);
  });
});

describe('a page that went wrong is put right on its batch', () => {
  it('a blank that is none, a bad page scanned anew', { tags: 'more' }, async () => {
    await visitor.arrive('/agents/lots/lot-2', { fake: 'normal', as: 'scanning' });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Ce n’est pas une page blanche' }).click();
    await page.getByText('Page 6 reprise comme une page écrite.').waitFor();
    await page.getByRole('button', { name: 'Remplacer par un nouveau scan (Page 8)' }).click();
    const scan = { name: 'page-8.png', mimeType: 'image/png', buffer: Buffer.from('png') };
    await page.getByLabel('Nouveau scan').setInputFiles({ ...scan, name: 'page-8.docx' });
    await page.getByRole('button', { name: 'Remplacer la page' }).click();
    await page.getByText('Choisissez un fichier PDF, TIFF, JPEG ou PNG.').waitFor();
    await page.getByLabel('Nouveau scan').setInputFiles(scan);
    await page.getByRole('button', { name: 'Remplacer la page' }).click();
    await page.getByText('Nouveau scan reçu pour la page 8.').waitFor();
    expect(sent()).toEqual([
      ['deeds', { kind: 'count-as', page: 6, as: 'content' }],
      ['uploads', { name: 'page-8.png', size: 3, contentType: 'image/png' }],
      ['deeds', { kind: 'replace', page: 8, uploadId: 'upload-1', name: 'page-8.png' }],
    ]);
  });

  it('searches by words that no address keeps, and stays silent unless asked', async () => {
    await visitor.arrive('/agents/lots', { fake: 'normal', as: 'scanning' });
    const { page } = visitor;
    await page.getByLabel('Mots du courrier').fill('marchand');
    await page.keyboard.press('Enter');
    await page.getByText('2 courriers trouvés').first().waitFor();
    expect(page.url()).not.toContain('marchand');
    expect(await page.getByLabel('Son en cas d’échec').isChecked()).toBe(false);
    await page.getByLabel('Son en cas d’échec').check({ force: true });
    await page.reload();
    await page.getByText('Feuilles séparatrices').waitFor();
    expect(await page.getByLabel('Son en cas d’échec').isChecked()).toBe(true);
  });
});
