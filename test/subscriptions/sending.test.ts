import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toldTable } from '../../functions/appointments/told-table.adapter.ts';
import { Authority } from '../../functions/settings/authority.ts';
import { newAlert, schedule } from '../../functions/subscriptions/alert.ts';
import { alertTable } from '../../functions/subscriptions/alert-table.adapter.ts';
import { takeBounce } from '../../functions/subscriptions/bounce.ts';
import type { Letter } from '../../functions/subscriptions/compose.ts';
import { sendDigests } from '../../functions/subscriptions/digest.ts';
import { digestTable } from '../../functions/subscriptions/digest-table.adapter.ts';
import { sendBatch } from '../../functions/subscriptions/send.ts';
import { stopByToken } from '../../functions/subscriptions/serve-public.ts';
import { choose, newSubscriber, type Subscriber } from '../../functions/subscriptions/subscriber.ts';
import { subscriberTable } from '../../functions/subscriptions/subscriber-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const folder = join(import.meta.dirname, '../../infra/collectivities/val-clair/authority.json');
const authority = Authority.parse(JSON.parse(readFileSync(folder, 'utf8')));
const sign = (text: string) => createHmac('sha256', 'pepper').update(text).digest('hex');
const at = '2026-11-18T10:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const world = async (people: number) => {
  const table = await database.table();
  const { db } = database;
  const sent: Letter[] = [];
  const dead = new Set<string>();
  const subscribers = subscriberTable(db, table);
  const deps = {
    settings: async () => ({
      themes: [{ code: 'travaux', name: 'Travaux', summary: '' }],
      mostAWeek: 2,
      urgentBy: ['admin'],
    }),
    authority: async () => authority,
    alerts: alertTable(db, table),
    subscribers,
    digests: digestTable(db, table),
    told: toldTable(db, table),
    mail: async (letter: Letter) => {
      sent.push(letter);
      return { providerId: 'p' };
    },
    text: async () => ({ providerId: 'p' }),
    isSpared: async ({ address }: Subscriber) => dead.has(address),
    sign: async () => sign,
    dayIn: (_zone: string, instant: string) => instant.slice(0, 10),
    now: () => at,
    publicUrl: 'https://ville.example',
  };
  for (let number = 0; number < people; number += 1) {
    const id = `s${String(number).padStart(24, '0')}`;
    const before = newSubscriber(id, 'mail', `p${number}@example.org`);
    await subscribers.save(null, choose(before, { themes: ['travaux'], communes: [] }, at));
  }
  let count = 0;
  const tell = async (isUrgent = false) => {
    count += 1;
    const words = { theme: 'travaux', communes: [], title: `Nouvelle ${count}`, text: 'Voici.', sms: '' };
    const alert = newAlert({ ...words, isUrgent }, `alert${count}`, 'agent:admin', at);
    await deps.alerts.save(alert, 0, at);
    const decided = schedule(alert, at, 'agent:admin');
    await deps.alerts.save(decided, 1, at);
    const event = { alertId: alert.id, revision: decided.revision };
    while ((await sendBatch(deps)(event)).more);
    return deps.alerts.read(alert.id);
  };
  return { deps, sent, dead, tell, subscribers };
};

describe('an alert that leaves', () => {
  it('reaches each subscriber once, batch after batch, with the button of their mailbox', async () => {
    const { deps, sent, tell } = await world(30);
    const alert = await tell();
    expect(alert).toMatchObject({ state: 'sent', counts: { sent: 30, kept: 0 } });
    expect(new Set(sent.map(({ to }) => to)).size).toBe(30);
    const header = (name: string) => sent[0]?.headers.find((one) => one.name === name)?.value;
    expect(header('List-Unsubscribe')).toMatch(
      /^<https:\/\/ville\.example\/api\/public\/subscriptions\/stop\/s/,
    );
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    await sendBatch(deps)({ alertId: alert.id, revision: 2 });
    expect(sent).toHaveLength(30);
  });

  it('keeps what is beyond the cap for Monday, but never what is urgent', async () => {
    const { deps, sent, tell } = await world(1);
    await tell();
    await tell();
    expect((await tell()).counts).toMatchObject({ sent: 0, kept: 1 });
    expect((await tell(true)).counts).toMatchObject({ sent: 1, kept: 0 });
    await sendDigests(deps)();
    await sendDigests(deps)();
    expect(sent.map(({ subject }) => subject)).toEqual([
      ...['Nouvelle 1', 'Nouvelle 2', 'Alerte : Nouvelle 4'],
      expect.stringContaining('Les autres nouvelles'),
    ]);
    expect(sent[3]?.text).toContain('Nouvelle 3');
  });

  it('spares a mailbox that is dead, and whoever pressed the button', async () => {
    const { deps, sent, tell, dead, subscribers } = await world(3);
    dead.add('p0@example.org');
    const [, one] = [0, 1].map((number) => `s${String(number).padStart(24, '0')}`);
    const token = `${one}.${sign(`stop:${one}`).slice(0, 32)}`;
    const stop = stopByToken({ subscribers, sign: deps.sign, now: deps.now });
    expect([await stop(token), await stop(token), await stop('sfaux.0')]).toEqual([true, true, false]);
    expect((await tell()).counts.sent).toBe(1);
    expect(sent.map(({ to }) => to)).toEqual(['p2@example.org']);
  });

  it('ends for a mailbox that gave a mail back for good, on the list that every sending looks at', async () => {
    const { deps, subscribers } = await world(1);
    const id = `s${'0'.repeat(24)}`;
    const suppressed: string[] = [];
    const mail = { destination: [], tags: { reference: ['alerte-1'], message: [id] } };
    const bounce = { bounceType: 'Permanent', bounceSubType: 'General' };
    const take = takeBounce({
      ...{ subscribers, now: deps.now },
      suppress: async ({ address }) => void suppressed.push(address),
    });
    await take({ detail: { eventType: 'Bounce', bounce: { ...bounce, bounceType: 'Transient' }, mail } });
    expect((await subscribers.read(id))?.choice).not.toBeNull();
    await take({ detail: { eventType: 'Bounce', bounce, mail } });
    expect(suppressed).toEqual(['p0@example.org']);
    expect(await subscribers.read(id)).toMatchObject({ choice: null, ended: { why: 'bounced' } });
  });
});
