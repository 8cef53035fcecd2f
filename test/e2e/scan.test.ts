import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeWords } from '../../functions/documents/reading/words-file.ts';
import { printedLetter } from '../support/bad-files.ts';
import { running, until } from '../support/outer.ts';

const product = running();
const confused = [
  'Odile Marchand',
  '3 rue du Moulin',
  '99130 Lanterolles',
  '',
  'Bonjour,',
  'Je voudrais vous parler de quelque chose qui me tient a coeur depuis longtemps.',
  'Pouvez-vous me recevoir un matin de la semaine prochaine ?',
  'Odile Marchand',
];
const sample = join(import.meta.dirname, '../../events/sample-batch.pdf');

describe('a scanned batch becomes requests or tasks, page by page', () => {
  it('reads the sample batch of five letters within a minute and accounts for its ten pages', {
    timeout: 120_000,
  }, async () => {
    expect(existsSync(sample)).toBe(true);
    const name = `lot-${Date.now()}.pdf`;
    const started = performance.now();
    await product.drop(name, readFileSync(sample));
    const batch = await until('the batch', async () =>
      (await product.batches()).find((one) => one.file === name && one.state === 'done'),
    );
    const letters = await until('five contacts decided', async () => {
      const mine = (await product.contacts()).filter((contact) => contact.batch === batch.id);
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
    await until('the file in done', async () => product.scanned('done', name), 10_000);
  });

  it('asks a person about a letter it cannot place, opens what that person says, and answers on paper', async () => {
    await product.drop('lettre-confuse.pdf', await printedLetter(confused));
    const contact = await until('the letter to wait', async () =>
      (await product.contacts()).find(
        ({ text, state }) => text.includes('tient a coeur') && state === 'waiting',
      ),
    );
    const agent = await product.signIn('claire.monnier');
    const queue = await agent.get('/api/agent/contacts?state=waiting&limit=100');
    expect(queue.body.contacts.map((one: { contactId: string }) => one.contactId)).toContain(contact.id);
    const seen = (await agent.get(`/api/agent/contacts/${contact.id}`)).body;
    expect(seen.proposal.sender).toMatchObject({ name: 'Odile Marchand', email: null });
    const [letter] = seen.documents;
    expect((await fetch(letter.pages[0].url)).status).toBe(200);
    // A script of the agents' pages reads the words; the archive has them too.
    const words = await fetch(letter.pages[0].words, { headers: { origin: product.url } });
    expect(words.headers.get('access-control-allow-origin')).toBe(product.url);
    expect(decodeWords(await words.text())?.words.map(({ text }) => text)).toContain('coeur');
    const archive = Buffer.from(await (await fetch(letter.url)).arrayBuffer()).toString('latin1');
    expect([archive.slice(0, 8), archive.includes('<pdfaid:part>2<')]).toEqual(['%PDF-1.7', true]);
    const accepted = await agent.post(`/api/agent/contacts/${contact.id}/accept`, {
      version: seen.version,
      department: 'voirie',
      procedure: null,
      urgency: 'normal',
      subject: 'Une idee pour la rue',
      sender: seen.proposal.sender,
    });
    expect(accepted.status).toBe(202);
    await product.quiet();
    const opened = (await product.contacts()).find(({ id }) => id === contact.id);
    expect(opened?.state).toBe('opened');
    const sent = (await product.outbox()).filter(
      ({ requestReference }) => requestReference === opened?.requestReference,
    );
    expect(sent.map(({ kind }) => kind)).toEqual(['letter']);
  });

  it('takes the same file dropped again for what it is: another batch', async () => {
    const mine = async () => (await product.batches()).filter(({ file }) => file === 'deux-fois.pdf');
    const letter = await printedLetter(confused);
    await product.drop('deux-fois.pdf', letter);
    await until('the first batch', async () => (await mine())[0]?.state === 'done');
    await product.quiet();
    await product.drop('deux-fois.pdf', letter);
    await until('a second batch', async () => (await mine()).length === 2);
    await product.quiet();
  });
});
