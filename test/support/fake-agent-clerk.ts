import type { Done, Place, Scanning, Strip, StripPage } from '../../web/backoffice/batches/clerk-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { ago, referenceOf } from './fake-agent-records.ts';
import { batchRoutes } from './fake-batches.ts';

/** What a scanning clerk decides: a pile of three letters of which two places are doubtful. */
type Asked = { url: URL; scenario: string; body: Record<string, unknown> };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];

const page = (number: number, part: Partial<StripPage> = {}): StripPage => ({
  ...{
    page: number,
    kind: 'content',
    url: `/_documents/page/${number % 3}/1.webp`,
    width: 1240,
    height: 1754,
  },
  ...{ turn: 0, words: 'Monsieur le Maire,', isHandwritten: false, requestReference: null },
  ...part,
});
const place = (before: number, part: Partial<Place> = {}): Place => ({
  ...{ before, verdict: 'join', leans: 'join', by: 'proposal', confidence: 0.97 },
  ...{ reasons: ['same-letterhead', 'sentence-runs-on'], decidedBy: null },
  ...part,
});
const places = (): Place[] => [
  place(2),
  place(3, {
    ...{ verdict: 'doubt', leans: 'cut', confidence: 0.71 },
    reasons: ['other-letterhead', 'salutation', 'no-closing-before'],
  }),
  place(5, { verdict: 'doubt', confidence: 0.58, reasons: ['enclosure-like', 'same-names'] }),
  place(6, { verdict: 'cut', leans: 'cut', confidence: 0.95, reasons: ['date', 'address'] }),
];
const done = (left: number, undo: Done['undo'] = null): Done => ({ left, isWaiting: true, pending: 0, undo });

let decided: { id: string; kind: 'cut' | 'join'; page: number }[] = [];
const decidedPlaces = (): Place[] =>
  places().map((one) => {
    const said = decided.find((deed) => deed.page === one.before);
    return said
      ? {
          ...one,
          verdict: said.kind,
          leans: said.kind,
          by: 'clerk',
          confidence: 1,
          reasons: ['clerk'],
          decidedBy: 'k.belaid',
        }
      : one;
  });
const state = (): Done => {
  const last = decided.at(-1);
  const left = decidedPlaces().filter(({ verdict }) => verdict === 'doubt').length;
  return done(left, last ? { deedId: last.id, kind: last.kind, page: last.page } : null);
};
const strip = (scenario: string): Strip => ({
  ...(scenario === 'empty' ? done(0) : state()),
  batch: { id: 'lot-2', name: 'Courrier du cabinet (dossier)' },
  file: { id: 'f1', name: 'lundi-matin.pdf', state: 'doubtful', pages: 12 },
  rows:
    scenario === 'empty'
      ? []
      : [
          {
            pages: [
              ...[page(1), page(2), page(3), page(4, { kind: 'blank', words: '' })],
              ...[page(5, { isHandwritten: true }), page(6, { url: null }), page(7)],
            ],
            places: [...decidedPlaces(), place(7)],
          },
        ],
  now: fakeNow,
});
export const scanning = (scenario: string): Scanning => ({
  doubts:
    scenario === 'empty'
      ? []
      : [
          {
            ...{ batchId: 'lot-2', batchName: 'Courrier du cabinet (dossier)', fileId: 'f1' },
            ...{ fileName: 'lundi-matin.pdf', since: ago(0, 2), places: 2, pages: 7 },
          },
        ],
  inQualification: scenario === 'empty' ? 0 : 12,
  now: fakeNow,
});

export const clerkRoutes: Route[] = [
  ...(batchRoutes as Route[]),
  ['GET', /^\/api\/agent\/scanning$/, ({ scenario }) => ({ json: scanning(scenario) })],
  [
    'POST',
    /^\/api\/agent\/batches\/search$/,
    ({ body, scenario }) => ({
      json: {
        letters: scenario === 'empty' || body.q === 'rien' ? [] : [0, 1].map(found),
        next: null,
        now: fakeNow,
      },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/batches\/[^/]+\/files\/[^/]+\/doubts$/,
    ({ scenario }) => ({ json: strip(scenario) }),
  ],
  [
    'POST',
    /^\/api\/agent\/batches\/[^/]+\/files\/[^/]+\/deeds$/,
    ({ body, scenario }) => {
      if (scenario === 'conflict')
        return {
          status: 409,
          json: {
            code: 'not-allowed-in-state',
            fields: [{ field: 'page', code: 'in-a-request', params: { page: 3, reference: referenceOf(9) } }],
          },
        };
      if (body.kind === 'cut' || body.kind === 'join')
        decided.push({ id: `deed-${decided.length}`, kind: body.kind, page: Number(body.before) });
      return { json: state() };
    },
  ],
  [
    'POST',
    /^\/api\/agent\/batches\/[^/]+\/files\/[^/]+\/deeds\/([^/]+)\/undo$/,
    (_asked, id) => {
      decided = decided.filter((deed) => deed.id !== id);
      return { json: state() };
    },
  ],
  [
    'POST',
    /^\/api\/agent\/batches\/[^/]+\/files\/[^/]+\/settle$/,
    () => ({ status: 202, json: { ...state(), isWaiting: false } }),
  ],
  [
    'POST',
    /^\/api\/agent\/batches\/[^/]+\/files\/[^/]+\/uploads$/,
    () => ({ status: 201, json: { uploadId: 'upload-1', url: '/_uploads', fields: { key: 'uploads/x' } } }),
  ],
];
export const forgetDeeds = (): void => {
  decided = [];
};

const found = (at: number) => ({
  ...{ batchId: 'lot-1', batchName: 'samedi.tif', fileId: 'f1', receivedAt: ago(2 + at) },
  ...{ firstPage: 3 + at * 4, pages: 2, contactId: `contact-${at}` },
  contactState: at ? 'waiting' : 'opened',
  requestReference: at ? null : referenceOf(130),
});
