import type * as z from 'zod';
import type { listLetters } from '../../functions/delivery/agent-api.ts';
import { ago, letterAt, referenceOf } from './fake-agent-records.ts';

type Letters = z.input<typeof listLetters.response>['letters'];
export const lettersToPrint = (size: number): Letters =>
  Array.from({ length: size }, (_, index) => ({
    messageId: `message-${index}`,
    reference: referenceOf(90 + index),
    recipient: letterAt(index).from,
    queuedAt: ago(1, index),
    url: '/_documents/original.pdf',
    kind: index % 2 ? 'answer' : 'acknowledgement',
    subject: letterAt(index).subject,
    pages: 1 + (index % 3),
    registered: false,
  }));
