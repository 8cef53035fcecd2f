import { Refusal } from '../shared/refusal.ts';
import type { Command, Request } from './request.ts';

/** What would bring personal content back to a request that has none any more. */
const bringsBack: readonly Command['command'][] = [
  'request-reopened',
  'contact-joined',
  'note-added',
  'receipt-queued',
  'answer-rated',
];

/** A request whose content was erased is over for good: refuses `already-closed`. */
export const refuseErased = ({ erasedAt }: Pick<Request, 'erasedAt'>, type: Command['command']): void => {
  if (erasedAt && bringsBack.includes(type)) throw new Refusal('already-closed');
};
