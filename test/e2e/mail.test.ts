import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { running } from '../support/outer.ts';

const product = running();
const smtp = createTransport({
  host: '127.0.0.1',
  port: Number(process.env.PARVIS_SMTP),
  secure: false,
  ignoreTLS: true,
});
const mail = (subject: string, text: string, headers: Record<string, string> = {}) =>
  smtp.sendMail({
    from: 'Odile Marchand <odile.marchand@courriel.example>',
    to: 'contact@val-clair.example',
    subject,
    text,
    headers,
  });

describe('a mail is a contact like any other', () => {
  it('opens a request, acknowledged to who wrote, or waits for a person', async () => {
    await mail(
      'Lampadaire éteint',
      'Bonjour, le lampadaire de la rue du Moulin est éteint, la chaussée et le trottoir sont dans le noir.',
    );
    await product.quiet();
    const contact = (await product.contacts()).find(
      ({ subject, channel }) => subject === 'Lampadaire éteint' && channel === 'mail',
    );
    expect(['opened', 'waiting']).toContain(contact?.state);
  });

  it('sets aside what carries a virus or is unwanted, visible, and answers none of it', async () => {
    const before = (await product.outbox()).length;
    await mail('Votre colis', 'Cliquez ici', { 'X-SES-Virus-Verdict': 'FAIL' });
    await mail('Gagnez un lot', 'Cliquez ici', { 'X-SES-Spam-Verdict': 'FAIL' });
    await product.quiet();
    const { quarantine } = await product.records();
    expect(quarantine.length).toBeGreaterThanOrEqual(2);
    expect(await product.outbox()).toHaveLength(before);
  });

  it('never answers an automatic message', async () => {
    const before = (await product.outbox()).length;
    await mail('Absence du bureau', 'Je suis absent jusqu’au 12.', { 'Auto-Submitted': 'auto-replied' });
    await product.quiet();
    expect(await product.outbox()).toHaveLength(before);
  });
});
