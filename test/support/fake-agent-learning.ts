import type { Learning, Version } from '../../web/backoffice/learning/learning-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { referenceOf } from './fake-agent-records.ts';

const judged = (right: number, routed: number, routedRight: number) => ({
  ...{ messages: 42, right, routed, routedRight, calibration: 0.04 },
});
const version = (name: string, madeAt: string, lessons: number, right: number): Version => ({
  ...{ version: name, madeAt, lessons, took: 21_400, withdrawn: name.startsWith('20261108') },
  trial: {
    held: { present: judged(right - 6, 27, 24), next: judged(right, 29, 29) },
    guard: { messages: 297, present: 251, next: 252, lost: 0 },
    fresh: 84,
    mustForget: false,
    onePerson: [{ from: 'etat-civil', to: 'voirie', corrections: 84, against: 1, onTrial: true }],
    calibrated: { decisions: 84, before: 0.061, after: 0.034 },
  },
});
const versions = [
  version('20261122013000', '2026-11-22T01:30:00.000Z', 1218, 40),
  version('20261115013000', '2026-11-15T01:30:00.000Z', 1134, 37),
  version('20261108013000', '2026-11-08T01:30:00.000Z', 1050, 36),
];
const monday = (back: number) =>
  new Date(Date.UTC(2026, 10, 23) - back * 7 * 86_400_000).toISOString().slice(0, 10);
const week = (back: number, proposed: number): Learning['weeks'][number] => ({
  ...{ week: monday(back), proposed, alone: Math.round(proposed * 0.62) },
  ...{ misrouted: back % 3 === 0 ? 2 : 0, asked: proposed - Math.round(proposed * 0.62) },
  right: Math.round(proposed * (0.93 - back * 0.01)),
});
const department = (code: string, proposed: number, misrouted: number): Learning['departments'][number] => ({
  ...{ department: code, proposed, alone: Math.round(proposed * 0.6), misrouted },
  ...{ asked: proposed - Math.round(proposed * 0.6), right: Math.round(proposed * 0.92) },
  ...{ confidence: 0.91, threshold: 0.9, cost: misrouted * 1500 + proposed * 60, mix: 0.2, mixBefore: 0.22 },
});
const share = (from: number, proposed: number, right: number): Learning['reliability'][number] => ({
  ...{ from, proposed },
  ...(proposed > 0 ? { confidence: from + 0.055, right } : { confidence: null, right: null }),
});

const learning = (isEmpty: boolean): Learning => ({
  weeks: Array.from({ length: 9 }, (_, i) => (isEmpty ? week(8 - i, 0) : week(8 - i, 96 + 7 * i))),
  departments: isEmpty
    ? []
    : [department('etat-civil', 148, 1), department('voirie', 201, 4), department('cabinet', 12, 0)],
  reliability: [0, 0, 3, 11, 19, 27, 44, 71, 116, 570].map((count, i) =>
    share(i / 10, isEmpty ? 0 : count, Math.min(0.995, i / 10 + 0.08)),
  ),
  corrections: isEmpty
    ? []
    : [
        { from: 'voirie', to: 'etat-civil', count: 24, agents: 1 },
        { from: 'cabinet', to: 'voirie', count: 9, agents: 4 },
        { from: 'etat-civil', to: 'cabinet', count: 2, agents: 2 },
      ],
  mixChange: isEmpty ? null : 0.07,
  words: isEmpty ? { now: null, before: null } : { now: 0.061, before: 0.058 },
  costs: { misrouted: 1500, sorted: 150 },
  versions: isEmpty ? [] : versions,
  inUse: isEmpty
    ? { version: 'shipped', since: null, by: null, isMissing: false }
    : {
        ...{ version: versions[0]?.version ?? '', since: '2026-11-22T01:31:00.000Z', by: 'auto' },
        isMissing: false,
      },
  lastRun: isEmpty
    ? null
    : {
        at: '2026-11-22T01:30:00.000Z',
        verdict: 'published',
        lessons: 1218,
        isFollowed: true,
        trial: versions[0]?.trial as Version['trial'],
      },
  arbitrations: isEmpty
    ? []
    : [
        {
          ...{ reference: referenceOf(12), version: 9, since: '2026-11-20T09:12:00.000Z', moves: 3 },
          ...{ department: 'voirie', subject: 'Haie qui déborde sur le trottoir', mayDecide: true },
        },
        {
          ...{ reference: referenceOf(31), version: 4, since: '2026-11-19T15:40:00.000Z', moves: 3 },
          ...{ department: 'finances', subject: '', mayDecide: false },
        },
      ],
  now: fakeNow,
});

const figures = (opened: number) => ({
  ...{ opened, answered: Math.round(opened * 0.82), settledShare: 0.861, automaticShare: 0.704 },
  ...{
    inTimeShare: 0.917,
    meanDays: 11.4,
    delays: [8, 21, 34, 40, 24, 9, 3].map((n) => Math.round((n * opened) / 170)),
  },
  ...{ granted: Math.round(opened / 3), refused: Math.round(opened / 9), implicit: Math.round(opened / 50) },
  ...{ withdrawn: 12, transferred: 7 },
});
const none = {
  ...{ opened: 0, answered: 0, settledShare: null, automaticShare: null, inTimeShare: null, meanDays: null },
  ...{ delays: [0, 0, 0, 0, 0, 0, 0], granted: 0, refused: 0, implicit: 0, withdrawn: 0, transferred: 0 },
};
/** Volumes and delays of a town of a middling size; nothing in the months that are empty. */
const activity = (isEmpty: boolean) => ({
  ...{ total: isEmpty ? none : figures(41_208), before: isEmpty ? none : figures(38_911) },
  months: Array.from({ length: 12 }, (_, at) => ({
    month: at === 0 ? '2025-12' : `2026-${String(at).padStart(2, '0')}`,
    ...(isEmpty ? none : figures(2_400 + 190 * at)),
  })),
  channels: isEmpty
    ? []
    : (
        [
          ['mail', 14_100],
          ['form', 11_800],
          ['scan', 8_420],
          ['phone', 3_900],
          ['counter', 2_950],
          ['sms', 38],
        ] as const
      ).map(([channel, opened]) => ({ channel, ...figures(opened) })),
  departments: isEmpty
    ? []
    : ['etat-civil', 'voirie', null].map((department, at) => ({
        department,
        ...figures(9_000 - 3_000 * at),
      })),
  procedures: isEmpty
    ? []
    : ['signalement', 'inscription-scolaire', null].map((procedure, at) => ({
        procedure,
        ...figures(7_000 - 3_000 * at),
      })),
  savedCents: isEmpty ? 0 : 23_344_200,
  now: fakeNow,
});

type Asked = { scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked) => { status?: number; json: unknown }];
/** What people think of the answers; nobody said anything yet. */
const satisfaction = (isEmpty: boolean) => ({
  all: isEmpty
    ? { answers: 0, mean: null, unsatisfied: null }
    : { answers: 214, mean: 2.41, unsatisfied: 0.173 },
  departments: isEmpty
    ? []
    : [
        { department: 'voirie', answers: 120, mean: 2.1, unsatisfied: 0.28 },
        { department: 'etat-civil', answers: 94, mean: 2.81, unsatisfied: 0.03 },
      ],
  months: isEmpty ? [] : [{ month: '2026-11', answers: 214, mean: 2.41, unsatisfied: 0.173 }],
  now: fakeNow,
});

export const learningRoutes: Route[] = [
  ['GET', /^\/api\/agent\/activity$/, ({ scenario }) => ({ json: activity(scenario === 'empty') })],
  ['GET', /^\/api\/agent\/satisfaction$/, ({ scenario }) => ({ json: satisfaction(scenario === 'empty') })],
  ['GET', /^\/api\/agent\/learning$/, ({ scenario }) => ({ json: learning(scenario === 'empty') })],
  ['POST', /^\/api\/agent\/learning\/runs$/, () => ({ status: 202, json: { startedAt: fakeNow } })],
  ['POST', /^\/api\/agent\/learning\/versions\/([^/]+)\/use$/, () => ({ json: { version: 'shipped' } })],
  ['POST', /^\/api\/agent\/learning\/arbitrations\/([^/]+)$/, () => ({ json: { version: 10 } })],
];
