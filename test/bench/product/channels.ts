import { randomUUID } from 'node:crypto';
import { batchPdf, makeBatch } from '../../support/batch.ts';
import { report } from '../../support/citizens.ts';
import type { Outer } from '../../support/outer.ts';
import { deliver } from '../../support/smtp.ts';

/** Sample letters that are answered without a decision, so that nobody has to sign. */
const toldOnly = [0, 4, 6, 9];

/** Ways in. Each brings so many contacts that ask for something, one after the other. */
export type Channel = { name: string; bring(product: Outer, count: number): Promise<void> };

const words = (n: number) =>
  `Bonjour, un nid-de-poule s'est ouvert sur la chaussée de la rue du Moulin, devant le numéro ${n + 1}. Les voitures font un écart et c'est dangereux pour les vélos. Pouvez-vous faire réparer la voirie ? Merci.`;

const unsaid = { organisation: null, birth: null, siret: null, rna: null, address: null };
/** At the desk and on the telephone: somebody new, a request in a few words. */
const typed = (channel: 'phone' | 'counter') => async (product: Outer, count: number) => {
  const agent = await product.signIn('nadia.benali');
  for (let n = 0; n < count; n++) {
    const mark = randomUUID()
      .replace(/[^a-f]/g, '')
      .slice(0, 6);
    const traits = {
      ...unsaid,
      name: `Odile Cout${mark}`,
      email: `odile.${mark}@courriel.example`,
      phone: null,
    };
    const request = { kind: 'free', department: 'voirie', subject: 'Nid-de-poule', text: words(n) };
    const { status, body } = await agent.post('/api/agent/contacts', {
      ...{ channel, outcome: 'request', topic: 'voirie', traits, request },
    });
    if (status !== 201) throw new Error(`a contact was refused: ${status} ${JSON.stringify(body)}`);
  }
};

export const channels: readonly Channel[] = [
  {
    name: 'form',
    async bring(product, count) {
      const run = randomUUID().slice(0, 6);
      for (let n = 0; n < count; n++) {
        const { status } = await product.submit('signalement', report(words(n), `.${run}.${n}`));
        if (status !== 201) throw new Error(`a form was refused: ${status}`);
      }
    },
  },
  {
    name: 'mail',
    async bring(_, count) {
      for (let n = 0; n < count; n++) {
        const from = `karim.${randomUUID().slice(0, 8)}@courriel.example`;
        await deliver(
          `From: Karim Ziani <${from}>\nTo: contact@val-clair.example\nMessage-ID: <${randomUUID()}@courriel.example>\nSubject: Nid-de-poule rue du Moulin\nContent-Type: text/plain; charset=utf-8\n\n${words(n)}\n`,
          from,
        );
      }
    },
  },
  {
    name: 'letter',
    async bring(product, count) {
      const letters = Array.from({ length: count }, (_, n) => toldOnly[n % toldOnly.length] ?? 0);
      const made = await makeBatch({ seed: 20 + count, letters });
      await product.drop(`cout-${randomUUID().slice(0, 8)}.pdf`, await batchPdf(made));
    },
  },
  { name: 'counter', bring: typed('counter') },
  { name: 'phone', bring: typed('phone') },
];
