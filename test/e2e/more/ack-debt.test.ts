import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { running, until } from '../../support/outer.ts';

const product = running();
const smtp = createTransport({
  host: '127.0.0.1',
  port: Number(process.env.PARVIS_SMTP),
  secure: false,
  ignoreTLS: true,
});
type Debt = { reference: string; reason: string; due: string | null };

describe('an acknowledgement that does not arrive', () => {
  it('is a debt that agents see and count, and the law library says what it changes', async () => {
    const subject = `Nid de poule rue Haute ${process.pid}`;
    await smtp.sendMail({
      from: 'Jean Petit <jean@bounce.courriel.example>',
      to: 'contact@val-clair.example',
      subject,
      text: 'Bonjour, un nid de poule dangereux s’est formé sur la chaussée de la rue Haute. Réparez la voirie.',
    });
    await product.quiet();
    const contacts = await product.contacts();
    const reference = contacts.find((contact) => contact.subject === subject)?.requestReference ?? '';
    expect(reference).not.toBe('');

    const agent = await product.signIn('claire.monnier');
    const debt = await until<Debt>('the debt', async () => {
      const { body } = await agent.get('/api/agent/ack-debt?limit=100');
      return body.items.find((item: Debt) => item.reference === reference);
    });
    expect(debt.reason).toBe('undelivered');
    const { counts } = (await agent.get('/api/agent/ack-debt?limit=1')).body;
    expect(counts.reduce((sum: number, { total }: { total: number }) => sum + total, 0)).toBeGreaterThan(0);

    const [held] = (await product.records({ reference })).requests;
    const states = Object.fromEntries((held?.deadlines ?? []).map(({ kind, state }) => [kind, state]));
    expect(states).toMatchObject({ aee: 'running', are: 'running', ar: 'moot', appeal: 'moot' });
    expect(held?.deadlines.find(({ kind }) => kind === 'are')?.due).toBe(debt.due);
  }, 90_000);
});
