import type * as z from 'zod';
import type { listPrintBatches, readDeliveries, readPrintBatch } from '../../functions/delivery/agent-api.ts';
import type { listSuppressions } from '../../functions/delivery/suppression-api.ts';
import type { listOptOuts } from '../../functions/sms/agent-api.ts';
import { ago, letterAt, referenceOf } from './fake-agent-records.ts';

type Batches = z.input<typeof listPrintBatches.response>['batches'];
const part = (number: number, change: Partial<Batches[number]['parts'][number]> = {}) => ({
  ...{ number, envelope: 'dl' as const, registered: false, department: null },
  ...{ letters: 4, sheets: 5, cents: 695, url: '/_documents/original.pdf' },
  ...change,
});

export const printBatches: Batches = [
  { id: '2026-11-20-0930', at: ago(0, 1), by: 'agent:admin', state: 'preparing', parts: [] },
  {
    ...{ id: '2026-11-20-0600', at: ago(0, 4), by: 'auto', state: 'ready' },
    parts: [part(1), part(2, { envelope: 'c4', registered: true, letters: 1, sheets: 12, cents: 860 })],
  },
  { id: '2026-11-19-0600', at: ago(1, 4), by: 'auto', state: 'posted', parts: [part(1, { url: null })] },
];

export const printBatch: z.input<typeof readPrintBatch.response> = {
  batch: printBatches[1] as Batches[number],
  letters: Array.from({ length: 5 }, (_, index) => ({
    number: index + 1,
    part: index === 4 ? 2 : 1,
    reference: referenceOf(90 + index),
    messageId: `message-${index}`,
    recipient: letterAt(index).from,
    pages: 1 + (index % 3),
    grams: 10,
    cents: 139,
    state: index === 0 ? ('posted' as const) : ('waiting' as const),
  })),
};

const step = (channel: 'email' | 'sms' | 'letter', state: string, hours: number) => ({
  ...{ channel, state, at: ago(0, hours), reason: null },
});
export const deliveries: z.input<typeof readDeliveries.response> = {
  ...{ prefers: 'email', portalConsent: false, frozen: ['email', 'address'], maySend: true },
  withheld: true,
  messages: [
    {
      ...{ messageId: 'm-1', kind: 'acknowledgement', subject: 'Accusé de réception', state: 'sent' },
      history: [step('email', 'sent', 9), step('email', 'delivered', 9)],
    },
    {
      ...{ messageId: 'm-2', kind: 'answer', subject: 'Réponse', state: 'failed' },
      history: [step('email', 'sent', 6), step('email', 'failed', 5), step('letter', 'came-back', 1)],
    },
  ],
};

export const suppressions: z.input<typeof listSuppressions.response>['suppressions'] = [
  {
    ...{ address: 'ancienne.adresse@courriel.example', reason: 'bounced', detail: 'Permanent-General' },
    ...{ at: ago(9, 1), reference: 'VC-2026-000123-W', lifted: null },
  },
  {
    ...{ address: 'boite.pleine@courriel.example', reason: 'complained', detail: 'complaint' },
    ...{ at: ago(7, 1), reference: 'VC-2026-000200-H' },
    lifted: { by: 'agent:claire.monnier', at: ago(2, 1), reason: 'La personne a rappelé' },
  },
];

export const optOuts: z.input<typeof listOptOuts.response>['optOuts'] = [
  { number: '+33639980012', at: ago(8, 1), by: 'citizen', lifted: null },
  {
    ...{ number: '+33639980013', at: ago(6, 1), by: 'citizen' },
    lifted: { by: 'agent:claire.monnier', at: ago(2, 1), reason: 'La personne a rappelé' },
  },
];
