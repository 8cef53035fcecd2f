import { addDays, type Day, earliest } from './day.ts';
import type { LegalCase, LegalDeadline, LegalEvent } from './legal-case.ts';
import { portalWhy } from './messages/fr.ts';

/** Days during which a document may stay unread in the portal before it is deemed notified (CRPA R112-20). */
const unreadDays = 15;
export const deemedAfter = (availableOn: Day): Day => addDays(availableOn, unreadDays);

const firstOf = (events: readonly LegalEvent[], type: LegalEvent['type']): Day | null =>
  events
    .filter((event) => event.type === type)
    .map(({ on }) => on)
    .reduce<Day | null>((a, b) => (a ? earliest(a, b) : b), null);

/**
 * Day on which a decision left in the portal is notified: that of its first reading within fifteen days, else, these once
 * over, the day on which it was made available (CRPA R112-20). Empty while nobody can tell.
 */
export const notifiedInPortal = (past: readonly LegalEvent[], today: Day): Day[] => {
  const availableOn = firstOf(past, 'made-available');
  if (!availableOn) return [];
  const consultedOn = firstOf(past, 'consulted');
  const end = deemedAfter(availableOn);
  if (consultedOn && consultedOn <= end) return [consultedOn];
  return today > end ? [availableOn] : [];
};

/** The fifteen days of a document in the portal; `null` when none was left there. */
export const portalDeadline = ({ events, today }: LegalCase): LegalDeadline | null => {
  const past = events.filter(({ on }) => on <= today);
  const availableOn = firstOf(past, 'made-available');
  if (!availableOn) return null;
  const due = deemedAfter(availableOn);
  const consultedOn = firstOf(past, 'consulted');
  const isRead = consultedOn !== null && consultedOn <= due;
  return {
    kind: 'portal',
    due,
    state: isRead ? 'met' : today > due ? 'missed' : 'running',
    article: 'CRPA R112-20',
    why: isRead ? portalWhy.read(consultedOn) : portalWhy.unread(availableOn, due),
  };
};
