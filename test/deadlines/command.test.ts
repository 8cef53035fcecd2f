import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'deadlines-'));
const write = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const run = (file: string) =>
  JSON.parse(execFileSync(process.execPath, ['infra/deadlines.ts', file], { cwd: root, encoding: 'utf8' }));
const complain = (file: string) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['infra/deadlines.ts', file], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stderr, stdout };
};
const one = {
  mode: 'svr',
  period: 'P2M',
  calendar: 'metropole',
  channel: 'electronic',
  today: '2026-05-01',
  events: [{ type: 'received', on: '2026-04-02' }],
};

describe('a lawyer who writes a case in a file', () => {
  it('reads five deadlines, each with its day, state, article and reason', () => {
    const { deadlines } = run(write('one.json', one));
    expect(deadlines.map(({ kind, due, state }: Record<string, unknown>) => [kind, due, state])).toEqual([
      ['aee', '2026-04-03', 'missed'],
      ['are', '2026-04-17', 'missed'],
      ['ar', null, 'moot'],
      ['silence', '2026-06-02', 'running'],
      ['appeal', null, 'moot'],
    ]);
    expect(deadlines[3].article).toBe('CRPA L231-4');
    expect(deadlines[3].why).toContain('2 avril 2026');
    expect(deadlines[3].why).toContain('2 juin 2026');
  });

  it('gives an array of cases its answers in the same order', () => {
    const answers = run(write('many.json', [one, { ...one, mode: 'none' }]));
    expect(answers.map((each: { deadlines: { state: string }[] }) => each.deadlines[3]?.state)).toEqual([
      'running',
      'moot',
    ]);
  });

  it('may leave out what goes without saying, and add what only people read', () => {
    const { period: _period, calendar: _calendar, ...rest } = one;
    const spoken = {
      ...rest,
      calendar: 'La Réunion',
      note: 'case 12',
      events: [{ ...one.events[0], until: null }],
    };
    expect(run(write('short.json', spoken)).deadlines[3].due).toBe('2026-06-02');
    const islands = run(write('islands.json', { ...one, calendar: 'Saint-Pierre-et-Miquelon' }));
    expect(islands.deadlines[1].due).toBe('2026-04-17');
  });

  it('is told where a case is wrong and what to write instead', () => {
    const wrong = {
      ...one,
      period: '2 mois',
      today: '2026-02-30',
      events: [{ type: 'notified', on: '2026-04-02' }],
    };
    const { status, stderr, stdout } = complain(write('wrong.json', [one, wrong]));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('case 2.period: write a period as P2M');
    expect(stderr).toContain('case 2.today: write a day that exists as YYYY-MM-DD');
    expect(stderr).toContain('case 2.events: add the event received');
  });

  it('is told when the file is not there or is no JSON', () => {
    expect(complain('').stderr).toContain('npm run --silent deadlines -- case.json');
    expect(complain(join(folder, 'absent.json')).stderr).toContain('Give a JSON file');
    expect(complain(write('text.json', 'received')).stderr).toContain('Give a JSON file');
  });
});
