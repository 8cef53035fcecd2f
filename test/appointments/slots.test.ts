import { describe, expect, it } from 'vitest';
import { Agenda } from '../../functions/appointments/agenda.ts';
import { agendaProblems } from '../../functions/appointments/agenda-checks.ts';
import { type DeskDay, emptyDay, heldMark } from '../../functions/appointments/cells.ts';
import { slotsOfDay, startsOf } from '../../functions/appointments/slots.ts';
import { readClock, wallClock } from '../../functions/appointments/wall-clock.ts';
import { mondayOf } from '../../functions/appointments/week.ts';
import { anAgenda, valClairAgenda } from '../support/appointment-world.ts';

const now = '2026-11-20T08:00:00.000Z';
const free = (day: string, more: Record<string, unknown> = {}, reasonCode = 'carte') => {
  const agenda = (more.agenda as ReturnType<typeof anAgenda> | undefined) ?? anAgenda();
  const place = agenda.places[0];
  const reason = agenda.reasons.find(({ code }) => code === reasonCode);
  if (!place || !reason) throw new Error('no such agenda');
  const deps = {
    calendar: 'metropole',
    isPresent: () => true,
    timeZone: 'Europe/Paris',
    now,
    ...more,
  } as never;
  const asked = { agenda, reason, place, earliest: now, last: '2027-12-31', ...more };
  const days = (more.days as Map<string, DeskDay> | undefined) ?? new Map<string, DeskDay>();
  return slotsOfDay(deps, asked, days, day).map(({ from }) => readClock('Europe/Paris', from).minutes);
};
const hours = (...list: string[]) =>
  list.map((hour) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)));
const taken = (...minutes: number[]): DeskDay => ({
  ...emptyDay,
  cells: new Map(minutes.map((minute) => [minute, '9999#x'])),
});

describe('the slots that are offered', () => {
  it('follow each other through the hours of the hall', () => {
    expect(free('2026-11-24')).toEqual(
      hours('09:00', '09:20', '09:40', '10:00', '10:20', '10:40', '11:00', '11:20', '11:40'),
    );
  });
  it.each([
    ['a Sunday', '2026-11-29'],
    ['a holiday', '2026-12-25'],
    ['a day too far', '2028-01-03'],
  ])('leave out %s', (_why, day) => expect(free(day)).toEqual([]));
  it('never begin in the past, nor sooner than the notice', () => {
    const at = '2026-11-24T09:30:00.000Z';
    expect(free('2026-11-24', { now: at, earliest: at })).toEqual(hours('10:40', '11:00', '11:20', '11:40'));
  });
  it('leave room for the pause, but for the last of the morning', () => {
    expect(free('2026-11-24', {}, 'mariage')).toEqual(hours('09:00', '10:00', '11:00'));
  });
  it('close a desk whose agents are all away', () => {
    const both = new Map([['2026-11-24#g1', taken(...hours('09:00', '09:05', '09:10', '09:15'))]]);
    expect(free('2026-11-24', { days: both })[0]).toBe(540);
    expect(free('2026-11-24', { days: both, isPresent: () => false })[0]).toBe(560);
  });
  it('skip what an agent closed by hand', () => {
    const closed = { ...emptyDay, barred: [{ id: 'x', start: 540, end: 700 }] };
    const days = new Map(['g1', 'g2'].map((desk) => [`2026-11-24#${desk}`, closed] as const));
    expect(free('2026-11-24', { days })).toEqual([700]);
  });
  it('give back a hold that has ended', () => {
    const held = (until: string): DeskDay => ({ ...emptyDay, cells: new Map([[540, heldMark(until, 'h')]]) });
    const span = [{ start: 540, end: 580 }];
    const length = { minutes: 20, buffer: 0 };
    expect(startsOf(span, held('2026-11-20T08:10:00.000Z'), length, now)).toEqual([545]);
    expect(startsOf(span, held('2026-11-20T07:59:59.000Z'), length, now)).toEqual([540, 560]);
  });
  it('fill the gaps between appointments of other lengths without crumbs', () => {
    const span = [{ start: 540, end: 660 }];
    expect(startsOf(span, taken(560, 565), { minutes: 20, buffer: 0 }, now)).toEqual([
      540, 570, 590, 610, 630,
    ]);
    expect(startsOf(span, taken(560, 565), { minutes: 20, buffer: 5 }, now)).toEqual([570, 595, 620]);
  });
});

describe('the clocks of the authority', () => {
  it.each([
    ['2026-03-28', 540, '2026-03-28T08:00:00.000Z'],
    ['2026-03-29', 540, '2026-03-29T07:00:00.000Z'],
    ['2026-03-29', 60, '2026-03-29T00:00:00.000Z'],
    ['2026-10-24', 540, '2026-10-24T07:00:00.000Z'],
    ['2026-10-25', 540, '2026-10-25T08:00:00.000Z'],
    ['2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
  ])('on %s show minute %i at %s', (day, minutes, instant) => {
    expect(wallClock('Europe/Paris', day).instantAt(minutes)).toBe(instant);
    expect(readClock('Europe/Paris', instant)).toEqual({ day, minutes });
  });
  it('never show the hour that spring skips', () => {
    expect(wallClock('Europe/Paris', '2026-03-29').instantAt(150)).toBeNull();
  });
  it('keep slots apart on the days when the hour changes, overseas too', () => {
    const night = anAgenda({
      places: [
        {
          code: 'mairie',
          name: 'Mairie',
          address: '1 place du Test',
          hours: [{ days: [7], from: '00:00', to: '06:00' }],
        },
      ],
    });
    for (const day of ['2026-03-29', '2026-10-25']) {
      const starts = free(day, { agenda: night, now: '2026-01-01T00:00:00.000Z', earliest: '' });
      expect(new Set(starts).size).toBe(starts.length);
    }
    expect(wallClock('Indian/Reunion', '2026-03-29').instantAt(540)).toBe('2026-03-29T05:00:00.000Z');
  });
  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
  ])('put %s in the week of %s', (day, monday) => expect(mondayOf(day)).toBe(monday));
});

describe('the agenda of an authority', () => {
  it('of Val-Clair leads everywhere it says', () => {
    const agenda = valClairAgenda();
    const departments = [...new Set(agenda.reasons.map(({ department }) => department))];
    const logins = agenda.desks.flatMap(({ agents }) => agents);
    expect(agendaProblems(agenda, departments, logins)).toEqual([]);
  });
  it('says what leads nowhere, and the remedy', () => {
    const agenda = anAgenda();
    const wrong = {
      ...agenda,
      desks: agenda.desks.map((desk) => ({ ...desk, place: 'lune', reasons: ['carte'] })),
    };
    expect(agendaProblems(wrong, ['etat-civil'], ['paul']).map(({ field }) => field)).toEqual([
      'reasons.1.code',
      'desks.0.place',
      'desks.1.place',
    ]);
  });
  it.each([
    ['an hour between the steps', { places: [{ code: 'm', name: 'M', address: 'ici', hours: [] }] }],
    ['a length that is no step', { reasons: [{ code: 'aa', name: 'Abc', department: 'dd', minutes: 7 }] }],
    ['a word nobody knows', { colour: 'blue' }],
  ])('refuses %s', (_what, more) => {
    expect(Agenda().safeParse({ ...anAgenda(), ...more }).success).toBe(false);
  });
});
