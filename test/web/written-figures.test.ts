import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { calendar as english } from '../../web/ui/messages/calendar-en.ts';
import { calendar } from '../../web/ui/messages/calendar-fr.ts';
import { calendarDay, day, dayAndTime, relativeDay, time, weekday } from '../../web/ui/messages/dates.ts';
import { figures as englishFigures } from '../../web/ui/messages/figures-en.ts';
import { figures } from '../../web/ui/messages/figures-fr.ts';
import { euros, list, number, percent, plural } from '../../web/ui/messages/numbers.ts';
import { useTimeZone, wallClock } from '../../web/ui/messages/zone.ts';

const instants = fc
  .date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2080-01-01T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString());
const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Noumea'];
const count = fc.integer({ min: -10_000_000, max: 10_000_000 });
/** Spaces that do not break are narrow in one version of the tables and wide in another. */
const spaced = (text: string) => text.replace(/\s/g, ' ');
afterEach(() => useTimeZone('Europe/Paris'));

describe('days and hours are those of the authority’s clock', () => {
  it.each(zones)('in %s, whatever the season', (timeZone) => {
    useTimeZone(timeZone);
    fc.assert(
      fc.property(instants, (at) => {
        const shown = new Date(at).toLocaleString('sv-SE', { timeZone });
        expect(wallClock(Date.parse(at)).toISOString().slice(0, 19)).toBe(shown.replace(' ', 'T'));
        expect(calendarDay(at)).toBe(shown.slice(0, 10));
      }),
    );
  });

  it.each([
    ['2026-03-29T00:59:59Z', '29 mars 2026 à 1\u00a0h\u00a059'],
    ['2026-03-29T01:00:00Z', '29 mars 2026 à 3\u00a0h\u00a000'],
    ['2026-10-25T00:59:59Z', '25 octobre 2026 à 2\u00a0h\u00a059'],
    ['2026-10-25T01:00:00Z', '25 octobre 2026 à 2\u00a0h\u00a000'],
    ['2026-12-31T23:30:00Z', '1er janvier 2027 à 0\u00a0h\u00a030'],
  ])('%s is the %s', (at, shown) => expect(dayAndTime(at)).toBe(shown));

  it.each(['', 'demain', '2026-13-45', '2026-11-23T99:00'])(
    'refuses %j rather than show a day that is none',
    (value) => {
      for (const write of [day, weekday, time, dayAndTime]) expect(() => write(value)).toThrow(RangeError);
    },
  );

  it('writes a day as French is written', () => {
    const options = { timeZone: 'Europe/Paris' };
    const long = new Intl.DateTimeFormat('fr-FR', { ...options, dateStyle: 'long' });
    const ofWeek = new Intl.DateTimeFormat('fr-FR', {
      ...options,
      ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
    });
    const first = (text: string) => text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ');
    fc.assert(
      fc.property(instants, (at) => {
        expect(day(at)).toBe(first(long.format(new Date(at))));
        expect(weekday(at)).toBe(first(ofWeek.format(new Date(at))));
      }),
    );
    expect(day('2026-12-01')).toBe('1er décembre 2026');
    expect(time('2026-12-01T08:05:00Z')).toBe('9\u00a0h\u00a005');
  });

  it('counts the days from one to another', () => {
    const words = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' });
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const on = new Date(Date.UTC(2026, 5, 15, 12) + days * 86_400_000).toISOString().slice(0, 10);
        expect(spaced(relativeDay(on, '2026-06-15T10:00:00Z'))).toBe(spaced(words.format(days, 'day')));
      }),
    );
  });
});

describe('counts and amounts are written as people write them', () => {
  it('groups the thousands', () => {
    const french = new Intl.NumberFormat('fr-FR');
    fc.assert(fc.property(count, (value) => void expect(number(value)).toBe(french.format(value))));
    fc.assert(fc.property(count, (value) => void expect(number(value / 10)).toBe(french.format(value / 10))));
  });

  it('writes amounts to the cent', () => {
    const french = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
    fc.assert(fc.property(count, (cents) => void expect(euros(cents)).toBe(french.format(cents / 100))));
  });

  it('writes shares in hundredths', () => {
    const french = new Intl.NumberFormat('fr-FR', { style: 'percent' });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        (hundredths) =>
          void expect(spaced(percent(hundredths / 100))).toBe(spaced(french.format(hundredths / 100))),
      ),
    );
  });

  it.each([
    [[], ''],
    [['un'], 'un'],
    [['un', 'deux'], 'un et deux'],
    [['un', 'deux', 'trois'], 'un, deux et trois'],
  ])('lists %j', (items, text) => expect(list(items)).toBe(text));

  it('chooses the plural that the language asks for', () => {
    const french = new Intl.PluralRules('fr-FR');
    fc.assert(
      fc.property(count, (value) => {
        const isOne = french.select(value) === 'one';
        expect(plural(value, { one: 'jour', other: 'jours' }).endsWith('jours')).toBe(!isOne);
      }),
    );
  });
});

describe('English pages write them in English', () => {
  it('has the same days and months as the tables of the machine', () => {
    const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
    const days = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
    expect(english.months).toEqual(
      calendar.months.map((_name, month) => months.format(new Date(Date.UTC(2026, month, 1)))),
    );
    expect(english.weekdays).toEqual(
      calendar.weekdays.map((_name, at) => days.format(new Date(Date.UTC(2026, 10, 1 + at)))),
    );
  });

  it('writes near days, amounts and plurals', () => {
    expect([english.near[0], english.inDays('3', 3), english.daysAgo('1', 1)]).toEqual([
      ...['today', 'in 3 days', '1 day ago'],
    ]);
    expect([englishFigures.amount('1.50'), englishFigures.percent('6'), englishFigures.isOne(0)]).toEqual([
      ...['€1.50', '6%', false],
    ]);
    expect([figures.amount('1,50'), figures.isOne(0)]).toEqual(['1,50\u00a0€', true]);
  });
});
