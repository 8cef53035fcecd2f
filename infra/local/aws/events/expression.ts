import { Cron } from 'croner';

/** The first occurrence after an instant, or undefined when there is none any more. */
export type Occurrences = (after: Date) => Date | undefined;

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `at(…)`, `rate(…)` and `cron(…)`. `rate` counts from `anchor`, the instant the schedule was made. */
export function readExpression(expression: string, timeZone: string, anchor: Date): Occurrences {
  const [, kind, inside = ''] = /^(at|rate|cron)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'cron') {
    const cron = new Cron(translate(inside), { timezone: timeZone, paused: true });
    return (after) => cron.nextRun(after) ?? undefined;
  }
  if (kind === 'at') {
    // Croner reads a wall-clock instant in a time zone; EventBridge has no `Z` there.
    const once = new Cron(inside, { timezone: timeZone, paused: true });
    return (after) => once.nextRun(after) ?? undefined;
  }
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(inside) ?? [];
  const step = Number(count) * (UNIT_MS[unit ?? ''] ?? 0);
  if (kind !== 'rate' || !step) throw new Error(`Schedule expression not understood: ${expression}`);
  return (after) => {
    const passed = Math.floor((after.getTime() - anchor.getTime()) / step);
    return new Date(anchor.getTime() + Math.max(passed + 1, 1) * step);
  };
}

const LAST = [59, 23, 31, 12];

/**
 * AWS's six fields (minute hour day month weekday year) as croner's seven, which begin with seconds. Weekdays count from
 * Sunday = 1 on AWS and 0 here; `a/b` means "from a on, every b".
 */
export function translate(fields: string): string {
  const parts = fields.trim().split(/\s+/);
  if (parts.length !== 6) throw new Error(`A cron expression has six fields: ${fields}`);
  const [minute, hour, day, month, weekday = '*', year] = parts.map((part, place) => {
    const field = part === '?' ? '*' : part;
    return place < 4 ? field.replace(/(^|,)(\d+)\/(\d+)/g, `$1$2-${LAST[place]}/$3`) : field;
  });
  return ['0', minute, hour, day, month, weekdays(weekday), year].join(' ');
}

function weekdays(field: string): string {
  if (field === 'L') return '6';
  return field
    .split(',')
    .map((part) =>
      part
        .replace(/^(\d|[A-Z]{3})L$/, '$1#L')
        .replace(/^(\d)\/(\d)$/, '$1-7/$2')
        .replace(/(^|-)(\d)/g, (_whole, before: string, day: string) => `${before}${Number(day) - 1}`),
    )
    .join(',');
}
