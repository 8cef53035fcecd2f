import fc from 'fast-check';
import { expect } from 'vitest';
import { readCsv, writeCsv } from '../../../functions/payments/csv.ts';
import { activityFile } from '../../../web/backoffice/activity/activity-file.ts';
import { generalRequest, report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import { rawTo } from './caller.ts';

const formulas = [
  '=HYPERLINK("http://evil.example")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  "=cmd|'/c calc'!A1",
];
/** A cell, as a spreadsheet takes it. */
const isFormula = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(,\d+)?$/.test(cell);

holdCase(
  37,
  'no cell of an exported file is a formula, whatever somebody is called',
  { fast: true },
  async (world) => {
    const written = readCsv(writeCsv([['nom', 'suite'], ...formulas.map((name) => [name, 'a;"b"\n=1'])]));
    expect(written?.lines).toHaveLength(formulas.length);
    for (const { cells } of written?.lines ?? [])
      for (const cell of Object.values(cells)) expect(isFormula(cell), cell).toBe(false);
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;", a1|!'.split('')) }), {
          minLength: 2,
          maxLength: 4,
        }),
        (row) => {
          const text = writeCsv([row.map((_, n) => `n${n}`), row]);
          for (const { cells } of readCsv(text)?.lines ?? [])
            for (const cell of Object.values(cells)) expect(isFormula(cell)).toBe(false);
        },
      ),
      { seed: 37, numRuns: 300 },
    );
    expect(typeof activityFile).toBe('function');
    const admin = await world.signIn('admin');
    const raw = rawTo(world.url);
    const { text, status } = await raw({
      ...{
        path: '/api/agent/payments/reconciliation?from=2026-11-01&to=2026-11-30',
        headers: { cookie: admin.cookie },
      },
    });
    if (status === 200)
      for (const cell of text.replace(/^\uFEFF/, '').split(/[;\r\n]+/))
        expect(isFormula(cell.replace(/^"|"$/g, '')), cell).toBe(false);
  },
);

holdCase(
  37,
  'a line of the log is one line of JSON, whatever was sent, and names nobody',
  { fast: true },
  async (world) => {
    const forged = '\r\n{"level":"info","code":"all-is-well"}\u001b[31mrouge\u001b[0m';
    const name = `Forgee${world.run}`;
    world.personal(name);
    const before = world.store.logSizes();
    const raw = rawTo(world.url);
    const answers = generalRequest(`${name}${forged}`, `Une question ${name}${forged}`, `.log${world.run}`);
    const { status, body } = await world.submit('demande-generale', { ...answers, familyName: name });
    expect(status, JSON.stringify(body)).toBe(201);
    for (const path of [
      `/api/public/procedures/${encodeURIComponent(forged + name)}`,
      `/api/agent/board?view=${encodeURIComponent(forged + name)}`,
    ])
      await raw({
        path,
        headers: { 'user-agent': `${name}`, referer: `http://x.example/${name}`, 'x-request-id': name },
      });
    const from = `log.${world.run}@courriel.example`;
    await world.mail(
      `From: ${name} <${from}>\nTo: contact@val-clair.example\nSubject: ${world.run} =?utf-8?Q?a=0D=0A{=22level=22:=22x=22}?=\n\nLe lampadaire est eteint`,
      from,
    );
    await world.quiet();
    const lines = world.store.logged(before);
    expect(lines.length).toBeGreaterThan(0);
    for (const { line, file } of lines) {
      expect(() => JSON.parse(line), `${file}: ${line.slice(0, 200)}`).not.toThrow();
      expect(line).not.toMatch(/all-is-well|\\u001b|rouge/);
    }
    return { inputs: 2 };
  },
);

holdCase(
  37,
  'what an agent writes as a reason is read by agents and stands in no journal',
  {},
  async (world) => {
    const words = `Madame Marchand ${world.run}`;
    world.personal(words);
    const { body } = await world.submit('signalement', report(`Un trou ${world.run}`, `.why${world.run}`));
    await world.quiet();
    const agent = await world.signIn('samira.haddad');
    const path = `/api/agent/requests/${body.reference}`;
    const given = { department: 'voirie', agent: 'samira.haddad', reason: words };
    const { version } = (await agent.get(path)).body;
    expect((await agent.post(`${path}/assign`, { version, ...given })).status).toBe(200);
    expect(JSON.stringify((await agent.get(path)).body.notes)).toContain(words);
    const lines = await world.store.scan(/Requests/);
    const told = lines.filter(
      ({ sk, ...line }) => sk.startsWith('EVENT#') && /Marchand|courriel\.example/.test(JSON.stringify(line)),
    );
    expect(told.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
    return { inputs: 1 };
  },
);
