import { expect, it } from 'vitest';
import type { JournalEvent } from '../../functions/requests/event.ts';
import { helpersIn, timelineOf } from '../../functions/requests/timeline.ts';
import { aRequest } from '../support/instruction-situation.ts';

const by = 'mandate:m-1';
const events = [
  { type: 'request-opened', openedBy: by },
  { type: 'citizen-message-received', messageId: 'm', contentHash: '', attachments: 1, by },
  { type: 'document-provided', by },
  { type: 'citizen-message-received', messageId: 'n', contentHash: '', attachments: 0 },
  { type: 'answer-rated', by },
].map((one, seq) => ({ ...one, seq, at: `2026-11-2${seq}T09:00:00.000Z` }) as unknown as JournalEvent);

it('names who did each thing for the person, once for each gesture', async () => {
  const helpers = await helpersIn(
    { events },
    async (ids) => new Map(ids.map((id) => [id, 'Camille Durand'])),
  );
  const told = timelineOf({ request: aRequest({}), events }, null, '2026-12-01', helpers)
    .filter(({ status }) => status !== 'to-come')
    .map(({ code, helper }) => [code, helper]);
  expect(told).toEqual([
    ['received', 'Camille Durand'],
    ['message-from-you', 'Camille Durand'],
    ['message-from-you', undefined],
    ['done-for-you', 'Camille Durand'],
  ]);
});
it('says that it was done for them when no name is kept any more, and asks for none where nobody helped', async () => {
  const lines = timelineOf({ request: aRequest({}), events: events.slice(0, 1) }, null, '2026-12-01');
  expect(lines[0]).toMatchObject({ code: 'received', helper: '' });
  const asked = await helpersIn({ events: events.slice(3, 4) }, () => Promise.reject(new Error('asked')));
  expect(asked.size).toBe(0);
});
