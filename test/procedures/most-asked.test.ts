import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastMonths, mostAsked, mostShown } from '../../functions/procedures/most-asked.ts';

const offered = Array.from({ length: 12 }, (_, at) => ({ id: `p-${at}`, theme: at === 0 ? 'autre' : 'rue' }));

it('shows first what most people asked, and never what hardly anybody did or what is not offered', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...offered.map(({ id }) => id), 'gone'), fc.nat(40)),
      (counts) => {
        const found = mostAsked(offered, new Map(Object.entries(counts)));
        const numbers = found.map(({ id }) => counts[id] ?? 0);
        expect(found.length).toBeLessThanOrEqual(mostShown);
        expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
        for (const { id } of found) expect(['gone', 'p-0']).not.toContain(id);
        expect(Math.min(5, ...numbers)).toBe(5);
        const left = offered.filter((one) => one.theme === 'rue' && !found.includes(one));
        if (found.length < mostShown) for (const { id } of left) expect(counts[id] ?? 0).toBeLessThan(5);
      },
    ),
    { seed: 7 },
  );
});

it('looks at this month and the one before', () => {
  expect(lastMonths('2026-11-23T00:10:00.000Z')).toEqual(['2026-11', '2026-10']);
  expect(lastMonths('2027-01-01T09:00:00.000Z')).toEqual(['2027-01', '2026-12']);
});
