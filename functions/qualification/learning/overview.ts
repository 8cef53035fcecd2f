import { thresholdOf, usualCosts } from '../routing/thresholds.ts';
import type { Learning, Week } from './agent-api.ts';
import { bins, type Counters } from './week.ts';

type Counted = { week: string; counters: Counters };
type Settings = Parameters<typeof thresholdOf>[0];

const of = (counters: Counters, name: string): number => counters[name] ?? 0;
const sum = (all: readonly Counters[]): Counters => {
  const total: Counters = {};
  for (const one of all)
    for (const [name, count] of Object.entries(one)) total[name] = (total[name] ?? 0) + count;
  return total;
};
/** Names of one kind (`proposed:…`) with what follows the colon. */
const named = (counters: Counters, kind: string): [name: string, count: number][] =>
  Object.entries(counters)
    .filter(([name, count]) => name.startsWith(`${kind}:`) && count > 0)
    .map(([name, count]) => [name.slice(kind.length + 1), count]);
const all = (counters: Counters, kind: string): number =>
  named(counters, kind).reduce((total, [, count]) => total + count, 0);
const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const shownWeek = ({ week, counters }: Counted): Week => ({
  week,
  proposed: all(counters, 'proposed'),
  alone: all(counters, 'alone'),
  misrouted: all(counters, 'misrouted'),
  asked: all(counters, 'asked'),
  right: all(counters, 'right'),
});

/** Everything the page shows of the counters; `weeks` in their order, the last one under way. */
export const overview = (
  weeks: readonly Counted[],
  settings: Settings,
): Pick<Learning, 'weeks' | 'departments' | 'costs' | 'reliability' | 'corrections' | 'mixChange'> => {
  const total = sum(weeks.map(({ counters }) => counters));
  const now = weeks.at(-1)?.counters ?? {};
  const before = sum(weeks.slice(0, -1).map(({ counters }) => counters));
  const mixOf = (counters: Counters, department: string) =>
    share(of(counters, `final:${department}`), all(counters, 'final'));
  const codes = [...new Set([...named(total, 'proposed'), ...named(total, 'final')].map(([code]) => code))];
  const costs = settings.routing ?? usualCosts;
  return {
    weeks: weeks.map(shownWeek),
    costs: { misrouted: costs.misrouted, sorted: costs.sorted },
    departments: codes.sort().map((department) => {
      const proposed = of(total, `proposed:${department}`);
      const misrouted = of(total, `misrouted:${department}`);
      const asked = of(total, `asked:${department}`);
      const oneError = costs.departments?.[department]?.misrouted ?? costs.misrouted;
      return {
        ...{ department, proposed, misrouted, asked },
        alone: of(total, `alone:${department}`),
        cost: misrouted * oneError + asked * costs.sorted,
        right: of(total, `right:${department}`),
        confidence: share(of(total, `sure:${department}`) / 1000, proposed),
        threshold: thresholdOf(settings, department),
        mix: mixOf(now, department),
        mixBefore: mixOf(before, department),
      };
    }),
    reliability: Array.from({ length: bins }, (_, bin) => {
      const proposed = of(total, `bin:${bin}`);
      return {
        ...{ from: bin / bins, proposed },
        confidence: share(of(total, `binSure:${bin}`) / 1000, proposed),
        right: share(of(total, `binRight:${bin}`), proposed),
      };
    }),
    corrections: named(total, 'from')
      .map(([pair, count]) => ({
        ...{ from: pair.split(':')[0] ?? '', to: pair.split(':')[1] ?? '', count },
        agents: named(total, `who:${pair}`).length,
      }))
      .sort((a, b) => b.count - a.count),
    mixChange: distance(codes.map((code) => [mixOf(now, code), mixOf(before, code)])),
  };
};

/** Total variation between two mixes; null while one of them is empty. */
const distance = (pairs: readonly (readonly [number | null, number | null])[]): number | null =>
  pairs.length === 0 || pairs.some(([one, other]) => one === null || other === null)
    ? null
    : pairs.reduce((total, [one, other]) => total + Math.abs((one ?? 0) - (other ?? 0)), 0) / 2;
