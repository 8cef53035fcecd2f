import type {
  Distribution,
  Rules,
  Trial,
  Worker,
} from '../../web/backoffice/distribution/distribution-api.ts';
import { emptyRule } from '../../web/backoffice/distribution/rule-words.ts';
import { fakeNow } from './fake-agent-people.ts';
import { board } from './fake-agent-records.ts';

/** Who has how much in a department, and the rules by which its requests are shared out. */
type Asked = { url: URL; scenario: string; body: Record<string, unknown> };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];

const worker = (login: string, name: string, part: Partial<Worker> = {}): Worker => ({
  ...{ login, name, title: 'Gestionnaire voirie', instructs: true, isPresent: true },
  ...{ absence: null, leftOn: null, cap: 40, counts: { open: 12, late: 2, week: 3, more: false } },
  work: { skills: [], languages: [], communes: [], level: 2, share: 100, cap: null },
  ...part,
});
const workers: Worker[] = [
  worker('k.belaid', 'Karim Belaïd', {
    work: {
      ...{ skills: ['chantiers', 'éclairage'], languages: ['ar'], communes: ['99101'] },
      ...{ level: 3, share: 80, cap: null },
    },
    ...{ cap: 32, counts: { open: 32, late: 4, week: 6, more: false } },
  }),
  worker('p.oudin', 'Pascale Oudin', {
    isPresent: false,
    absence: { from: '2026-11-16', to: '2026-11-27', substitute: null },
  }),
  worker('n.garrec', 'Nolwenn Garrec', {
    instructs: false,
    counts: { open: 0, late: 0, week: 0, more: false },
  }),
];
const spoken = emptyRule('langue', 'Parler la langue de la personne');
const complex = emptyRule('complexes', 'Demandes complexes');
const rules: Rules = {
  rules: [
    { ...spoken, wants: { ...spoken.wants, speaksIt: true } },
    {
      ...{ ...complex, choice: 'most-qualified', ifNobody: 'basket' },
      when: { ...complex.when, complexity: 5, procedures: ['occupation-domaine'], communes: ['99101'] },
    },
  ],
  teams: [{ code: 'equipe', name: 'Équipe des chantiers', agents: ['k.belaid'] }],
  ...{ rest: 'in-turn', cap: 40 },
};
const read = ({ url, scenario }: Asked): Distribution => ({
  department: url.searchParams.get('department') ?? '',
  agents: scenario === 'empty' ? [] : workers,
  basket: {
    open: scenario === 'empty' ? 0 : scenario === 'long' ? 1_000 : 7,
    late: 1,
    week: 2,
    more: scenario === 'long',
  },
  ...(scenario === 'empty'
    ? { version: 0, rules: null, saved: null }
    : { version: 3, rules, saved: { by: 'n.garrec', at: '2026-11-20T08:30:00.000Z' } }),
  communes: [
    { code: '99101', name: 'Val-Clair' },
    { code: '99102', name: 'Les Ormelles' },
  ],
  ...{ now: fakeNow, today: '2026-11-23' },
});
const shared = (count: number) =>
  board(count).map(({ reference, subject, sender, receivedAt, urgency, state }, at) => ({
    ...{ reference: reference ?? '', subject, sender, receivedAt, urgency, state: state ?? 'assigned' },
    given: at === 0 ? ['nobody:full'] : [],
    ...{ due: at === 0 ? '2026-11-18' : '2026-12-04', agent: null },
  }));
const trial = (): Trial => ({
  ...{ since: '2026-11-20', looked: 4 },
  items: shared(4).map((item, at) => ({
    ...{ ...item, agent: 'p.oudin', would: at < 2 ? 'k.belaid' : 'p.oudin', complexity: 5 },
    why: ['rule:langue', 'language:ar', 'away:1', 'only-one'],
    weight: [{ code: 'opinions', points: 2 }],
  })) as Trial['items'],
  loads: [{ login: 'k.belaid', before: 32, after: 34 }],
});

export const distributionRoutes: Route[] = [
  ['GET', /^\/api\/agent\/distribution$/, (asked) => ({ json: read(asked) })],
  [
    'GET',
    /^\/api\/agent\/distribution\/requests$/,
    ({ scenario }) => ({
      json: {
        items: scenario === 'empty' ? [] : shared(5),
        next: scenario === 'long' ? 'x' : null,
        now: fakeNow,
      },
    }),
  ],
  [
    'POST',
    /^\/api\/agent\/distribution\/moves$/,
    ({ body }) => ({
      json: {
        results: (body.moves as { reference: string }[]).map(({ reference }, at) => ({
          ...{ reference, code: at === 1 ? 'already-decided' : 'moved', from: null, to: 'k.belaid', why: [] },
        })),
      },
    }),
  ],
  ['PUT', /^\/api\/agent\/distribution\/([^/]+)\/rules$/, () => ({ json: { version: 4 } })],
  ['POST', /^\/api\/agent\/distribution\/([^/]+)\/trial$/, () => ({ json: trial() })],
  ['PUT', /^\/api\/agent\/people\/([^/]+)\/work$/, ({ body }) => ({ json: body })],
];
