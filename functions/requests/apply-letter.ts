import type { Stamped } from './apply.ts';
import type { Request } from './request.ts';

/** What the lines of letters change: where the letter stands in its circuit, and how it reached the person. */
export const letterChanges = (request: Request, event: Stamped): Partial<Request> => {
  const { letter } = request;
  switch (event.type) {
    case 'letter-submitted': {
      const { letterId, outcome, steps, sha256, by } = event;
      return {
        state: 'waiting-visa',
        letter: { letterId, outcome, state: 'circulating', step: 0, steps, sha256, submittedBy: by },
      };
    }
    case 'letter-approved':
      return letter ? { letter: { ...letter, step: letter.step + 1 } } : {};
    case 'letter-approval-taken-back':
      return letter ? { letter: { ...letter, step: letter.step - 1 } } : {};
    case 'letter-returned':
      return letter ? { state: outOfBook(request), letter: { ...letter, state: 'returned' } } : {};
    case 'letter-recalled':
      return letter ? { state: outOfBook(request), letter: { ...letter, state: 'recalled' } } : {};
    case 'letter-sealed':
      return letter ? { letter: { ...letter, state: 'sealed', sha256: event.sha256 } } : {};
    case 'message-consulted':
    case 'message-deemed-notified': {
      const { answer } = request;
      if (answer?.messageId !== event.messageId) return {};
      const state = request.state === 'decided' ? 'delivered' : request.state;
      return { state, answer: { ...answer, sentAt: answer.sentAt ?? event.at } };
    }
    case 'delivery-consent-changed':
      return { portalConsent: event.portal };
    default:
      return {};
  }
};

/** Silence may have decided meanwhile: then it still has. */
const outOfBook = ({ state }: Request): Request['state'] =>
  state === 'waiting-visa' ? 'in-progress' : state;
