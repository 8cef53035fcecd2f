import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';

vi.setConfig({ testTimeout: 30_000 });
let site: AgentsSite;
let chromium: TestBrowser;
let person: BrowserContext;
let page: Page;
beforeAll(async () => {
  site = await openAgents();
  chromium = await openBrowser();
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});
beforeEach(async () => {
  site.api.forget();
  site.api.scenario = 'normal';
  site.api.agent = 'everything';
  person = await chromium.person();
  page = await person.newPage();
  page.setDefaultTimeout(10_000);
});
afterEach(() => person.close());

const open = (path: string) => page.goto(site.origin + path);
const posts = () => site.api.calls.filter(({ method }) => method === 'POST');
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const request = '/agents/demandes/VC-2026-000123-W';

describe('the task board', () => {
  it('is worked with the keyboard alone, and the letters can be silenced', async () => {
    await open('/agents/');
    await page
      .getByRole('link', { name: /Lampadaire/ })
      .first()
      .waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('VC-2026-000120-T');
    await page.keyboard.press('?');
    await page.getByText('Utiliser les raccourcis').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).not.toContain('000121');
    await page.reload();
    await page
      .getByRole('link', { name: /Lampadaire/ })
      .first()
      .waitFor();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('reads one page of a thousand tasks, and keeps every choice in the address', async () => {
    site.api.scenario = 'long';
    await open('/agents/');
    await page.getByText('1000 tâches').waitFor();
    expect(await page.locator('[data-row]').count()).toBe(30);
    await page.getByRole('link', { name: 'Page suivante' }).click();
    await page.getByRole('link', { name: 'Revenir au début' }).waitFor();
    await page.getByRole('link', { name: 'Sans agent' }).click();
    await page.getByLabel('Direction').selectOption('voirie');
    expect(new URL(page.url()).search).toBe('?vue=unassigned&direction=voirie');
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?vue=unassigned');
  });

  it('opens a request from a number typed anyhow', { tags: 'more' }, async () => {
    await open('/agents/');
    await page.getByLabel('Rechercher une personne ou une demande').fill('123 x');
    await page.keyboard.press('Enter');
    await page.getByText('VC-2026-000123-W').waitFor();
    await page.getByLabel('Rechercher une personne ou une demande').fill('123');
    await page.keyboard.press('Enter');
    await heading('Lampadaire éteint rue des Tanneurs');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('shows an agent their own places only', async () => {
    site.api.agent = 'scanning';
    await open('/agents/');
    await heading('Lots numérisés');
    expect(
      await page
        .getByRole('navigation', { name: 'Navigation principale' })
        .getByRole('link')
        .allTextContents(),
    ).toEqual(['Lots numérisés', 'Lettres à imprimer']);
  });
});

describe('qualification', () => {
  it('accepts what is proposed with one key, and moves to the next letter', async () => {
    await open('/agents/qualification/contact-0');
    await heading('Lampadaire éteint rue des Tanneurs');
    await page.getByText('Mots qui ont décidé').waitFor();
    await page.keyboard.press('a');
    await heading('Demande d’acte de naissance');
    expect(posts()).toEqual([
      {
        method: 'POST',
        path: '/api/agent/contacts/contact-0/accept',
        body: {
          version: 3,
          department: 'voirie',
          procedure: null,
          urgency: 'high',
          subject: 'Lampadaire éteint rue des Tanneurs',
          sender: {
            name: 'Odette Marchandeau',
            email: null,
            phone: '05 49 00 12 34',
            address: '14 rue des Tanneurs\n86990 Val-Clair-le-Bourg',
          },
        },
      },
    ]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('takes another department in one click, and a passage of the text as the name', {
    tags: 'more',
  }, async () => {
    await open('/agents/qualification/contact-1');
    await page.getByRole('button', { name: /Espaces verts/ }).click();
    await page.getByRole('button', { name: 'Texte lu' }).click();
    await page.getByRole('textbox', { name: /Texte lu/ }).press('Control+Home');
    await page.keyboard.press('Shift+End');
    await page.getByRole('button', { name: 'Nom', exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/contact-2/);
    expect(posts()[0]?.body).toMatchObject({
      department: 'espaces-verts',
      sender: { name: 'Sébastien Kowalczyk' },
    });
  });

  it('undoes a quarantine within ten seconds', async () => {
    await open('/agents/qualification/contact-0');
    await page.getByRole('button', { name: 'Quarantaine…' }).click();
    await page.getByLabel('Déjà reçu').check({ force: true });
    await page.getByRole('button', { name: 'Mettre en quarantaine et suivant' }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('il attend de nouveau une décision').waitFor();
    expect(posts().map(({ path }) => path)).toEqual([
      '/api/agent/contacts/contact-0/quarantine',
      '/api/agent/contacts/contact-0/release',
    ]);
  });

  it('ends kindly after the last letter', { tags: 'more' }, async () => {
    await open('/agents/qualification/contact-6');
    await page.getByText('Accepter et suivant').waitFor();
    site.api.scenario = 'empty';
    await page.keyboard.press('Control+Enter');
    await page.getByText('C’était le dernier').waitFor();
  });

  it('keeps what was typed when a colleague was quicker', async () => {
    site.api.scenario = 'conflict';
    await open('/agents/qualification/contact-0');
    await page.getByLabel('Objet', { exact: true }).fill('Lampadaire dangereux');
    await page.getByRole('button', { name: 'Accepter et suivant' }).click();
    await page.getByText('vient d’être traité ou modifié').waitFor();
    await page.getByRole('button', { name: 'Voir l’état actuel' }).click();
    expect(await page.getByLabel('Objet', { exact: true }).inputValue()).toBe('Lampadaire dangereux');
  });
});

describe('a request', () => {
  it('is answered with an attachment, after one confirmation', async () => {
    await open(request);
    await page.getByRole('radio', { name: 'La réponse' }).check({ force: true });
    await page.getByLabel('Acceptée').check({ force: true });
    await page.getByLabel('Votre texte').fill('Bonjour Madame, la réparation est faite. Cordialement.');
    await page.setInputFiles('#compose-uploads', {
      name: 'bon.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 bon'),
    });
    await page.getByText('bon.pdf est envoyé').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Relire et envoyer la réponse' }).click();
    await page.getByText('par courriel à odette.marchandeau@courriel.example').waitFor();
    expect(posts().some(({ path }) => path.endsWith('/answer'))).toBe(false);
    await page.getByRole('button', { name: 'Envoyer la réponse', exact: true }).click();
    await page.getByText('La réponse est partie.').waitFor();
    expect(posts().at(-1)?.body).toMatchObject({
      version: 7,
      outcome: 'granted',
      uploads: [{ name: 'bon.pdf' }],
    });
    expect(await page.getByLabel('Votre texte').inputValue()).toBe('');
  });

  it('keeps a draft through a reload', { tags: 'more' }, async () => {
    await open(request);
    await page.getByLabel('Votre texte').fill('Bonjour, je reprends demain.');
    await page.getByText('Brouillon gardé').waitFor();
    await page.reload();
    await page.getByText('Votre brouillon a été retrouvé').waitFor();
    expect(await page.getByLabel('Votre texte').inputValue()).toBe('Bonjour, je reprends demain.');
  });

  it('shows what a colleague changed, and keeps the text', async () => {
    site.api.scenario = 'conflict';
    await open(request);
    await page.getByLabel('Votre texte').fill('Bonjour, voici.');
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await page.getByText('La demande a changé').waitFor();
    await page.getByText('Karim Belaïd → Pascale Oudin').or(page.getByText('k.belaid → p.oudin')).waitFor();
    expect(await page.getByLabel('Votre texte').inputValue()).toBe('Bonjour, voici.');
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await page.getByText('Message envoyé.').waitFor();
    expect(posts().at(-1)?.body).toMatchObject({ version: 8, awaitsReply: false });
  });

  it('is given to a colleague with a reason', { tags: 'more' }, async () => {
    await open(request);
    await page.getByRole('button', { name: 'Attribuer', exact: true }).click();
    await page.getByLabel('Agent', { exact: true }).selectOption('p.oudin');
    await page.getByLabel(/Pourquoi/).fill('Secteur nord');
    await page.getByRole('button', { name: 'Attribuer la demande' }).click();
    await page.getByText('Demande attribuée').waitFor();
    expect(posts()[0]?.body).toEqual({
      version: 7,
      department: 'voirie',
      agent: 'p.oudin',
      reason: 'Secteur nord',
    });
  });
});

describe('a session', () => {
  it('sends a stranger to sign in, and comes back to the page asked for', async () => {
    site.api.scenario = 'signed-out';
    await open(request);
    await heading('Connexion des agents');
    const link = await page.getByRole('link', { name: /ProConnect/ }).getAttribute('href');
    expect(link).toBe(`/api/session/agents/start?to=${encodeURIComponent(request)}`);
  });
  it('says when it has ended, without losing the page', { tags: 'more' }, async () => {
    await open(request);
    await page.getByLabel('Votre texte').fill('Bonjour');
    site.api.scenario = 'signed-out';
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await page.getByRole('link', { name: 'Se reconnecter' }).waitFor();
    expect(await page.getByLabel('Votre texte').inputValue()).toBe('Bonjour');
  });
});

describe('paper', () => {
  it('marks the chosen letters posted', { tags: 'more' }, async () => {
    await open('/agents/lettres');
    await page.getByLabel('Choisir toute la page').check({ force: true });
    await page.getByRole('button', { name: 'Marquer 6 lettres postées' }).click();
    await page.getByText('6 lettres marquées postées').waitFor();
    expect(posts()).toHaveLength(6);
  });
  it('asks the API for separator sheets of one department', { tags: 'more' }, async () => {
    await open('/agents/lots');
    await page.locator('#separator-kind').selectOption('department');
    await page.locator('#separator-which').selectOption('voirie');
    await page.getByLabel('Nombre de feuilles').fill('99');
    await page.getByRole('button', { name: 'Télécharger le PDF' }).click();
    await page.getByText('Un nombre entre 1 et 50').waitFor();
    expect(site.api.calls.some(({ path }) => path.includes('separators'))).toBe(false);
  });
});

describe('the code of a letter', () => {
  it('opens its request when a hand scanner types it, and says so when it leads nowhere', {
    tags: 'more',
  }, async () => {
    await open('/agents/aide');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('1111-2222-3333-M');
    await page.keyboard.press('Enter');
    await page.getByText('Ce code ne mène à aucune demande').waitFor();
    await page.getByRole('combobox', { name: 'Rechercher' }).fill('4827-1930-5562-A');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/agents\/demandes\/VC-2026-/);
  });

  it('leaves an agent one key to say which document came back with it', { tags: 'more' }, async () => {
    await open('/agents/demandes/VC-2026-000200-H');
    await page.getByText('quelle pièce est-ce').waitFor();
    await page.keyboard.press('1');
    await page.getByText('Pièce marquée reçue').waitFor();
    const [received] = posts().filter(({ path }) => path.endsWith('/received'));
    expect(received?.body).toMatchObject({ documents: [{ code: 'plan', documentId: 'scan-2-scan' }] });
  });
});
