import type * as z from 'zod';
import type { BatchCard, BatchView } from '../../functions/documents/batches/agent-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { ago, letterAt, referenceOf } from './fake-agent-records.ts';
import { textOf } from './fake-letters.ts';

/** Batches of the scanning clerk in every state that a page shows. */
type Card = z.input<ReturnType<typeof BatchCard>>;
type View = z.input<ReturnType<typeof BatchView>>;
type File = View['files'][number];
type Page = View['pagesList'][number];

const card = (id: string, over: Partial<Card>): Card => ({
  ...{ id, name: `courrier-${id}.pdf`, receivedAt: ago(0, 1), state: 'done' },
  ...{ pages: 10, filed: 8, separators: 1, blanks: 1, rejected: 0, documents: 5, failedFiles: 0 },
  ...{ reason: null, doubts: 0, unaccounted: 0 },
  ...over,
});
const nothing = { pages: 0, filed: 0, separators: 0, blanks: 0, rejected: 0, documents: 0 };
export const fakeBatches: Card[] = [
  card('lot-5', {
    ...nothing,
    name: 'facture.pdf',
    state: 'failed',
    failedFiles: 1,
    reason: 'password-protected',
  }),
  card('lot-4', { ...nothing, name: 'archives-1998.pdf', state: 'reading', pages: 480, reason: 'daily-cap' }),
  card('lot-3', { name: 'lundi-matin.pdf', state: 'reading', filed: 4, documents: 3 }),
  card('lot-2', {
    ...{ name: 'Courrier du cabinet (dossier)', pages: 12, filed: 6, separators: 1, blanks: 1, rejected: 2 },
    ...{ failedFiles: 2, doubts: 2, state: 'doubtful', receivedAt: ago(0, 2) },
  }),
  card('lot-1', { name: 'samedi.tif', receivedAt: ago(2) }),
];

const file = (id: string, name: string, part: Partial<File> = {}): File => ({
  ...{
    id,
    name,
    state: 'done',
    reason: null,
    url: '/_documents/original.pdf',
    doubts: null,
    pending: 0,
    unaccounted: [],
  },
  ...nothing,
  ...part,
});
const long = 'courrier-du-12-novembre-numerise-en-double-exemplaire-par-le-photocopieur-du-hall.pdf';
const refused = [
  file('f2', 'facture.pdf', { state: 'failed', reason: 'password-protected' }),
  file('f3', long, { state: 'failed', reason: 'damaged' }),
];

const plain = ['filed', 'filed', 'separator', 'filed', 'filed', 'blank', 'filed', 'filed'] as const;
const doubtful = [
  'filed',
  'filed',
  'separator',
  'filed',
  'doubtful',
  'blank',
  'doubtful',
  'rejected',
] as const;
const owners = { doubtful: 'clerk', rejected: 'clerk', separator: 'nobody', blank: 'nobody' } as const;

function stateAt({ state }: Card, index: number): Page['state'] {
  if (state === 'reading' && index > 5) return index > 7 ? 'waiting' : 'reading';
  return (state === 'doubtful' ? doubtful : plain)[index % 8] ?? 'filed';
}
function page(batch: Card, index: number): Page {
  const state = stateAt(batch, index);
  const filed = state === 'filed';
  const isOpened = filed && index % 2 === 0;
  const owner = filed ? (isOpened ? 'request' : 'qualification') : owners[state as keyof typeof owners];
  return {
    ...{ fileId: 'f1', page: index + 1, state, width: 1240, height: 1754 },
    owner: owner ?? (batch.reason === 'daily-cap' ? 'tomorrow' : 'machine'),
    url: state === 'waiting' ? null : `/_documents/page/${index % 3}/1.webp`,
    confidence: filed ? 0.94 : 0,
    text: filed ? textOf(letterAt(index)) : '',
    contactId: filed ? `contact-${index}` : null,
    contactState: filed ? (isOpened ? 'opened' : 'waiting') : null,
    requestReference: isOpened ? referenceOf(130 + index) : null,
    reason: state === 'rejected' ? 'reading-failed' : null,
    isHandwritten: index === 6,
    isReplaced: index === 3,
    mayChange: ['done', 'doubtful'].includes(batch.state) && !isOpened,
    turn: 0,
    asked: batch.id === 'lot-1' && state === 'blank' ? 'content' : null,
  };
}

export function fakeBatch(id: string): View {
  const batch = fakeBatches.find((each) => each.id === id) ?? card(id, {});
  const isDoubtful = batch.state === 'doubtful';
  return {
    ...batch,
    files: [
      file('f1', batch.name, {
        ...{ state: batch.state, pages: batch.pages, doubts: isDoubtful ? 2 : null },
        ...{ reason: batch.reason, pending: id === 'lot-1' ? 1 : 0 },
      }),
      ...(isDoubtful ? refused : []),
    ],
    pagesList: Array.from({ length: batch.id === 'lot-4' ? 14 : batch.pages }, (_, at) => page(batch, at)),
    now: fakeNow,
  };
}

type Asked = { scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];
export const batchRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/batches$/,
    ({ scenario }) => ({
      json: { batches: scenario === 'empty' ? [] : fakeBatches, next: null, now: fakeNow },
    }),
  ],
  ['GET', /^\/api\/agent\/batches\/([^/]+)$/, (_asked, id) => ({ json: fakeBatch(id) })],
  [
    'GET',
    /^\/api\/agent\/batches\/([^/]+)\/progress$/,
    (_asked, id) => ({
      json: { pages: id === 'lot-4' ? 480 : 10, done: id === 'lot-4' ? 212 : 6, now: fakeNow },
    }),
  ],
];
