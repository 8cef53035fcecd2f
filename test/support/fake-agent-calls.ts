import { paymentRoutes } from './fake-agent-payments.ts';
import { fakeNow } from './fake-agent-people.ts';

/** The telephone as agents see it: who is to be called back, figures of a day, a message that is on. */
type Asked = { url: URL; scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => { json: unknown }];

const callBack = (at: number) => ({
  contactId: `call-${at}`,
  number: `+3363998010${at}`,
  since: '2026-11-20T08:10:00.000Z',
  lastAt: '2026-11-20T08:40:00.000Z',
  missed: at + 1,
  due: at ? '2026-11-24T11:00:00.000Z' : '2026-11-20T16:00:00.000Z',
  isLate: at === 0,
  topic: at === 2 ? null : 'etat-civil',
  group: 'accueil',
  tries: Array.from({ length: at }, (_, hour) => ({ at: `2026-11-20T1${hour}:00:00.000Z`, by: 'k.belaid' })),
});
const person = (personId: string, name: string, requests: object[] = []) => ({
  ...{ personId, name, requests, birth: '1984-05-02' },
  address: '4 rue du Moulin, 99100 Val-Clair',
});
const line = (code: string | null, calls: number, answered: number) => ({
  ...{ code, calls, answered, abandoned: calls - answered, missed: 0, closed: 0, hidden: 1, typed: 2 },
  ...{ answeredRate: answered / calls, meanWait: 42.5, meanTalk: 109 },
});
export const fakeNotice = {
  topic: 'voirie',
  text: 'La rue du Moulin est fermée jusqu’à jeudi.',
  note: 'Proposer la déviation par le pont.',
  until: '2026-11-27T23:00:00.000Z',
  ...{ by: 'm.delmas', at: fakeNow },
};

export const callRoutes: Route[] = [
  ...paymentRoutes,
  [
    'GET',
    /^\/api\/agent\/notices$/,
    ({ scenario }) => ({ json: { notices: scenario === 'long' ? [fakeNotice] : [], now: fakeNow } }),
  ],
  [
    'GET',
    /^\/api\/agent\/call-backs$/,
    ({ scenario }) => ({
      json: { items: scenario === 'empty' ? [] : [0, 1, 2].map(callBack), next: null, now: fakeNow },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/call-backs\/([^/]+)$/,
    ({ scenario }) => ({
      json: {
        ...{ number: '+33639980103', now: fakeNow, mayDrop: true },
        open: scenario === 'empty' ? null : callBack(3),
        people: [
          person('p1', 'Jeanne Aubry', [
            {
              ...{ reference: 'VC-2026-000123-W', subject: 'Acte de naissance', state: 'in-progress' },
              ...{ department: 'etat-civil', openedAt: fakeNow },
            },
          ]),
          person('p2', 'Paul Aubry'),
        ],
      },
    }),
  ],
  [
    'POST',
    /^\/api\/agent\/call-backs\/([^/]+)\/tries$/,
    () => ({ json: { open: callBack(3), now: fakeNow } }),
  ],
  [
    'GET',
    /^\/api\/agent\/calls\/statistics$/,
    ({ scenario, url }) => {
      const isEmpty = scenario === 'empty';
      const isWeek = url.searchParams.get('span') === 'week';
      const [from, to] = isWeek ? ['2026-11-16', '2026-11-22'] : ['2026-11-20', '2026-11-20'];
      const total = isEmpty
        ? { ...line(null, 0, 0), answeredRate: null, meanWait: null, meanTalk: null }
        : line(null, 101, 78);
      const of = (...lines: ReturnType<typeof line>[]) => (isEmpty ? [] : lines);
      return {
        json: {
          ...{ from, to, total, outbound: 4, now: fakeNow },
          days: of(line('2026-11-19', 40, 30), line('2026-11-20', 61, 48)),
          hours: of(line('08', 12, 11), line('09', 31, 22), line('10', 58, 45)),
          topics: of(line('etat-civil', 70, 55), line(null, 31, 23)),
          groups: of(line('accueil', 101, 78)),
        },
      };
    },
  ],
];
