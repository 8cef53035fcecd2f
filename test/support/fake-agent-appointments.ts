import { Agenda } from '../../functions/appointments/agenda.ts';
import type { Closing, Day, Detail, Line, Week } from '../../web/backoffice/appointments/appointments-api.ts';
import { fakeNow } from './fake-agent-people.ts';

/** The agenda of a hall, full, empty, long, and its settings. */
type Asked = { url: URL; scenario: string; body: Record<string, unknown> };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];

const at = (minutes: number) =>
  new Date(Date.parse('2026-11-23T07:30:00.000Z') + minutes * 60_000).toISOString();
const line = (number: number, part: Partial<Line> = {}): Line => ({
  ...{ id: `a${number}`, reason: 'titre', desk: 'g1', from: at(number * 20), to: at(number * 20 + 20) },
  ...{ state: 'booked', givenName: 'Ada', familyName: `Morel-Kervadec ${number}`, note: '', reference: null },
  ...{ arrivedAt: null, ticket: null, ...part },
});
const lines = [
  line(0, { state: 'honoured', arrivedAt: at(-5), ticket: 'C001' }),
  line(1, { state: 'missed' }),
  line(2, { note: 'Vient avec un fauteuil roulant' }),
  line(3, { givenName: '' }),
];
const places = [
  { code: 'val-clair', name: 'Mairie de Val-Clair' },
  { code: 'lanterolles', name: 'Mairie annexe de Lanterolles' },
];
const open = [
  { start: 510, end: 720 },
  { start: 810, end: 1_020 },
];
const day = ({ url, scenario }: Asked): Day => {
  const count = scenario === 'long' ? 200 : 4;
  const shown = scenario === 'long' ? Array.from({ length: count }, (_, number) => line(number)) : lines;
  return {
    ...{
      place: url.searchParams.get('place') ?? 'val-clair',
      day: url.searchParams.get('day') ?? '2026-11-23',
    },
    ...{
      places,
      reasons: [{ code: 'titre', name: 'Carte d’identité', places: ['val-clair', 'lanterolles'] }],
    },
    desks: [
      { code: 'g1', name: 'Guichet 1', open, barred: [], appointments: scenario === 'empty' ? [] : shown },
      { code: 'g2', name: 'Guichet 2', open: [], barred: [{ start: 510, end: 600 }], appointments: [] },
    ],
    ...{ waiting: scenario === 'empty' ? 0 : 12, now: fakeNow },
  };
};
const week = (): Week => ({
  ...{ place: 'val-clair', monday: '2026-11-23', places, now: fakeNow },
  days: Array.from({ length: 7 }, (_, index) => ({
    day: `2026-11-${23 + index}`,
    desks: [
      {
        ...{ code: 'g1', name: 'Guichet 1', openMinutes: index < 5 ? 420 : 0, takenMinutes: index * 60 },
        ...{ barredMinutes: index === 2 ? 90 : 0, booked: index * 3 },
      },
    ],
  })),
});
const detail = (id: string): Detail => ({
  ...line(4, { id, note: 'Vient avec un fauteuil roulant' }),
  ...{ place: 'val-clair', email: 'ada@example.org', phone: '06 39 98 12 34', wantsTexts: true },
  ...{ bookedAt: at(-3_000), bookedBy: 'agent:nadia.benali', isClosed: false, revision: 1 },
});
const slots = () => ({
  ...{ monday: '2026-11-23', previous: null, next: '2026-11-30', isFull: false, now: fakeNow },
  days: [
    { day: '2026-11-23', slots: [60, 80].map((minutes) => ({ from: at(minutes), to: at(minutes + 20) })) },
    { day: '2026-11-24', slots: [{ from: at(1_440), to: at(1_460) }] },
  ],
});
const closing = (state: Closing['state']): Closing => ({
  ...{ id: `c-${state}`, place: 'val-clair', desks: ['g1'], from: '2026-12-01', to: '2026-12-02', state },
  ...{
    start: 0,
    end: 1_440,
    why: 'Panne de chauffage',
    by: 'agent:nadia.benali',
    at: at(-100),
    concerned: 3,
  },
});
const agenda = Agenda().parse({
  places: [
    {
      ...{ code: 'val-clair', name: 'Mairie de Val-Clair', address: '1 place du Marché, 99100 Val-Clair' },
      hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }],
    },
  ],
  reasons: [
    {
      code: 'titre',
      name: 'Carte d’identité',
      department: 'voirie',
      minutes: 20,
      buffer: 5,
      documents: ['Une photo'],
    },
  ],
  desks: [{ code: 'g1', name: 'Guichet 1', place: 'val-clair', reasons: ['titre'] }],
  perPerson: 3,
});
const saved = (more: object = {}) => ({
  ...{ agenda, revision: 3, by: 'agent:admin', at: at(-500), problems: [], departments: ['voirie'] },
  ...{ mayChangePlaces: true, ...more },
});
const problem = { field: 'desks.0.place', problem: '"lune" is not known', remedy: 'write one of val-clair' };

const base = '/api/agent/appointments';
const path = (end: string) => new RegExp(`^${base}${end}$`);
export const appointmentRoutes: Route[] = [
  ['GET', path('/day'), (asked) => ({ json: day(asked) })],
  ['GET', path('/week'), () => ({ json: week() })],
  ['GET', path('/slots'), () => ({ json: slots() })],
  ['GET', path('/agenda'), () => ({ json: saved() })],
  [
    'PUT',
    path('/agenda'),
    ({ scenario }) => ({ json: saved(scenario === 'conflict' ? { problems: [problem] } : {}) }),
  ],
  [
    'GET',
    path('/closings'),
    ({ scenario }) => ({
      json: { closings: scenario === 'empty' ? [] : [closing('closed'), closing('reopened')], now: fakeNow },
    }),
  ],
  [
    'POST',
    path('/closings'),
    ({ body }) => ({
      json: {
        closing: body.isTrial ? null : closing('closed'),
        concerned: [lines[2], lines[3]],
        now: fakeNow,
      },
    }),
  ],
  [
    'GET',
    path('/figures'),
    ({ scenario }) => ({
      json: {
        ...{ month: '2026-11', now: fakeNow },
        lines:
          scenario === 'empty'
            ? []
            : [
                {
                  ...{
                    place: 'val-clair',
                    reason: 'titre',
                    booked: 812,
                    moved: 41,
                    cancelled: 63,
                    withdrawn: 2,
                  },
                  ...{ honoured: 640, missed: 44, missedRate: 0.064, meanWait: 11.2, waiting: 12 },
                },
              ],
      },
    }),
  ],
  [
    'POST',
    path(''),
    ({ scenario }) => ({
      json:
        scenario === 'conflict'
          ? { outcome: 'taken', nearest: [], now: fakeNow }
          : { outcome: 'booked', appointment: detail('a2'), now: fakeNow },
    }),
  ],
  ['GET', path('/([^/]+)'), (_asked, id) => ({ json: { appointment: detail(id), now: fakeNow } })],
  [
    'POST',
    path('/([^/]+)/(?:arrived|mark|cancel)'),
    (_asked, id) => ({ json: { appointment: detail(id), now: fakeNow } }),
  ],
];
