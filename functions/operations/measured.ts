import type { JournalEvent } from '../requests/event.ts';

export type Figure = { name: string; by?: Record<string, string> };

/**
 * What an authority counts of the lines that were added to a journal: requests by the channel they came in by, who
 * routed them, legal dates that passed, messages that did not arrive. Nothing that names a request or a person.
 */
export const figuresOf = (events: readonly JournalEvent[]): Figure[] =>
  events.flatMap((event): Figure[] => {
    switch (event.type) {
      case 'request-opened':
        return [
          { name: 'RequestsOpened', by: { Channel: event.channel } },
          { name: 'Qualified', by: { Outcome: openedAs(event.openedBy, event.department) } },
        ];
      case 'contact-joined':
        return [
          { name: 'Qualified', by: { Outcome: event.by === 'auto' ? 'joined-alone' : 'joined-by-agent' } },
        ];
      case 'implicit-decision-born':
        return [{ name: 'DeadlinesMissed', by: { Kind: 'silence' } }];
      case 'request-escalated':
        // Steps are called on the day they were promised for, legal dates some days before.
        return event.deadline.startsWith('step:')
          ? [{ name: 'DeadlinesMissed', by: { Kind: 'step' } }]
          : [{ name: 'DeadlinesNear' }];
      case 'message-delivery-failed':
        return [{ name: 'DeliveriesFailed', by: { Way: 'electronic' } }];
      case 'letter-came-back':
        return [{ name: 'DeliveriesFailed', by: { Way: 'letter' } }];
      case 'answer-decided':
        return [{ name: 'AnswersDecided' }];
      default:
        return [];
    }
  });

const openedAs = (by: string, department: string | null): string => {
  if (by === 'citizen' && department) return 'routed-by-procedure';
  if (by.startsWith('agent:')) return 'opened-by-agent';
  return department ? 'routed-alone' : 'waits-for-department';
};
