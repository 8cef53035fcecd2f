import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { FaultKind } from '../../../infra/local/faults/rule.ts';
import { report } from '../../support/citizens.ts';
import { holdCase, type World } from '../harness.ts';
import { insist, replayAll } from '../insist.ts';
import { streetMail } from '../street-mail.ts';

/** What must be true whatever happens: which requests there are, and how often their people were written to. */
type Model = {
  requests: { reference: string; code: string; key: string; over: boolean; mails: number }[];
  mails: string[];
};
type Real = { world: World };
type Step = fc.AsyncCommand<Model, Real>;

const named = (name: string, step: Omit<Step, 'toString'>): Step => ({ ...step, toString: () => name });
const always = () => true;
const open = ({ requests }: Model) => requests.some(({ over }) => !over);
const nextOpen = ({ requests }: Model) => requests.find(({ over }) => !over) as Model['requests'][number];
const versionOf = async (world: World, reference: string) => {
  const agent = await world.signIn('samira.haddad');
  const { body } = await agent.get(`/api/agent/requests/${reference}`);
  return { agent, version: body.version as number };
};

const form = named('form', {
  check: always,
  async run({ requests }, { world }) {
    const key = randomUUID();
    const who = `.${world.run}${key.slice(0, 8)}`;
    const reference = await insist(world, key, 'Un trou dans la chaussee', who);
    const { body } = await world.submit('signalement', report('Un trou dans la chaussee', who), [], key);
    expect(body?.reference ?? reference).toBe(reference);
    requests.push({ reference, code: body?.trackingCode ?? '', key, over: false, mails: 1 });
  },
});
const mail = named('mail, delivered twice', {
  check: always,
  async run({ mails }, { world }) {
    const from = `odile.${randomUUID().slice(0, 8)}@courriel.example`;
    const text = streetMail({ subject: `${world.run} ${mails.length}`, from, id: `<${randomUUID()}@x>` });
    for (let time = 0; time < 2; time++) expect(await world.mail(text, from)).toMatch(/^250/);
    mails.push(`${world.run} ${mails.length}`);
  },
});
const answer = named('answer, pressed twice', {
  check: open,
  async run(model, { world }) {
    await world.quiet();
    const one = nextOpen(model);
    const { agent, version } = await versionOf(world, one.reference);
    const said = { version, outcome: 'answered', text: 'Le trou est bouche.', uploads: [] };
    const key = randomUUID();
    const send = () =>
      world.post(`/api/agent/requests/${one.reference}/answer`, said, {
        cookie: agent.cookie,
        'idempotency-key': key,
      });
    let reply = await send();
    for (let n = 0; reply.status >= 500 && n < 20; n++) reply = await send();
    expect([200, 409]).toContain(reply.status);
    one.over = true;
    one.mails = 2;
  },
});
const withdraw = named('withdraw', {
  check: (model) => open(model) && nextOpen(model).code !== '',
  async run(model, { world }) {
    await world.quiet();
    const one = nextOpen(model);
    const headers = { 'x-tracking-code': one.code, 'idempotency-key': randomUUID() };
    const send = () =>
      world.post(`/api/public/requests/${one.reference}/withdraw`, { reason: null }, headers);
    let reply = await send();
    for (let n = 0; reply.status >= 500 && n < 20; n++) reply = await send();
    if (reply.status < 300) one.over = true;
    expect(reply.status).toBeLessThan(500);
  },
});
const later = named('ten minutes later', {
  check: always,
  run: async (_, { world }) => void (await world.clock({ advance: 'PT10M' })),
});
const kinds = ['crash-before', 'crash-after', 'throttle', 'time-out', 'duplicate', 'delay'] as const;
const trouble = fc
  .record({
    kind: fc.constantFrom<FaultKind>(...kinds),
    service: fc.constantFrom('dynamodb', 'ses', 'events', 's3', 'function'),
    seed: fc.nat(1000),
  })
  .map(({ kind, service, seed }) =>
    named(`${kind} of ${service}`, {
      check: always,
      run: (_, { world }) =>
        world.faults.set([{ kind, service: service as 'ses', probability: 0.05, ms: 50 }], seed),
    }),
  );

holdCase(
  41,
  'whatever people do and whatever fails meanwhile, each request lives one life',
  { timeout: 600_000, own: true },
  async (world) => {
    let inputs = 0;
    const steps = fc.commands(
      [
        fc.constant(form),
        fc.constant(mail),
        fc.constant(answer),
        fc.constant(withdraw),
        fc.constant(later),
        trouble,
      ],
      { maxCommands: 14 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        const model: Model = { requests: [], mails: [] };
        const before = new Set((await world.contacts()).map(({ id }) => id));
        await fc.asyncModelRun(() => ({ model, real: { world } }), commands);
        await world.faults.clear();
        for (let round = 0; round < 3; round++) {
          await world.quiet(180_000);
          await world.clock({ advance: 'PT30M' });
          await world.quiet(180_000);
          await replayAll(world);
        }
        const { contacts, requests } = await world.records();
        const fresh = contacts.filter(({ id }) => !before.has(id));
        expect(fresh).toHaveLength(model.requests.length + model.mails.length);
        inputs += fresh.length;
        const sent = (await world.outbox()).map(({ requestReference }) => requestReference);
        for (const { reference, over, mails } of model.requests) {
          const found = requests.find((one) => one.reference === reference);
          expect(found).toBeDefined();
          if (over) expect(['closed', 'withdrawn']).toContain(found?.state);
          const count = sent.filter((one) => one === reference).length;
          expect(count).toBeGreaterThanOrEqual(Math.min(1, mails));
          expect(found?.journal.filter(({ type }) => type === 'request-opened')).toHaveLength(1);
        }
      }),
      { seed: 20_261_123, numRuns: 4, endOnFailure: true },
    );
    return { inputs };
  },
);
