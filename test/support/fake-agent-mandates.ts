import { fakeNow } from './fake-agent-people.ts';

/** Who may act for somebody, as the desk sees it. */
type Asked = { url: URL; scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked) => { json: unknown }];

const mandate = (id: string, change: object = {}) => ({
  ...{ id, state: 'active', represented: 'Odile Marchand', scope: ['requests', 'appointments'] },
  helper: { kind: 'family', name: 'Camille Durand', organisation: null },
  ...{ createdAt: fakeNow, activeSince: fakeNow, until: '2027-01-31', overAt: null, overBy: null },
  ...{ consent: 'account', told: 'mail', isMine: false },
  ...change,
});
const all = [
  mandate('m1'),
  mandate('m2', {
    helper: { kind: 'agent', name: 'Nolwenn Garrec', organisation: null },
    ...{ consent: 'spoken', told: 'letter', isMine: true, until: '2026-11-22' },
  }),
  mandate('m3', { state: 'revoked', overAt: fakeNow, overBy: 'word' }),
];
const letter = { id: 'm2', key: 'letters/mandats/m2-begun.pdf', about: 'begun', recipient: 'Odile Marchand' };

export const mandateRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/mandates$/,
    ({ scenario }) => ({
      json: {
        ...{ person: 'Odile Marchand', mandates: scenario === 'empty' ? [] : all, mayRecord: true },
        ...{ told: scenario === 'empty' ? null : 'letter', today: '2026-11-22', latest: '2027-11-22' },
      },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/mandates\/letters$/,
    ({ scenario }) => ({
      json: { letters: scenario === 'empty' ? [] : [{ ...letter, since: fakeNow, url: '/fake.pdf' }] },
    }),
  ],
  ['POST', /^\/api\/agent\/mandates\/(\w+)\/posted$/, () => ({ json: undefined })],
  ['POST', /^\/api\/agent\/mandates\/(\w+)\/end$/, () => ({ json: mandate('m1', { state: 'revoked' }) })],
];
