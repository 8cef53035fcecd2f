import { expect, it } from 'vitest';
import { running, until } from '../support/outer.ts';

const product = running();
const answers = (family: string) => ({
  ...{ who: 'person', commune: '99101', why: 'lost', givenName: 'Odile', familyName: family },
  vehicles: [{ vehiclePlate: 'AB-123-CD', trailer: false }],
  ...{ email: `odile.${family.toLowerCase()}@courriel.example`, phone: '' },
  address: { lines: '7 rue des Tanneurs', postalCode: '99100', city: 'Val-Clair' },
  statement: { givenName: 'Odile', familyName: family, signedOn: new Date().toISOString().slice(0, 10) },
});
type Owed = { id: string; state: string; cents: number; twice: unknown };

it('asks for the fee of a request, takes it once from two tabs, and knows of it though nobody told', {
  timeout: 60_000,
}, async () => {
  const { body: sent } = await product.submit('carte-decheterie', answers('Paiement'));
  const keys = { 'x-tracking-code': sent.trackingCode };
  const owed = async (): Promise<Owed | undefined> =>
    (await product.json(`/api/public/payments?reference=${sent.reference}`, { headers: keys })).body
      .payments?.[0];
  const due = await until('the fee', owed, 20_000);
  expect(due).toMatchObject({ state: 'due', cents: 500 });
  const start = () => product.post(`/api/public/payments/${due.id}/start`, {}, keys);
  const [one, other] = await Promise.all([start(), start()]);
  expect([one.status, other.body.url]).toEqual([200, one.body.url]);
  expect(await (await fetch(one.body.url)).text()).toContain('saisie = T');

  const idOp = new URL(one.body.url).searchParams.get('idop');
  const driven = await product.post('/local/payfip', { idOp, result: 'P', notify: 'lost' });
  expect(driven.body).toMatchObject({ idOp, result: 'P' });
  // Nobody looks, nobody calls: within two minutes the machine has asked, whenever its last look was.
  for (let seconds = 0; seconds < 120 && (await owed())?.state !== 'paid'; seconds += 30) {
    await product.clock({ advance: 'PT30S' });
    await product.quiet();
  }
  expect(await owed()).toMatchObject({ state: 'paid', twice: null });
  expect((await start()).body.code).toBe('already-paid');

  const receipt = await until('the acknowledgement of the payment', async () =>
    (await product.outbox()).find(
      ({ text, subject }) =>
        subject.includes('paiement') && text.includes(sent.reference.replaceAll('-', '')),
    ),
  );
  expect(receipt.text).toContain('5,00');
  expect(receipt.attachments[0]).toMatchObject({ contentType: 'application/pdf' });
  const { requests } = await product.records({ reference: sent.reference });
  expect(requests[0]?.journal.map(({ type }) => type)).toContain('payment-received');

  const finance = await product.signIn('julie.morand');
  const { body: listed } = await finance.get('/api/agent/payments?list=received');
  expect(listed.lines.map(({ reference }: { reference: string }) => reference)).toContain(sent.reference);
  const reader = await product.signIn('paul.girard');
  expect((await reader.get('/api/agent/payments?list=received')).status).toBe(403);
});
