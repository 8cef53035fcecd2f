import fc from 'fast-check';
import { describe, it } from 'vitest';
import { addDays, addMonths, type Day } from '../../functions/deadlines/day.ts';
import { calendars, isWorkingDay } from '../../functions/deadlines/holidays.ts';
import { legalDeadlines } from '../../functions/deadlines/legal.ts';
import {
  type LegalCase,
  type LegalEvent,
  legalEventTypes,
  requestKinds,
  silenceModes,
} from '../../functions/deadlines/legal-case.ts';

fc.configureGlobal({ seed: 20_260_402 });
const first = '2026-01-01';
const dayFrom = (from: Day, within: number) => fc.nat(within).map((offset) => addDays(from, offset));
const events = fc.array(
  fc
    .record({
      type: fc.constantFrom(...legalEventTypes.filter((type) => type !== 'received')),
      on: dayFrom(first, 200),
      granted: fc.nat(60),
      complete: fc.boolean(),
    })
    .map(
      ({ type, on, granted, complete }): LegalEvent =>
        type === 'documents-requested'
          ? { type, on, until: addDays(on, granted) }
          : type === 'acknowledged'
            ? { type, on, complete }
            : { type, on },
    ),
  { maxLength: 8 },
);
const cases: fc.Arbitrary<LegalCase> = fc.record({
  mode: fc.constantFrom(...silenceModes),
  period: fc.constantFrom('P2M', 'P1M', 'P15D', 'P3M'),
  calendar: fc.constantFrom(...calendars),
  channel: fc.constantFrom('electronic', 'post'),
  today: dayFrom(first, 400),
  events: events.map((rest): LegalEvent[] => [{ type: 'received', on: first }, ...rest]),
});
const never = '9999-12-31';
const dueOf = (given: LegalCase, kind: string): Day =>
  legalDeadlines(given).find((one) => one.kind === kind)?.due ?? never;
const without = (given: LegalCase, ...types: LegalEvent['type'][]): LegalCase => ({
  ...given,
  events: given.events.filter(({ type }) => !types.includes(type)),
});

describe('whatever happens to a request', () => {
  it('has the five deadlines of the law, in order, each with an article and a reason', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const found = legalDeadlines(given);
        return (
          requestKinds.every((kind, index) => found[index]?.kind === kind) &&
          found.every(
            ({ article, why }) => article !== '' && why.length > 20 && !/undefined|NaN|null/.test(why),
          )
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same days in whatever order it is told', () => {
    fc.assert(
      fc.property(
        cases.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray([...given.events], {
              minLength: given.events.length,
              maxLength: given.events.length,
            }),
          ),
        ),
        ([given, shuffled]) =>
          JSON.stringify(legalDeadlines(given)) ===
          JSON.stringify(legalDeadlines({ ...given, events: shuffled })),
      ),
      { numRuns: 500 },
    );
  });

  it('knows nothing of tomorrow', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const past = { ...given, events: given.events.filter(({ on }) => on <= given.today) };
        return JSON.stringify(legalDeadlines(past)) === JSON.stringify(legalDeadlines(given));
      }),
    );
  });

  it('states each deadline on the right side of its day', () => {
    fc.assert(
      fc.property(cases, (given) =>
        legalDeadlines(given).every(({ due, state }) => {
          if (state === 'moot') return due === null;
          if (!due || state === 'met' || state === 'missed') return true;
          return given.today <= due;
        }),
      ),
      { numRuns: 500 },
    );
  });

  it('ends working and clear delays on working days, after what started them', () => {
    fc.assert(
      fc.property(cases, (given) =>
        legalDeadlines(given).every(({ kind, due, article }) => {
          if (!due || !['aee', 'are', 'appeal'].includes(kind) || article.includes('L232-4')) return true;
          return isWorkingDay(due, given.calendar) && due > (kind === 'appeal' ? addMonths(first, 2) : first);
        }),
      ),
      { numRuns: 500 },
    );
  });

  it('never decides by silence before its delay has run whole', () => {
    fc.assert(fc.property(cases, (given) => dueOf(given, 'silence') >= addDays(addMonths(first, 0), 15)));
  });
});

describe('nothing that is missing brings a day forward', () => {
  const neverEarlier = (kind: string, missing: LegalEvent['type'][]) =>
    fc.assert(
      fc.property(cases, (all) => {
        const given = without(all, 'withdrawn', 'forwarded');
        return dueOf(without(given, ...missing), kind) >= dueOf(given, kind);
      }),
      { numRuns: 500 },
    );

  it('not silence, when documents did not come', () => neverEarlier('silence', ['documents-received']));
  it('not the last day to appeal, when no acknowledgement left', () =>
    neverEarlier('appeal', ['acknowledged']));

  it('not silence, when documents are asked for', () => {
    fc.assert(
      fc.property(cases, dayFrom(first, 200), fc.nat(60), (given, on, granted) => {
        const base = without(given, 'withdrawn', 'forwarded', 'documents-received');
        const asked: LegalEvent = { type: 'documents-requested', on, until: addDays(on, granted) };
        return dueOf({ ...base, events: [...base.events, asked] }, 'silence') >= dueOf(base, 'silence');
      }),
      { numRuns: 500 },
    );
  });

  it.each(['aee', 'are', 'silence'])('a request received a day later never ends %s earlier', (kind) => {
    fc.assert(
      fc.property(cases, (given) => {
        const base = without(
          given,
          'withdrawn',
          'forwarded',
          'notified',
          'decided',
          'made-available',
          'consulted',
        );
        const later = base.events.map((event) =>
          event.type === 'received' ? { ...event, on: addDays(first, 1) } : event,
        );
        const rest = later.filter(({ type, on }) => type === 'received' || on > first);
        const same = base.events.filter(({ type, on }) => type === 'received' || on > first);
        const today = base.today > first ? base.today : addDays(first, 1);
        return dueOf({ ...base, today, events: rest }, kind) >= dueOf({ ...base, today, events: same }, kind);
      }),
      { numRuns: 500 },
    );
  });
});
