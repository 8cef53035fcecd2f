import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';

const orders = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));

holdCase(
  9,
  'events of a request in all 24 orders, each told twice, end in the same state',
  { timeout: 240_000 },
  async (world) => {
    const { body } = await world.submit('signalement', report(`Un trou ${world.run}`, `.${world.run}`));
    const { reference } = body as { reference: string };
    await world.quiet();
    const agent = await world.signIn('samira.haddad');
    const { version } = (await agent.get(`/api/agent/requests/${reference}`)).body as { version: number };
    const answer = { version, outcome: 'answered', text: 'Le trou est bouche.', uploads: [] };
    expect((await agent.post(`/api/agent/requests/${reference}/answer`, answer)).status).toBe(200);
    await world.quiet();

    const state = async () => {
      const { requests, contacts, tasks } = await world.records({ reference });
      const sent = (await world.outbox()).filter((one) => one.requestReference === reference).length;
      return { requests, tasks, states: contacts.map((one) => one.state), sent };
    };
    const settled = await state();
    expect(settled.requests[0]?.state).toBe('closed');
    const messageId = (await world.store.scan(/Requests/))
      .filter(({ pk, sk }) => pk.includes(reference) && sk.startsWith('RECORD#MESSAGE#'))
      .map(({ message }) => message as { id: string; kind: string })
      .find(({ kind }) => kind === 'answer')?.id;
    const event = (type: string, detail: object) => ({
      ...{ version: '0', source: 'parvis', 'detail-type': type, time: '2026-11-23T09:00:00Z' },
      detail: { reference, ...detail },
    });
    const four = [
      event('request-opened', {}),
      event('request-qualified', { department: 'voirie' }),
      event('request-answered', { messageId }),
      event('request-changed', {}),
    ];
    for (const order of orders(four)) {
      const { status } = await world.post(
        '/local/events',
        order.flatMap((one) => [one, one]),
      );
      expect(status).toBe(200);
    }
    await world.quiet(200_000);
    expect(await state()).toEqual(settled);
    return { inputs: 1 };
  },
);

holdCase(9, 'a life whose events overtake each other ends as any other', {}, async (world) => {
  await world.faults.set([
    { kind: 'out-of-order', service: 'function', operation: 'event', probability: 0.5, ms: 400 },
    { kind: 'duplicate', service: 'function', operation: 'event', probability: 0.5 },
  ]);
  const replies = await Promise.all(
    [1, 2, 3].map((n) =>
      world.submit('signalement', report(`Un trou ${world.run} ${n}`, `.${world.run}${n}`)),
    ),
  );
  await world.quiet();
  const agent = await world.signIn('samira.haddad');
  for (const { body } of replies) {
    const { version } = (await agent.get(`/api/agent/requests/${body.reference}`)).body as {
      version: number;
    };
    const answer = { version, outcome: 'answered', text: 'Le trou est bouche.', uploads: [] };
    expect((await agent.post(`/api/agent/requests/${body.reference}/answer`, answer)).status).toBe(200);
  }
  await world.quiet();
  for (const { body } of replies) {
    const [request] = (await world.records({ reference: body.reference })).requests;
    expect(request?.state).toBe('closed');
    const sent = (await world.outbox()).filter((one) => one.requestReference === body.reference);
    expect(sent).toHaveLength(2);
  }
  return { inputs: 3 };
});
