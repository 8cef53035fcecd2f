import { expect, it } from 'vitest';
import { readExpression, translate } from '../../../../../infra/local/aws/events/expression.ts';

const from = new Date('2026-11-22T10:07:00Z'); // a Sunday

it.each([
  ['rate(5 minutes)', 'UTC', '2026-11-22T10:12:00.000Z'],
  ['rate(1 day)', 'UTC', '2026-11-23T10:07:00.000Z'],
  ['cron(0 6 * * ? *)', 'UTC', '2026-11-23T06:00:00.000Z'],
  ['cron(0 6 * * ? *)', 'Europe/Paris', '2026-11-23T05:00:00.000Z'],
  ['cron(0/15 * * * ? *)', 'UTC', '2026-11-22T10:15:00.000Z'],
  ['cron(0 8 ? * MON-FRI *)', 'UTC', '2026-11-23T08:00:00.000Z'],
  ['cron(0 8 ? * 2-6 *)', 'UTC', '2026-11-23T08:00:00.000Z'],
  ['cron(0 8 ? * 1 *)', 'UTC', '2026-11-29T08:00:00.000Z'],
  ['cron(0 8 ? * 6L *)', 'UTC', '2026-11-27T08:00:00.000Z'],
  ['cron(0 8 ? * 2#1 *)', 'UTC', '2026-12-07T08:00:00.000Z'],
  ['cron(0 8 L * ? *)', 'UTC', '2026-11-30T08:00:00.000Z'],
  ['cron(0 0 1 1 ? 2028)', 'UTC', '2028-01-01T00:00:00.000Z'],
  ['at(2026-12-01T09:00:00)', 'Europe/Paris', '2026-12-01T08:00:00.000Z'],
])('fires %s in %s when AWS would', (expression, zone, expected) => {
  expect(readExpression(expression, zone, from)(from)?.toISOString()).toBe(expected);
});

it('never fires again once its instant has passed', () => {
  expect(readExpression('at(2026-11-01T09:00:00)', 'UTC', from)(from)).toBeUndefined();
});

it('refuses what it does not understand', () => {
  expect(() => readExpression('rate(1 fortnight)', 'UTC', from)).toThrow(/not understood/);
  expect(() => translate('0 6 * * ?')).toThrow(/six fields/);
});
