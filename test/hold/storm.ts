/**
 * `npm run test:hold -- storm [minutes]`: mixed load (forms, mails, scans, agents at work, workers that die) while the power is cut
 * again and again; then all must be accounted for. The same seed draws the same moments.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { draw } from '../../infra/local/faults/draw.ts';
import { lightBatch } from '../support/light-batch.ts';
import { type Outer, outer } from '../support/outer.ts';
import { freePort, startProduct } from '../support/product.ts';
import { deliver } from '../support/smtp.ts';
import { insist, replayAll } from './insist.ts';
import { before, broken } from './invariants.ts';
import { storeOf } from './store.ts';
import { streetMail } from './street-mail.ts';

type Options = { minutes: number; dataDir: string; seed?: number };
const MOST_TWICE = 0.05;
const [PAGES, EACH] = [6, 3];

export const storm = async ({ minutes, dataDir, seed = 20_261_123 }: Options): Promise<boolean> => {
  mkdirSync(dataDir, { recursive: true });
  const [port, smtpPort] = [await freePort(), await freePort()];
  process.env.PARVIS_SMTP = String(smtpPort);
  const start = () => startProduct({ dataDir, port, smtpPort });
  let product = await start();
  const world = outer(product.url, dataDir);
  const store = storeOf(product.url, dataDir);
  await world.quiet(180_000);
  const was = await before(world, store);
  const until = Date.now() + minutes * 60_000;
  const goesOn = () => Date.now() < until;
  let drawn = 0;
  const random = () => draw(seed, 0, drawn++);

  const references: string[] = [];
  const mails: string[] = [];
  const batches: string[] = [];
  const forms = async () => {
    while (goesOn()) {
      const n = references.length;
      references.push(await insist(world, randomUUID(), `Un trou ${n}`, `.storm${n}`));
      await pause(600 + random() * 900);
    }
  };
  /** A mail server: whatever was not accepted is delivered again, the same. */
  const post = async () => {
    while (goesOn()) {
      const subject = `Lampadaire ${mails.length}`;
      const from = `odile.storm${mails.length}@courriel.example`;
      const mail = streetMail({ subject, from, id: `<storm${mails.length}@courriel.example>` });
      while (!(await deliver(mail, from).catch(() => '')).startsWith('250')) await pause(200);
      mails.push(subject);
      await pause(1500 + random() * 1500);
    }
  };
  const scanner = async () => {
    while (goesOn()) {
      const name = `storm-${batches.length}.pdf`;
      await world.drop(name, await lightBatch(PAGES, EACH));
      batches.push(name);
      await pause(40_000);
    }
  };
  let worked = 0;
  const agents = async () => {
    while (goesOn()) {
      await pause(2_000);
      const reference = references[worked];
      if (reference && (await answer(world, reference).catch(() => false))) worked++;
    }
  };
  let cuts = 0;
  const power = async () => {
    while (goesOn()) {
      await pause(2_000 + random() * 8_000);
      await product.kill();
      cuts++;
      product = await start();
      // Workers die as well, while the machine lives.
      const rules = [{ kind: 'crash-after', service: 'dynamodb', probability: 0.005 }];
      await world.post('/local/faults', { seed: cuts, rules }).catch(() => undefined);
    }
  };
  await Promise.all([forms(), post(), scanner(), agents(), power()]);
  await world.json('/local/faults', { method: 'DELETE' });
  console.log(
    `${cuts} power cuts in ${minutes} minutes: ${references.length} forms, ${mails.length} mails, ${batches.length} batches, ${worked} answers`,
  );

  const wrong: string[] = [];
  try {
    await calm(world, batches);
    const inputs = references.length + mails.length + (batches.length * PAGES) / EACH;
    wrong.push(...(await broken(world, store, was, { inputs }, ['Ziani', 'Odile Marchand', 'lampadaire'])));
    const contacts = await world.contacts();
    for (const subject of mails)
      if (contacts.filter((one) => one.subject === subject).length !== 1) wrong.push(`the mail "${subject}"`);
    const sent = (await world.outbox()).map(({ requestReference }) => requestReference);
    const answered = new Set(references.slice(0, worked));
    const extra = references.map(
      (one) => sent.filter((other) => other === one).length - (answered.has(one) ? 2 : 1),
    );
    if (extra.some((n) => n < 0)) wrong.push('a mail never left');
    const twice = extra.filter((n) => n > 0).length;
    if (twice / references.length > MOST_TWICE)
      wrong.push(`${twice} of ${references.length} were written to twice`);
  } finally {
    await product.stop();
  }
  for (const why of wrong) console.log(`    ${why}`);
  console.log(`${wrong.length === 0 ? '✓' : '✗'} storm`);
  return wrong.length === 0;
};

const answer = async (world: Outer, reference: string): Promise<boolean> => {
  const agent = await world.signIn('samira.haddad');
  const { status, body } = await agent.get(`/api/agent/requests/${reference}`);
  if (status !== 200) return false;
  if (body.answer || body.state === 'closed') return true;
  const text = { version: body.version, outcome: 'answered', text: 'Le trou est bouche.', uploads: [] };
  const reply = await agent.post(`/api/agent/requests/${reference}/answer`, text);
  return reply.status === 200;
};

/** Leases and waits end, what failed too often is tried again by an administrator: then nothing is under way. */
const calm = async (world: Outer, batches: string[]): Promise<void> => {
  for (let round = 0; round < 12; round++) {
    await world.quiet(300_000);
    const held = await world.records();
    const done = batches.every((name) =>
      held.batches.some(({ file, state }) => file === name && state === 'done'),
    );
    const moving = held.contacts.some(({ state }) => ['received', 'reading', 'qualifying'].includes(state));
    if (done && !moving && round > 1) return;
    await world.clock({ advance: 'PT5M' });
    await world.quiet(300_000);
    await replayAll(world);
  }
};
