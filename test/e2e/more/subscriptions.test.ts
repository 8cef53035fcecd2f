import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { running, until } from '../../support/outer.ts';

const product = running();
/** Of this run alone: nobody else subscribes with it. */
const address = `abonnee-${randomUUID().slice(0, 8)}@courriel.example`;
const mailTo = (subject: string) =>
  until(`a mail about ${subject}`, async () =>
    (await product.outbox()).find((one) => one.to === address && one.subject.includes(subject)),
  );
const secretIn = (text: string): string => /abonnements#(\S+)/.exec(text)?.[1] ?? '';

describe('Somebody who wants to be told', () => {
  it('says so without an account, is told once, and stops by one click of their mailbox', async () => {
    const asked = await product.post('/api/public/subscriptions', {
      ...{ channel: 'mail', address, themes: ['travaux'], communes: ['99101'] },
    });
    expect(asked.status).toBe(202);
    const secret = secretIn((await mailTo('Confirmez')).text);
    const mine = (method: 'GET' | 'POST', path = '') =>
      product.json(`/api/public/subscriptions/mine${path}`, {
        ...{ method, headers: { 'x-subscription-secret': secret, 'x-parvis-csrf': '1' } },
      });
    expect((await mine('GET')).body).toMatchObject({ choice: null, asked: { themes: ['travaux'] } });
    expect((await mine('POST', '/confirm')).body.choice).toEqual({
      themes: ['travaux'],
      communes: ['99101'],
    });

    const agent = await product.signIn('admin');
    const words = { theme: 'travaux', communes: ['99101'], sms: '', isUrgent: false };
    const title = `Pont fermé ${randomUUID().slice(0, 6)}`;
    const draft = (
      await agent.post('/api/agent/alerts', { ...words, title, text: 'Le pont ferme lundi pour deux jours.' })
    ).body.alert;
    const { audience } = (await agent.get(`/api/agent/alerts/${draft.id}`)).body;
    expect(audience.mail).toBeGreaterThanOrEqual(1);
    const sent = await agent.post(`/api/agent/alerts/${draft.id}/send`, {
      ...{ sendAt: null, revision: draft.revision },
    });
    expect(sent.status).toBe(200);
    const mail = await mailTo(title);
    const headers = mail.headers ?? {};
    const header = (name: string) =>
      Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url = /<([^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? '';
    const stopped = await fetch(`${product.url}${new URL(url).pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(stopped.status).toBe(200);
    expect((await mine('GET')).body).toMatchObject({ choice: null, hasEnded: true });
    expect(
      (await product.outbox()).filter((one) => one.to === address && one.subject.includes(title)),
    ).toHaveLength(1);
  });
});
