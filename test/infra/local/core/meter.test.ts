import { afterEach, expect, it } from 'vitest';
import { createMeter } from '../../../../infra/local/meter.ts';
import { inScope, learn, openScope } from '../../../../infra/local/scope.ts';
import { openState } from '../../../../infra/local/state.ts';
import { newFolder } from './assembly.ts';

const folder = newFolder();
let meter = createMeter(openState(folder));
afterEach(() => meter.stop());

const unitsOf = (reference: string) =>
  meter.report().requests[reference]?.calls.find(({ service }) => service === 'dynamodb')?.units;

it('shares work done for several requests equally, and charges nobody for a long list', () => {
  const two = openScope('VC-2026-000001-P and VC-2026-000002-Q');
  inScope(two, () => meter.count('dynamodb', 'write PutItem', 4));
  meter.settle(two);
  const many = openScope(Array.from({ length: 20 }, (_, index) => `VC-2026-0001${10 + index}-P`).join());
  inScope(many, () => meter.count('dynamodb', 'read Query', 4));
  meter.settle(many);
  expect([unitsOf('VC-2026-000001-P'), unitsOf('VC-2026-000002-Q'), unitsOf('VC-2026-000110-P')]).toEqual([
    2,
    2,
    undefined,
  ]);
});

it('charges what came before a request had its reference to that request', () => {
  const opening = openScope('a letter without reference');
  inScope(opening, () => meter.count('dynamodb', 'write PutItem', 3));
  learn(opening, '{"reference":"VC-2026-000003-R"}');
  learn(opening, '{"reference":"VC-2026-000004-S"}');
  meter.settle(opening);
  expect([unitsOf('VC-2026-000003-R'), unitsOf('VC-2026-000004-S')]).toEqual([3, undefined]);
});

it('remembers over a restart and prices what it counted', () => {
  meter = createMeter(openState(folder));
  const { total } = meter.report();
  expect(total.calls.reduce((sum, line) => sum + line.units, 0)).toBe(11);
  expect(total.eur).toBeCloseTo((7 * 0.742e-6 + 4 * 0.1485e-6) * 0.92, 12);
});

it('sets the price of a page by our own reader beside that of Textract', () => {
  meter.count('textract', 'StartDocumentTextDetection', 3);
  meter.count('reader', 'pages', 10);
  meter.count('reader', 'gb-seconds', 30);
  const { reading, total } = meter.report();
  expect(reading.textract).toEqual({
    pages: 3,
    eur: expect.closeTo(0.00414, 6),
    eurPerPage: expect.closeTo(0.00138, 8),
  });
  expect(reading.builtIn.eurPerPage).toBeCloseTo(3 * 1.66667e-5 * 0.92, 10);
  expect(reading.builtIn.secondsPerPage).toBeCloseTo((3 * 1024) / 1769, 6);
  expect(reading.ratio).toBeCloseTo(30, 1);
  // The function was paid as a function: its pages cost nothing on top.
  expect(total.calls.filter(({ service }) => service === 'reader').map(({ eur }) => eur)).toEqual([0, 0]);
});
