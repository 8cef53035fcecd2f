import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { eventsOf } from '../support/calls.ts';
import { running, until } from '../support/outer.ts';

const product = running();
let chromium: TestBrowser;
beforeAll(async () => {
  chromium = await openBrowser();
});
afterAll(() => chromium?.close());

/** Letters only: the search tells people apart by their name. */
const family = `Barthouil${[...randomUUID().replace(/[^a-f]/g, '')].slice(0, 5).join('')}`;
const email = `${family.toLowerCase()}@courriel.example`;
const unsaid = { organisation: null, birth: null, siret: null, rna: null };

describe('somebody who comes to the counter', () => {
  it('is found despite a typing error and leaves with a receipt that leads back to the request', async () => {
    const agent = await product.signIn('nadia.benali');
    const traits = { ...unsaid, name: `Odile ${family}`, email, phone: null, address: null };
    expect((await agent.post('/api/agent/citizens', { kind: 'person', traits })).status).toBe(201);
    const { mine } = (await agent.get('/api/agent/tickets')).body;
    if (mine) await agent.post(`/api/agent/tickets/${mine.id}/end`, { outcome: 'absent' });
    await agent.post('/api/agent/tickets', { topic: 'voirie' });

    const person = await chromium.person({ reducedMotion: 'reduce' });
    await person.request.post(`${product.url}/local/sign-in`, { data: { as: 'nadia.benali' } });
    const page: Page = await person.newPage();
    await page.goto(`${product.url}/agents/accueil`);
    const [turn] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/tickets/next')),
      page.getByRole('button', { name: 'Appeler le suivant' }).click(),
    ]);
    await page.getByText((await turn.json()).ticket.id, { exact: true }).waitFor();

    // With the keyboard alone: a letter is missing, Enter takes the first answer.
    await page.locator('#who').focus();
    await page.keyboard.type(`odile ${family.replace('tho', 'to')}`);
    await page
      .getByRole('option', { name: `Odile ${family}` })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Ce qui l’attend').waitFor();
    await page.locator('#topic:focus').waitFor();
    await page.keyboard.type('Voirie');
    await page.getByLabel('Ouvrir une demande').press('Space');
    await page.getByLabel('Objet').fill('Lampadaire éteint');
    await page.getByLabel('Ce que la personne demande').fill('Devant le 3, rue des Lilas.');
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/api/agent/contacts')),
      page.keyboard.press('Control+Enter'),
    ]);
    const { contactId, request } = await answer.json();
    const { reference, trackingCode } = request;
    await page.getByText(trackingCode).waitFor();

    const [receipt] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/receipt')),
      page.getByRole('button', { name: 'Imprimer le récépissé' }).click(),
    ]);
    expect(receipt.headers()['content-type']).toBe('application/pdf');
    await page.getByRole('button', { name: 'Envoyer par courriel' }).click();
    await page.getByText(`Récépissé envoyé à ${email}`).waitFor();
    await person.close();

    await product.quiet();
    const { requests, contacts } = await product.records({ limit: '1000' });
    expect(requests.find((one) => one.reference === reference)).toMatchObject({
      ...{ department: 'voirie', openedBy: 'agent:nadia.benali' },
    });
    expect(contacts.find(({ id }) => id === contactId)).toMatchObject({
      channel: 'counter',
      state: 'opened',
    });
    expect((await product.track(reference, trackingCode)).status).toBe(200);
    const mails = (await product.outbox()).filter(({ to }) => to === email);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      `[${reference}] Accusé de réception de votre demande : Lampadaire éteint`,
      `[${reference}] Récépissé : Lampadaire éteint`,
    ]);
    const tickets = (await agent.get('/api/agent/tickets')).body;
    expect(tickets.mine).toBeNull();

    // The printed sheet comes back by post: its code names the request, and a person decides.
    const printed = await agent.pdf(`/api/agent/contacts/${contactId}/receipt`, { trackingCode });
    await product.drop(`${family}.pdf`, printed);
    const scanned = await until('the scanned receipt', async () => {
      const found = (await product.records({ limit: '1000' })).contacts.find(
        ({ channel, text }) => channel === 'scan' && text.includes(reference),
      );
      return found?.state === 'waiting' && found;
    });
    const sorter = await product.signIn('claire.monnier');
    const { suggested } = (await sorter.get(`/api/agent/contacts/${scanned.id}`)).body;
    expect(suggested[0]).toMatchObject({ reference, reasons: expect.arrayContaining(['code']) });
  }, 90_000);
});

describe('somebody who was missed on the telephone', () => {
  it('is called back no more once an agent has written down a call with them', async () => {
    // Of nobody else here: the hour of 190 calls takes its numbers under 3363998.
    const number = `+33639982${String(Number.parseInt(randomUUID().slice(0, 6), 16) % 1000).padStart(3, '0')}`;
    const contactId = randomUUID();
    const agent = await product.signIn('nadia.benali');
    const startedAt = (await agent.get('/api/agent/tickets')).body.now;
    await product.post(
      '/local/events',
      eventsOf({ contactId, number, startedAt, topic: 'voirie', group: 'accueil', wait: 20, talk: null }),
    );
    await product.quiet();
    const waits = async () =>
      (await product.records({ limit: '1000' })).tasks.some(
        ({ kind, contact }) => kind === 'call-back' && contact === `call-${contactId}`,
      );
    expect(await waits()).toBe(true);
    await product.clock({ advance: 'PT1M' });
    const typed = { channel: 'phone', number, topic: 'voirie', outcome: 'informed', note: 'Réparé mardi.' };
    expect((await agent.post('/api/agent/contacts', typed)).status).toBe(201);
    await product.quiet();
    expect(await waits()).toBe(false);
  }, 60_000);
});
