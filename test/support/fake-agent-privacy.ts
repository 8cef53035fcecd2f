import type { ExportView, HeldView } from '../../functions/privacy/citizen-api.ts';
import { partCodes } from '../../functions/privacy/part.ts';
import { fakeNow } from './fake-agent-people.ts';
import { referenceOf } from './fake-agent-records.ts';

const held: HeldView = {
  parts: partCodes.map((code, at) => ({ code, count: at })),
  open: [
    { reference: referenceOf(1), subject: 'Nid-de-poule devant le 14', why: 'open', mayWithdraw: true },
    { reference: referenceOf(2), subject: 'Une place en crèche', why: 'open', mayWithdraw: false },
    { reference: referenceOf(3), subject: 'Une amende', why: 'appeal', mayWithdraw: false },
  ],
  accounting: { payments: 2, until: '2036-12-31' },
  consents: [],
  now: fakeNow,
};
const none: ExportView = { state: 'none', url: null, askedAt: null, until: null, size: 0 };
const made: ExportView = {
  ...{ state: 'ready', url: '/_documents/archive.zip', askedAt: fakeNow },
  ...{ until: '2026-11-24T09:00:00.000Z', size: 2_400_000 },
};
/** By whom it is about: p-2 waits for an archive, p-3 has one, that of p-0 failed and nothing else works either. */
const archives: Record<string, ExportView> = {
  'p-0': { ...none, state: 'failed' },
  'p-2': { ...none, state: 'making', askedAt: fakeNow },
  'p-3': made,
};
const failed = (status: number, code: string) => ({
  status,
  json: { type: `/problems/${code}`, title: code, status, code, fields: [] },
});
const acted = (answer: object) => (_asked: unknown, person: string) =>
  person === 'p-0' ? failed(503, 'unexpected') : { status: 202, json: answer };

/** What is held of somebody, taken out and erased; the life of p-5 holds a letter to the cabinet. */
export const privacyRoutes = [
  [
    'GET',
    /^\/api\/agent\/citizens\/([^/]+)\/privacy$/,
    (_asked: unknown, person: string) => (person === 'p-5' ? failed(403, 'forbidden') : { json: held }),
  ],
  [
    'GET',
    /^\/api\/agent\/citizens\/([^/]+)\/privacy\/export$/,
    (_asked: unknown, person: string) => ({ json: archives[person] ?? none }),
  ],
  ['POST', /^\/api\/agent\/citizens\/([^/]+)\/privacy\/export$/, acted(archives['p-2'] as object)],
  ['POST', /^\/api\/agent\/citizens\/([^/]+)\/privacy\/erase$/, acted({ now: fakeNow })],
] as const;
