import type * as z from 'zod';
import type { listLetters } from '../../functions/delivery/agent-api.ts';
import type { BatchCard, BatchView } from '../../functions/documents/batches/agent-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { ago, letterAt, referenceOf } from './fake-agent-records.ts';
import { textOf } from './fake-letters.ts';

const card = (
  id: string,
  over: Partial<z.input<ReturnType<typeof BatchCard>>>,
): z.input<ReturnType<typeof BatchCard>> => ({
  id,
  name: `courrier-${id}.pdf`,
  receivedAt: ago(0, 1),
  state: 'done',
  pages: 10,
  filed: 8,
  separators: 1,
  blanks: 1,
  rejected: 0,
  documents: 5,
  failedFiles: 0,
  ...over,
});
export const batches = [
  card('lot-3', {
    name: 'lundi-matin.pdf',
    state: 'reading',
    filed: 4,
    separators: 1,
    blanks: 1,
    documents: 3,
  }),
  card('lot-2', {
    name: 'Courrier du cabinet (dossier)',
    pages: 12,
    filed: 7,
    separators: 2,
    blanks: 1,
    rejected: 2,
    failedFiles: 2,
    state: 'doubtful',
    receivedAt: ago(0, 2),
  }),
  card('lot-1', { name: 'samedi.tif', receivedAt: ago(2) }),
];

export function batch(id: string): z.input<ReturnType<typeof BatchView>> {
  const base = batches.find((each) => each.id === id) ?? card(id, {});
  const states = ['filed', 'filed', 'separator', 'filed', 'filed', 'blank', 'filed', 'rejected'] as const;
  return {
    ...base,
    files: [
      {
        id: 'f1',
        name: base.name,
        state: base.state,
        pages: base.pages,
        reason: null,
        url: '/_documents/original.pdf',
      },
      ...(base.failedFiles
        ? [
            {
              id: 'f2',
              name: 'facture.pdf',
              state: 'failed' as const,
              pages: 0,
              reason: 'password-protected',
              url: '/_documents/original.pdf',
            },
            {
              id: 'f3',
              name: 'courrier-du-12-novembre-numerise-en-double-exemplaire-par-le-photocopieur-du-hall.pdf',
              state: 'failed' as const,
              pages: 0,
              reason: 'damaged',
              url: '/_documents/original.pdf',
            },
          ]
        : []),
    ],
    pagesList: Array.from({ length: base.pages }, (_, index) => {
      const state =
        base.state === 'reading' && index > 5
          ? index > 7
            ? 'waiting'
            : 'reading'
          : (states[index % states.length] ?? 'filed');
      const filed = state === 'filed';
      return {
        fileId: 'f1',
        page: index + 1,
        state,
        url: state === 'waiting' ? null : `/_documents/page/${index % 3}/1.webp`,
        width: 1240,
        height: 1754,
        confidence: filed ? 0.94 : 0,
        text: filed ? textOf(letterAt(index)) : '',
        contactId: filed ? `contact-${index}` : null,
        contactState: filed ? (index % 2 ? 'waiting' : 'opened') : null,
        requestReference: filed && index % 2 === 0 ? referenceOf(130 + index) : null,
        reason: state === 'rejected' ? 'reading-failed' : null,
      };
    }),
    now: fakeNow,
  };
}

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
