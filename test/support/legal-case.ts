import type { HolidayCalendar } from '../../functions/deadlines/holidays.ts';
import { legalDeadlines } from '../../functions/deadlines/legal.ts';
import type { LegalCase, LegalEvent, LegalEventType } from '../../functions/deadlines/legal-case.ts';

/** `received 2026-01-10`, `documents-requested 2026-01-20..2026-02-20`, `acknowledged 2026-01-12?` (says too little). */
const eventOf = (written: string): LegalEvent => {
  const [type = '', days = ''] = written.trim().split(' ');
  const [on = '', until] = days.replace('?', '').split('..');
  const complete = days.endsWith('?') ? false : undefined;
  return {
    type: type as LegalEventType,
    on,
    ...(until ? { until } : {}),
    ...(complete === false ? { complete } : {}),
  };
};

/**
 * A case in one line: mode, then period, calendar and channel when they are not P2M, metropole and electronic, then `@` today,
 * then its events: `svr post @2026-05-01: received 2026-01-10, notified 2026-03-02`.
 */
export const caseOf = (line: string): LegalCase => {
  const [head = '', events = ''] = line.split(': ');
  const [mode, ...words] = head.split(' ');
  const today = words.find((word) => word.startsWith('@'))?.slice(1) ?? '';
  const rest = words.filter((word) => !word.startsWith('@'));
  const period = rest.find((word) => /^P\d/.test(word)) ?? 'P2M';
  const channel = rest.includes('post') ? 'post' : 'electronic';
  const calendar = rest.find((word) => word !== period && word !== 'post') ?? 'metropole';
  return {
    ...{ mode: mode as LegalCase['mode'], period, channel, today },
    calendar: calendar as HolidayCalendar,
    events: events.split(', ').map(eventOf),
  };
};

/** `2026-04-10 running`, or `- moot` when there is no day. */
export const told = (line: string, kind: string, more: Partial<LegalCase> = {}): string => {
  const found = legalDeadlines({ ...caseOf(line), ...more }).find((one) => one.kind === kind);
  return found ? `${found.due ?? '-'} ${found.state}` : 'none';
};
