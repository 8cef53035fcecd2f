import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { printedLetter } from '../../support/bad-files.ts';
import { report } from '../../support/citizens.ts';
import { until } from '../../support/outer.ts';
import { holdCase, type World } from '../harness.ts';

/** The product of the case under way. */
let product: World;

holdCase(
  32,
  'a letter for the cabinet leaves its place on the batch page, without image, words or original',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const secret = `Zephyrine${world.run}`;
    const name = `lot-cabinet-${Date.now()}.pdf`;
    const words = ['Odile Marchand', '', 'Je voudrais vous parler de', secret, 'qui me tient a coeur.'];
    await product.drop(name, await printedLetter(words));
    const contact = await until('the letter to wait', async () =>
      (await product.contacts()).find(
        (one) => one.channel === 'scan' && one.text.includes(secret) && one.state === 'waiting',
      ),
    );
    const clerk = await product.signIn('hugo.lasserre');
    const admin = await product.signIn('admin');
    const seen = async (who: typeof clerk) =>
      (await who.get(`/api/agent/batches/${contact.batch}`)).body as {
        files: { url: string | null }[];
        pagesList: { url: string | null; text: string }[];
      };
    expect((await seen(admin)).pagesList[0]?.text).toContain(secret);
    const { version, sender } = (await admin.get(`/api/agent/contacts/${contact.id}`)).body;
    const chosen = { version, sender, department: 'cabinet', procedure: null, urgency: 'normal' };
    await admin.post(`/api/agent/contacts/${contact.id}/accept`, { ...chosen, subject: secret });
    await product.quiet();
    const after = await seen(clerk);
    expect(after.pagesList).toMatchObject([{ url: null, text: '' }]);
    expect(after.files).toMatchObject([{ url: null }]);
    expect((await seen(admin)).pagesList[0]?.text).toContain(secret);
  },
);

holdCase(
  32,
  'a request opens to its own code alone in any spelling, and to no other',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const [mine, other] = (
      await Promise.all([
        product.submit('signalement', report('Un trou', '.mine')),
        product.submit('signalement', report('Un panneau', '.other')),
      ])
    ).map(({ body }) => body);
    await product.quiet();
    const status = async (reference: string, code: string) =>
      (await product.track(encodeURIComponent(reference), code)).status;
    const { reference, trackingCode } = mine;
    expect(await status(reference, trackingCode)).toBe(200);
    expect(
      await status(
        reference.toLowerCase().replaceAll('-', ' '),
        trackingCode.toLowerCase().replace('-', ' '),
      ),
    ).toBe(200);
    expect(await status(reference, other.trackingCode)).toBe(404);
    expect(await status(`${reference}' OR 1=1`, trackingCode)).toBe(404);
    expect(await status('VC-2026-900000-A', trackingCode)).toBe(404);

    const write = (to: string, code: string, key: string, text: string) =>
      product.post(
        `/api/public/requests/${to}/messages`,
        { text },
        { 'x-tracking-code': code, 'idempotency-key': key },
      );
    const key = randomUUID();
    const first = await write(reference, trackingCode, key, 'Bonjour');
    expect(first.status).toBe(201);
    expect((await write(reference, trackingCode, key, 'Bonjour')).body).toEqual(first.body);
    expect((await write(reference, trackingCode, key, 'Autre chose')).status).toBe(422);
    const there = await write(other.reference, other.trackingCode, key, 'Bonjour');
    expect(there.body.messageId).not.toBe(first.body.messageId);
    expect((await write(reference, other.trackingCode, randomUUID(), 'Intrus')).status).toBe(404);
    expect((await write(reference, trackingCode, randomUUID(), ' \n\u200B')).status).toBe(400);
    const { messages } = (await product.track(reference, trackingCode)).body;
    expect(messages.filter(({ from }: { from: string }) => from === 'citizen')).toHaveLength(1);
  },
);
