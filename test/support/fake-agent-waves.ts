import { fakeNow } from './fake-agent-people.ts';

const ago = (hours: number) => new Date(Date.parse(fakeNow) - hours * 3_600_000).toISOString();
export const fakeWave = {
  waveId: 'eau-assainissement~VC-2026-000131-R',
  department: 'eau-assainissement',
  words: ['coupure d’eau', 'quartier des Tanneries'],
  requests: 41,
  people: 40,
  firstAt: ago(26),
  lastAt: ago(1),
};
const subjects = [
  'Plus d’eau depuis ce matin',
  'Coupure d’eau dans tout l’immeuble du 12 place des Tanneries, sans aucune information',
  'Robinets à sec',
  'Lampadaire éteint et plus d’eau',
];
const member = (index: number) => ({
  reference: `VC-2026-000${131 + index}-R`,
  subject: subjects[index % subjects.length] ?? '',
  sender: ['Odette Marchandeau', 'Sébastien Kowalczyk', 'Conseil syndical de la résidence'][index % 3] ?? '',
  state: index === 1 ? 'delivered' : 'assigned',
  receivedAt: ago(26 - index),
  lead: index === 1 ? 'VC-2026-000131-R' : null,
  isAnswered: index < 2,
  isOut: index === 3,
  again: index === 5 ? 'VC-2026-000133-R' : null,
  mayGroup: index !== 1,
});
type Asked = { scenario: string };
const json = (body: unknown) => ({ json: body });
const some = ({ scenario }: Asked) => (scenario === 'empty' ? [] : [fakeWave]);

/** One water cut, as the pages see it. */
export const waveRoutes: [string, RegExp, (asked: never) => { json: unknown }][] = [
  ['GET', /^\/api\/agent\/waves$/, (asked: Asked) => json({ waves: some(asked), now: fakeNow })],
  [
    'GET',
    /^\/api\/agent\/waves\/[^/]+$/,
    () =>
      json({
        wave: fakeWave,
        members: Array.from({ length: 12 }, (_, index) => member(index)),
        lead: 'VC-2026-000131-R',
        next: 'more',
        now: fakeNow,
      }),
  ],
  [
    'GET',
    /^\/api\/agent\/requests\/[^/]+\/wave$/,
    () =>
      json({
        ...{ wave: fakeWave, isOut: false, lead: null, now: fakeNow },
        again: { reference: 'VC-2026-000131-R', receivedAt: ago(26) },
      }),
  ],
  [
    'POST',
    /^\/api\/agent\/waves\/[^/]+\/group$/,
    () => json({ grouped: ['a', 'b'], refused: [{ reference: 'VC-2026-000135-R', code: 'needs-its-own' }] }),
  ],
  ['POST', /^\/api\/agent\/waves\/[^/]+\/leave$/, () => json({ isOut: true })],
];

/** What the fourth contact is like: the same letter of the same person, one that is nearly it, and one about the same. */
export const alikeOf = (index: number) =>
  index !== 3
    ? { past: [], wave: null }
    : {
        wave: fakeWave,
        past: (['same', 'nearly', 'subject'] as const).map((kind, nth) => ({
          contactId: `contact-9${nth}`,
          kind,
          receivedAt: ago(24 * (nth + 3)),
          subject: 'Lampadaire éteint rue des Tanneurs',
          state: 'opened',
          reason: null,
          department: 'voirie',
          decidedBy: nth === 1 ? null : 'Claire Monnier',
          decidedAt: ago(24 * (nth + 3)),
          reference: `VC-2026-00007${nth}-Q`,
          isSamePerson: nth === 0,
          mayJoin: true,
        })),
      };
