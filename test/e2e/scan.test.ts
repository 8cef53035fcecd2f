import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { running, until } from '../support/outer.ts';

const product = running();
const sample = join(import.meta.dirname, '../../events/sample-batch.pdf');

describe('a scanned batch becomes requests or tasks, page by page', () => {
  it('reads the sample batch of five letters within a minute and accounts for its ten pages', {
    timeout: 120_000,
  }, async () => {
    expect(existsSync(sample)).toBe(true);
    const started = performance.now();
    await product.drop('lot-e2e.pdf', readFileSync(sample));
    const batch = await until('the batch', async () =>
      (await product.records()).batches.find((one) => one.file === 'lot-e2e.pdf' && one.state === 'done'),
    );
    const letters = await until('five contacts decided', async () => {
      const mine = (await product.records()).contacts.filter((contact) => contact.batch === batch.id);
      return mine.length === 5 && mine.every(({ state }) => state === 'waiting' || state === 'opened')
        ? mine
        : undefined;
    });
    expect((performance.now() - started) / 1000).toBeLessThan(60);
    expect(batch.pages).toBe(10);
    expect(batch.filed + batch.separators + batch.blanks + batch.rejected).toBe(10);
    for (const { text } of letters) expect(text).toMatch(/Madame|Monsieur|Bonjour/);
    const clerk = await product.signIn('hugo.lasserre');
    const view = await clerk.get(`/api/agent/batches/${batch.id}`);
    expect(view.body.pagesList).toHaveLength(10);
    const first = view.body.pagesList.find((page: { url: string | null }) => page.url);
    expect((await fetch(first.url)).headers.get('content-type')).toBe('image/webp');
    await until('the file in done', async () => product.scanned('done', 'lot-e2e.pdf'), 10_000);
  });

  it('opens the request an agent accepts and answers it on paper when there is no mail address', async () => {
    await product.quiet();
    const agent = await product.signIn('claire.monnier');
    const queue = await agent.get('/api/agent/contacts?state=waiting&limit=100');
    const scanned = queue.body.contacts.find((one: { channel: string }) => one.channel === 'scan');
    expect(scanned).toBeDefined();
    const contact = (await agent.get(`/api/agent/contacts/${scanned.contactId}`)).body;
    expect(contact.documents[0].pages[0].text.length).toBeGreaterThan(100);
    const accepted = await agent.post(`/api/agent/contacts/${scanned.contactId}/accept`, {
      version: contact.version,
      department: 'voirie',
      procedure: null,
      urgency: 'normal',
      subject: contact.proposal.subject,
      sender: contact.proposal.sender,
    });
    expect(accepted.status).toBe(202);
    await product.quiet();
    const { contacts } = await product.records();
    const opened = contacts.find(({ id }) => id === scanned.contactId);
    expect(opened?.state).toBe('opened');
    const sent = (await product.outbox()).filter(
      ({ requestReference }) => requestReference === opened?.requestReference,
    );
    expect(sent).toHaveLength(1);
  });

  it('takes the same file dropped again for what it is: another batch', async () => {
    const before = (await product.records()).batches.length;
    await product.drop('lot-e2e.pdf', readFileSync(sample));
    await until('a second batch', async () => (await product.records()).batches.length > before);
    await product.quiet(120_000);
  }, 150_000);
});
