import { describe, expect, it } from 'vitest';
import { eventsOf, later, recordOf, streamOf, type ToldCall } from '../../support/calls.ts';
import { running } from '../../support/outer.ts';
import { randomOf } from '../../support/random.ts';

const product = running();
const hour = '2026-11-24T08:00:00.000Z';
const day = '2026-11-24';

const id = (prefix: string, at: number) => `${prefix}-0000-4000-8000-${String(at).padStart(12, '0')}`;
const shuffled = <T>(all: readonly T[], random: () => number): T[] =>
  all
    .map((one) => ({ one, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
const told = async (events: readonly unknown[]) => {
  expect((await product.post('/local/events', events)).status).toBe(200);
  await product.quiet();
};
const statistics = async (on: string) => {
  const agent = await product.signIn('nadia.benali');
  return (await agent.get(`/api/agent/calls/statistics?from=${on}&to=${on}`)).body;
};

describe('an hour of the busiest day, its events doubled and in no order', () => {
  const random = randomOf(1057);
  const topics = ['etat-civil', 'education', 'proprete-dechets', 'voirie'];
  const groups: Record<string, string> = { 'etat-civil': 'accueil', education: 'familles' };
  /** 190 calls; nearly a quarter are given up, some of them by somebody who calls again and again, six hide their number. */
  const calls = Array.from({ length: 190 }, (_, at): ToldCall => {
    const topic = random.pick(topics);
    const isAnswered = random.next() < 0.77;
    return {
      contactId: id('0a1b2c3d', at),
      number: at % 31 === 7 ? null : `+3363998${String(1000 + (at % 150)).padStart(4, '0')}`,
      startedAt: later(hour, Math.floor((at * 3600) / 190)),
      ...{ topic, group: groups[topic] ?? 'cadre-de-vie' },
      wait: Math.floor(random.between(2, 180)),
      talk: isAnswered ? Math.floor(random.between(20, 420)) : null,
    };
  });
  const missedAtLast = () => {
    const last = new Map<string, { missed: string; reached: string }>();
    for (const { number, startedAt, talk, wait } of calls) {
      if (!number) continue;
      const known = last.get(number) ?? { missed: '', reached: '' };
      if (talk === null) known.missed = startedAt;
      else known.reached = later(startedAt, 20 + wait);
      last.set(number, known);
    }
    return [...last].filter(([, { missed, reached }]) => missed > reached).map(([number]) => number);
  };

  it('gives exact figures and one call-back for each caller who was missed', async () => {
    const events = calls.flatMap(eventsOf);
    const records = shuffled([...calls, ...calls.slice(0, 60)], random.next).map(recordOf);
    await told([...shuffled([...events, ...events], random.next), streamOf(records)]);

    const answered = calls.filter(({ talk }) => talk !== null);
    const mean = (all: number[]) =>
      Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 10) / 10;
    const figures = {
      calls: 190,
      answered: answered.length,
      abandoned: 190 - answered.length,
      meanWait: mean(answered.map(({ wait }) => wait)),
      meanTalk: mean(answered.map(({ talk }) => talk ?? 0)),
      answeredRate: answered.length / 190,
      hidden: calls.filter(({ number }) => !number).length,
    };
    const said = await statistics(day);
    expect(said.total).toMatchObject(figures);
    expect(said.hours).toMatchObject([{ code: '09', ...figures }]);
    for (const topic of topics) {
      const own = calls.filter((call) => call.topic === topic);
      expect(said.topics.find(({ code }: { code: string }) => code === topic)).toMatchObject({
        calls: own.length,
        answered: own.filter(({ talk }) => talk !== null).length,
      });
    }

    const { tasks } = await product.records({ limit: '1000' });
    const toCall = tasks.filter(({ kind }) => kind === 'call-back') as unknown as { number: string }[];
    const numbers = toCall.map(({ number }) => number).filter((number) => number.startsWith('+33639981'));
    expect(numbers.sort()).toEqual(missedAtLast().sort());
  }, 90_000);
});

describe('the events of one call', () => {
  it('in all 24 orders make the same record', async () => {
    const call = (at: number): ToldCall => ({
      contactId: id('24242424', at),
      number: `+33639980${String(100 + at)}`,
      startedAt: '2026-11-25T09:00:00.000Z',
      ...{ topic: 'voirie', group: 'cadre-de-vie', wait: 30, talk: 90 },
    });
    const orders = permutations([0, 1, 2, 3]);
    await told(orders.flatMap((order, at) => order.map((one) => eventsOf(call(at))[one])));
    const { contacts, tasks } = await product.records({ limit: '1000' });
    const own = contacts.filter((contact) => contact.id.startsWith('call-24242424'));
    expect(own).toHaveLength(24);
    const same = own.map(({ id: _id, ...rest }) => ({ ...rest, sender: null }));
    for (const one of same) expect(one).toEqual(same[0]);
    expect(tasks.filter(({ contact }) => contact?.startsWith('call-24242424'))).toEqual([]);
    expect((await statistics('2026-11-25')).total).toMatchObject({ calls: 24, answered: 24, meanTalk: 90 });
  }, 60_000);
});

describe('somebody who was missed', () => {
  const missed: ToldCall = {
    contactId: id('77777777', 1),
    number: '+33639980701',
    startedAt: '2026-11-26T09:10:00.000Z',
    ...{ topic: 'etat-civil', group: 'accueil', wait: 50, talk: null },
  };

  it('is on the board, is tried three times, and is then given up with a reason', async () => {
    await told(eventsOf(missed));
    const agent = await product.signIn('nadia.benali');
    const contactId = `call-${missed.contactId}`;
    const { items } = (await agent.get('/api/agent/board?limit=100')).body;
    expect(items.find((item: { contactId: string }) => item.contactId === contactId)).toMatchObject({
      ...{ kind: 'call-back', sender: '06 39 98 07 01', department: 'etat-civil' },
    });
    const path = `/api/agent/call-backs/${contactId}`;
    const early = await agent.post(`${path}/tries`, { outcome: 'dropped', reason: 'no-answer' });
    expect(early).toMatchObject({ status: 409, body: { code: 'not-allowed-in-state' } });
    const [first, second] = [
      await agent.post(`${path}/tries`, { outcome: 'no-answer' }),
      await agent.post(`${path}/tries`, { outcome: 'no-answer' }),
    ];
    expect(first.body.open.tries).toHaveLength(1);
    expect(second.body.open.tries).toHaveLength(2);
    await agent.post(`${path}/tries`, { outcome: 'no-answer' });
    expect((await agent.get(path)).body).toMatchObject({ number: missed.number, mayDrop: true });
    const over = await agent.post(`${path}/tries`, { outcome: 'dropped', reason: 'no-answer' });
    expect(over.body.open).toBeNull();
    expect((await agent.get(path)).body.open).toBeNull();
  }, 60_000);
});

describe('an agent who takes a call', () => {
  it('sees at once who may be calling, whole families included, and no longer once it was written down', async () => {
    const agent = await product.signIn('claire.monnier');
    const traits = { organisation: null, email: null, address: null, birth: null, siret: null, rna: null };
    for (const name of ['Awa Testard', 'Noé Testard'])
      await agent.post('/api/agent/citizens', {
        kind: 'person',
        traits: { ...traits, name, phone: '06 39 98 08 08' },
      });
    const form = new URLSearchParams({
      number: '06 39 98 08 08',
      key: '1',
      agent: 'claire.monnier',
      end: 'ongoing',
    });
    const called = await fetch(`${product.url}/local/calls`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect(called.status).toBe(303);
    await product.quiet();
    const { call } = (await agent.get('/api/agent/calls/current')).body;
    expect(call).toMatchObject({
      number: '+33639980808',
      state: 'connected',
      topic: 'etat-civil',
      waitSeconds: 35,
    });
    expect(call.people.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Awa Testard',
      'Noé Testard',
    ]);
  }, 60_000);
});

describe('the message of the day', () => {
  it('is switched on in one place, and is then heard, read on the portal and shown to agents', async () => {
    const admin = await product.signIn('admin');
    const put = (body: object) =>
      product.json('/api/agent/notices', {
        method: 'PUT',
        headers: { cookie: admin.cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
        body: JSON.stringify(body),
      });
    const text = 'Le guichet ferme à 16 heures.';
    expect((await put({ topic: null, isOn: true, text, note: 'Proposer un rendez-vous.' })).status).toBe(200);
    expect((await product.json('/api/public/notices')).body.notices).toEqual([
      { topic: null, name: null, text },
    ]);
    const flow = {
      Name: 'ContactFlowEvent',
      Details: {
        ContactData: { ContactId: id('55555555', 1), CustomerEndpoint: { Address: '+33639980905' } },
        Parameters: { step: 'greet' },
      },
    };
    const { body } = await product.post('/local/events', flow);
    expect(body.targets[0].response.said).toContain(text);
    const agent = await product.signIn('paul.girard');
    expect((await agent.get('/api/agent/notices')).body.notices[0].note).toBe('Proposer un rendez-vous.');
    expect((await put({ topic: null, isOn: false })).body.notices).toEqual([]);
    expect((await product.json('/api/public/notices')).body.notices).toEqual([]);
  }, 60_000);
});
