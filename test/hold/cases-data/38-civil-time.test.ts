import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { hole } from '../../support/instruction-answers.ts';
import { countOf, goTo, requestOf, sentOn } from '../../support/instruction-world.ts';
import { holdCase, type World } from '../harness.ts';

const asked = async (world: World, who: string, days: number): Promise<string> => {
  const { status, body } = await world.submit('demande-generale', hole(who));
  expect(status).toBe(201);
  await world.quiet();
  const agent = await world.signIn('samira.haddad');
  const { version } = (await agent.get(`/api/agent/requests/${body.reference}`)).body as { version: number };
  const documents = [{ code: null, label: 'Plan de situation', requiredBy: 'arrêté du 8 juin 2020' }];
  const ask = { version, documents, days, stopsClock: true };
  const reply = await agent.post(`/api/agent/requests/${body.reference}/documents-requests`, ask);
  expect(reply.status).toBe(201);
  await world.quiet();
  return body.reference;
};
const reminders = async (world: World, reference: string): Promise<number> => {
  const mails = (await sentOn(world, reference)).filter(({ subject }) => subject.includes('Rappel')).length;
  expect(countOf(await requestOf(world, reference), 'reminder-queued')).toBe(mails);
  return mails;
};

holdCase(
  38,
  'reminders leave once, at their civil time, over both changes of the hour and a clock that goes back',
  { own: true, timeout: 600_000 },
  async (world) => {
    // Asked with twenty days: reminded seven days before the end, and on its last day, at nine in the morning.
    const turns = [
      // The night of 28 March has no 02:30.
      {
        from: '2027-03-15T10:00:00+01:00',
        night: ['2027-03-28T01:59:50+01:00', '2027-03-28T03:00:10+02:00'],
        due: '2027-03-28T09:01:00+02:00',
        before: '2027-03-28T08:58:00+02:00',
      },
      // The night of 31 October has two.
      {
        from: '2027-10-18T10:00:00+02:00',
        night: ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00'],
        due: '2027-10-31T09:01:00+01:00',
        before: '2027-10-31T08:58:00+01:00',
      },
      {
        from: '2027-12-18T10:00:00+01:00',
        night: ['2027-12-31T00:00:10+01:00'],
        due: '2027-12-31T09:01:00+01:00',
        before: '2027-12-31T08:58:00+01:00',
      },
      {
        from: '2028-02-16T10:00:00+01:00',
        night: ['2028-02-29T00:00:10+01:00'],
        due: '2028-02-29T09:01:00+01:00',
        before: '2028-02-29T08:58:00+01:00',
      },
    ];
    for (const [n, { from, night, before, due }] of turns.entries()) {
      await goTo(world, from);
      const reference = await asked(world, `.${world.run}${n}`, 20);
      for (const instant of [...night, before]) await goTo(world, instant);
      expect([due, await reminders(world, reference)]).toEqual([due, 0]);
      await goTo(world, due);
      expect([due, await reminders(world, reference)]).toEqual([due, 1]);
      // Ten minutes back, and the same moment once more.
      await goTo(world, before);
      await goTo(world, due);
      expect([due, await reminders(world, reference)]).toEqual([due, 1]);
      const { journal } = await requestOf(world, reference);
      expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, at) => at + 1));
    }
    return { inputs: turns.length };
  },
);

type Deadline = { kind: string; due: string | null };
const root = join(import.meta.dirname, '../../..');
holdCase(38, 'delays of the law are counted in days of Paris', { fast: true }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-case-'));
  try {
    const received = (on: string, period: string) => ({
      ...{ mode: 'svr', period, channel: 'electronic', today: on, territory: 'metropole' },
      events: [{ type: 'received', on }],
    });
    const cases = [
      received('2027-01-28', 'P2M'),
      received('2026-12-31', 'P2M'),
      received('2027-12-31', 'P2M'),
      received('2026-10-25', 'P1M'),
    ];
    const file = join(folder, 'cases.json');
    writeFileSync(file, JSON.stringify(cases));
    const node = join(root, 'node_modules/.bin/node');
    const said = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(node, [join(root, 'infra/deadlines.ts'), file], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      }),
    );
    expect(new Set(said).size).toBe(1);
    const dues = (JSON.parse(said[0] ?? '[]') as { deadlines: Deadline[] }[]).map(
      ({ deadlines }) => deadlines.find(({ kind }) => kind === 'silence')?.due,
    );
    expect(dues).toEqual(['2027-03-28', '2027-02-28', '2028-02-29', '2026-11-25']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
