import { fakeNow } from './fake-agent-people.ts';

/** What is kept how long, as heads, the quality unit and administrators see it. */
type Asked = { url: URL; scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => { json: unknown }];

const rule = { months: 60, disposal: 'destroy', because: 'permissions de voirie', source: 'procedure' };
const slip = {
  of: 'requests',
  ...{
    id: 'emplacement-marche.voirie.2026-11-01',
    title: 'Demander une place au marché',
    department: 'voirie',
  },
  ...{ rule, cutoff: '2021-11-01T00:00:00.000Z', count: 3, preparedAt: '2026-11-01T01:30:00.000Z' },
  ...{
    oldest: '2020-03-02T10:00:00.000Z',
    newest: '2021-10-02T10:00:00.000Z',
    state: 'proposed',
    version: 2,
  },
  ...{ head: null, archives: null, refused: null, kept: 0, done: 0, erased: 0, finishedAt: null },
  tried: {
    ...{ at: '2026-11-02T09:00:00.000Z', goes: 2 },
    stays: [{ reference: 'VC-2020-000012-L', why: 'appeal' }],
  },
  mayAgree: true,
};
const over = {
  ...{ ...slip, of: 'contacts', id: '-contacts.-.2026-10-01', title: null, department: null, state: 'done' },
  head: { by: 'agent:marc.delmas', at: '2026-10-03T09:00:00.000Z' },
  archives: { by: 'agent:admin', at: '2026-10-05T09:00:00.000Z', visa: '2026-118', on: '2026-10-04' },
  ...{ done: 3, erased: 3, finishedAt: '2026-10-06T00:30:00.000Z' },
};
const one = { json: { slip, references: ['VC-2020-000012-L'], now: fakeNow } };
const line = (id: string, title: string) => ({
  ...{ id, title, purpose: 'Répondre à ce qui est demandé', basis: 'mission d’intérêt public' },
  ...{
    people: 'usagers',
    data: 'nom, prénoms',
    recipients: 'service instructeur : Voirie',
    retention: '5 ans',
  },
});
const proof = (at: string, found: object[]) => ({
  at,
  checked: 214,
  count: found.length,
  isWhole: true,
  found,
});

export const retentionRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/retention$/,
    ({ scenario }) => ({
      json: { slips: scenario === 'empty' ? [] : [slip, over], mayNoteVisa: true, now: fakeNow },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/retention\/preview$/,
    () => ({
      json: {
        procedures: [
          ...['contacts', 'requests'].map((of) => ({
            ...{
              of,
              procedure: null,
              title: null,
              ...rule,
              because: null,
              due: 0,
              isMore: false,
              oldest: null,
            },
          })),
          {
            of: 'requests',
            procedure: 'a',
            title: 'Obtenir un composteur',
            ...rule,
            due: 500,
            isMore: true,
            oldest: slip.oldest,
          },
        ],
        now: fakeNow,
      },
    }),
  ],
  ['POST', /^\/api\/agent\/retention\/slips$/, () => ({ json: { made: 1 } })],
  ['POST', /^\/api\/agent\/retention\/slips\/([^/]+)\/(?:agreement|visa|refusal|trial)$/, () => one],
  [
    'GET',
    /^\/api\/agent\/processing-register$/,
    () => ({
      json: {
        ...{ controller: 'Responsable : Val-Clair', officer: 'Délégué : contact@val-clair.example' },
        ...{ transfers: 'aucun', security: 'chiffrement', now: fakeNow },
        lines: [line('letters', 'Courriers'), line('composteur', 'Obtenir un composteur')],
      },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/proofs$/,
    ({ scenario }) => ({
      json: {
        journal: [proof('2026-11-23T01:40:00.000Z', [])],
        entries: [
          proof(
            '2026-11-23T03:10:00.000Z',
            scenario === 'empty'
              ? []
              : [
                  { why: 'no-entry', key: 'mail/0102018f', at: '2026-11-22T10:00:00.000Z' },
                  { why: 'no-request', key: 'forms/c-1/submission.json', reference: 'VC-2026-000123-W' },
                ],
          ),
          proof('2026-11-22T03:10:00.000Z', []),
        ],
        now: fakeNow,
      },
    }),
  ],
];
