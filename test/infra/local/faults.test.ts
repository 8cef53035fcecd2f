import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../../infra/local/faults/draw.ts';
import { halved } from '../../../infra/local/faults/halves.ts';
import { createLine } from '../../../infra/local/faults/line.ts';
import { createPlan } from '../../../infra/local/faults/plan.ts';
import { FaultPlan } from '../../../infra/local/faults/rule.ts';

const call = (operation: string, text = '') => ({
  ...{ service: 'dynamodb', operation, function: 'app-IntakeForms' },
  text: () => text,
});
const planOf = (seed: number, rules: object[]) => {
  const plan = createPlan(() => new Date(0));
  plan.set(FaultPlan.parse({ seed, rules }));
  return plan;
};

describe('faults strike the same calls for the same seed', () => {
  it('whatever else is called in between', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.boolean(), { maxLength: 60 }), (seed, others) => {
        const rule = { kind: 'throttle', service: 'dynamodb', operation: 'PutItem', probability: 0.3 };
        const [alone, among] = [planOf(seed, [rule]), planOf(seed, [rule])];
        const first = others.map(() => Boolean(alone.strike(call('PutItem'))));
        const second = others.map((isAmong) => {
          if (isAmong) among.strike(call('Query'));
          return Boolean(among.strike(call('PutItem')));
        });
        expect(second).toEqual(first);
      }),
      { seed: 1 },
    );
  });

  it('about as often as was asked', () => {
    const struck = Array.from({ length: 10_000 }, (_, met) => draw(5, 0, met)).filter((drawn) => drawn < 0.3);
    expect(struck.length / 10_000).toBeCloseTo(0.3, 1);
  });

  it('after so many, so many times, and only what holds the words', () => {
    const plan = planOf(1, [
      { kind: 'crash-after', service: 'dynamodb', function: 'Forms', holding: 'VC-1', after: 1, times: 2 },
    ]);
    const texts = ['VC-1', 'VC-2', 'VC-1', 'VC-1', 'VC-1'];
    expect(texts.map((text) => plan.strike(call('PutItem', text))?.kind)).toEqual([
      ...[undefined, undefined, 'crash-after', 'crash-after', undefined],
    ]);
    expect(plan.report().rules[0]).toMatchObject({ met: 4, struck: 2 });
    expect(plan.report().strokes).toHaveLength(2);
  });

  it('and refuse a rule that says something unknown', () => {
    expect(FaultPlan.safeParse({ rules: [{ kind: 'explode', service: 's3' }] }).success).toBe(false);
    expect(FaultPlan.safeParse({ rules: [{ kind: 'lose', service: 's3', speed: 1 }] }).success).toBe(false);
  });
});

const request = (body: object) => ({
  ...{ method: 'POST', path: '/', rawUrl: '/', query: new URLSearchParams(), headers: {} },
  body: Buffer.from(JSON.stringify(body)),
});
describe('half of a batch', () => {
  it('is made, the other half is said to have failed', async () => {
    const asked: unknown[] = [];
    const serve = async ({ body }: { body: Buffer }) => {
      asked.push(JSON.parse(body.toString()));
      return { status: 200, body: '{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}' };
    };
    const reply = await halved('PutEvents', request({ Entries: [{ a: 1 }, { a: 2 }] }), serve);
    expect(asked).toEqual([{ Entries: [{ a: 1 }] }]);
    expect(JSON.parse(String(reply?.body))).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ EventId: '1' }, { ErrorCode: 'InternalFailure' }],
    });
  });

  it('of items of several tables comes back by table', async () => {
    const items = {
      one: [{ PutRequest: { n: 1 } }, { PutRequest: { n: 2 } }],
      two: [{ PutRequest: { n: 3 } }],
    };
    const serve = async () => ({ status: 200, body: '{}' });
    const reply = await halved('BatchWriteItem', request({ RequestItems: items }), serve);
    expect(JSON.parse(String(reply?.body)).UnprocessedItems).toEqual({
      one: [{ PutRequest: { n: 2 } }],
      two: [{ PutRequest: { n: 3 } }],
    });
  });
});

describe('what is held until the next one has passed', () => {
  it('goes after it, and alone goes on by itself', async () => {
    const line = createLine();
    const rule = {};
    const order: string[] = [];
    const first = line.hold(rule, 5_000).then(() => order.push('first'));
    await line.hold(rule, 5_000).then(() => order.push('second'));
    await first;
    expect(order).toEqual(['second', 'first']);
    await line.hold(rule, 1);
  });
});
