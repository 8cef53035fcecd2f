import { addDays } from '../../functions/deadlines/day.ts';
import type { Situation } from '../../functions/instruction/plan.ts';
import type { WorkStep } from '../../functions/procedures/workflow.ts';
import type { JournalBody } from '../../functions/requests/event.ts';
import type { MessageRecord } from '../../functions/requests/records.ts';
import { type Request, untouched } from '../../functions/requests/request.ts';

export const aRequest = (change: Partial<Request> = {}): Request => ({
  ...untouched,
  reference: 'VC-2027-000001-A',
  version: 3,
  state: 'assigned',
  channel: 'form',
  openedBy: 'citizen',
  openedAt: '2027-03-10T08:00:00.000Z',
  receivedOn: '2027-03-10',
  procedure: 'p',
  procedureRevision: 1,
  department: 'voirie',
  confidence: 1,
  urgency: 'normal',
  contactIds: ['c'],
  acknowledgement: { kind: 'are', messageId: 'ack', sentAt: '2027-03-10T08:01:00.000Z' },
  ...change,
});
export const aMessage = (id: string, delivery: MessageRecord['delivery']): MessageRecord => ({
  ...{ id, from: 'authority', kind: 'answer', at: '2027-03-11T08:00:00.000Z', author: null },
  ...{ subject: '', text: '', attachments: [], delivery, salt: '' },
});

type Change = Partial<Omit<Situation, 'whole' | 'procedure'>> & {
  request?: Partial<Request>;
  events?: JournalBody[];
  messages?: MessageRecord[];
  members?: string[];
  workflow?: WorkStep[];
  given?: Record<string, string>;
};
/** A request of svr received on 10 March 2027, seen on 11 March at ten; a test overrides only what matters to it. */
export const aSituation = ({
  request,
  events,
  messages,
  members,
  workflow,
  given,
  ...rest
}: Change = {}): Situation => {
  const now = rest.now ?? '2027-03-11T09:00:00.000Z';
  return {
    whole: {
      request: aRequest(request),
      events: (events ?? []).map((body, index) => ({
        ...body,
        ...{ seq: index + 1, at: '2027-03-10T08:00:00.000Z', previous: '', hash: '' },
      })),
      messages: messages ?? [],
      members: members ?? [],
      content: { subject: '', text: '', answers: [], procedureTitle: null, salt: '', given },
      due: '2027-05-10',
    },
    procedure: {
      silence: { mode: 'svr', period: 'P2M' },
      workflow: workflow ?? [],
      documentsDelay: { days: 30, reminders: [7] },
      fees: [{ code: 'carte', label: 'Carte', cents: 500, when: { field: 'lost', is: true } }],
    },
    silence: 'svr',
    deadlines: [{ kind: 'silence', due: '2027-05-10', state: 'running' }],
    rank: '2027-05-10',
    zone: 'Europe/Paris',
    calendar: 'metropole',
    dayOf: (instant) => addDays(instant.slice(0, 10), 0),
    today: now.slice(0, 10),
    isAgentAbsent: false,
    failed: [],
    startedAt: '2027-03-10T08:00:00.000Z',
    round: 1,
    ...rest,
    now,
  };
};
