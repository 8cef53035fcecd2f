import { lastNow } from '../../ui/api.ts';
import { calendarDay } from '../../ui/messages/dates.ts';

/** Calendar day of the authority, by the service's clock: the one that conditions and dates are judged by. */
export const today = (): string => calendarDay(lastNow());
