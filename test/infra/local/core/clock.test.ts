import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock, type RunningClock } from '../../../../infra/local/clock.ts';
import { addDuration } from '../../../../infra/local/duration.ts';
import { openState } from '../../../../infra/local/state.ts';
import { newFolder, until } from './assembly.ts';

let clock: RunningClock;
let folder: string;
const fired: unknown[] = [];
const noWait = async () => undefined;
const at = (iso: string) => new Date(`2027-01-${iso}Z`);

function open() {
  clock = createClock(openState(folder));
  clock.on('note', (payload) => void fired.push(payload));
}
beforeEach(() => {
  folder = newFolder();
  fired.length = 0;
  open();
  clock.set(at('01T00:00:00'));
});
afterEach(() => clock.stop());

describe('the virtual clock', () => {
  it('fires what falls due in the order of its date, whatever the order it was asked in', async () => {
    clock.resume(noWait);
    clock.at('c', at('09T00:00:00'), 'note', 'third');
    clock.at('a', at('02T00:00:00'), 'note', 'first');
    clock.at('later', at('30T00:00:00'), 'note', 'not yet');
    clock.at('b', at('03T00:00:00'), 'note', 'second');
    clock.set(at('10T00:00:00'));
    await until(() => (fired.length >= 3 ? true : undefined));
    expect([fired, clock.pending()]).toEqual([['first', 'second', 'third'], 0]);
  });

  it('waits, between two dates of a jump, for the effects of the first', async () => {
    const order: string[] = [];
    clock.on('slow', (payload) => void order.push(`fire ${payload}`));
    clock.at('a', at('02T00:00:00'), 'slow', 1);
    clock.at('b', at('03T00:00:00'), 'slow', 2);
    clock.resume(async () => void order.push('settled'));
    clock.set(at('10T00:00:00'));
    await until(() => (order.length === 3 ? true : undefined));
    expect(order).toEqual(['fire 1', 'settled', 'fire 2']);
  });

  it('keeps its timers and its date over a restart', async () => {
    clock.at('a', at('05T00:00:00'), 'note', 'kept');
    await clock.stop();
    open();
    expect(clock.now().toISOString().slice(0, 10)).toBe('2027-01-01');
    clock.set(at('06T00:00:00'));
    expect(clock.pending()).toBe(1);
    clock.resume(noWait);
    await until(() => (fired.length ? true : undefined));
    expect(fired).toEqual(['kept']);
  });

  it('replaces a timer of the same name, forgets a cancelled one, and fires again one that failed', async () => {
    let failures = 0;
    clock.on('failing', () => {
      if (failures++ === 0) throw new Error('once');
    });
    clock.at('a', at('02T00:00:00'), 'note', 'former');
    clock.at('a', at('02T00:00:00'), 'note', 'latter');
    clock.at('b', at('02T00:00:00'), 'note', 'cancelled');
    clock.cancel('b');
    clock.at('f', at('02T00:00:00'), 'failing', null);
    clock.resume(noWait);
    clock.set(at('03T00:00:00'));
    await until(() => (failures === 2 ? true : undefined));
    expect(fired).toEqual(['latter']);
  });
});

describe('a duration', () => {
  it.each([
    ['P10D', '2027-01-11T00:00:00.000Z'],
    ['PT90M', '2027-01-01T01:30:00.000Z'],
    ['P1M', '2027-02-01T00:00:00.000Z'],
    ['P1Y2M3DT4H5M6S', '2028-03-04T04:05:06.000Z'],
    ['P2W', '2027-01-15T00:00:00.000Z'],
    ['-P1D', '2026-12-31T00:00:00.000Z'],
  ])('of %s leads to %s', (duration, to) =>
    expect(addDuration(at('01T00:00:00'), duration).toISOString()).toBe(to),
  );

  it.each(['10D', 'P', 'PT', 'P1H', 'tomorrow', ''])('is refused when it reads %j', (text) =>
    expect(() => addDuration(at('01T00:00:00'), text)).toThrow(/duration/),
  );
});
