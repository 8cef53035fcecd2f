import { fakeNow } from './fake-agent-people.ts';

/** Operations that failed, as an administrator sees them. */
type Asked = { url: URL; scenario: string };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => { json: unknown }];

const queue = (id: string, subject: string, kind: string, waiting: number) => ({
  ...{ id, subject, kind, waiting },
  mayReplay: kind !== 'hand',
});
const queues = [
  queue('app.Intake.MailsDeadLetters', 'intake', 'queue', 2),
  queue('work.Delivery.QueuedDeadLetters', 'delivery', 'event', 1),
  queue('telephony.LostRecords', 'telephony', 'hand', 1),
  queue('town.Payments.SettledDeadLetters', 'payments', 'function', 0),
];
const letters = [
  {
    ...{ id: 'letter-1', since: '2026-11-20T08:12:00.000Z', cause: 'TimeoutError', event: null },
    about: { reference: 'VC-2026-000123-W', contactId: 'contact-1' },
  },
  {
    ...{ id: 'letter-2', since: '2026-11-22T07:00:00.000Z', cause: 'tries-used-up', event: 'Object Created' },
    about: {},
  },
];
const deeds = [
  {
    ...{ at: '2026-11-21T10:00:00.000Z', by: 'agent:admin', deed: 'discarded', count: 1 },
    ...{ queue: 'town.Payments.SettledDeadLetters', reason: 'Essai de recette' },
  },
];

export const operationsRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/dead-letters$/,
    ({ scenario }) => ({
      json: {
        queues: queues.map((one) => ({ ...one, waiting: scenario === 'empty' ? 0 : one.waiting })),
        deeds: scenario === 'empty' ? [] : deeds,
        now: fakeNow,
      },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/dead-letters\/([^/]+)$/,
    (_asked, id) => ({ json: { queue: queues.find((one) => one.id === id), letters, now: fakeNow } }),
  ],
  ['POST', /^\/api\/agent\/dead-letters\/([^/]+)\/replays$/, () => ({ json: { done: 2, left: 0 } })],
  ['POST', /^\/api\/agent\/dead-letters\/([^/]+)\/discards$/, () => ({ json: { done: 1, left: 1 } })],
];
