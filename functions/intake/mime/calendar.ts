import type { CalendarWords } from '../messages/mail-fr.ts';

const mostEvents = 10;

/** An invitation (RFC 5545) as a person reads it; empty when it holds none. */
export function calendarText(calendar: string, words: CalendarWords): string {
  const lines = calendar
    .slice(0, 200_000)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const method =
    lines
      .find((line) => /^METHOD:/i.test(line))
      ?.slice(7)
      .trim()
      .toUpperCase() ?? '';
  const events: Map<string, string>[] = [];
  let event: Map<string, string> | undefined;
  for (const line of lines) {
    if (/^BEGIN:(VEVENT|VTODO)/i.test(line)) event = new Map();
    else if (/^END:(VEVENT|VTODO)/i.test(line) && event) {
      events.push(event);
      event = undefined;
    } else if (event) {
      const colon = colonOf(line);
      const [name = '', parameters = ''] = line.slice(0, colon).split(/;(.*)/);
      const key = name.toUpperCase();
      if (colon > 0 && !event.has(key))
        event.set(key, readValue(key, parameters, line.slice(colon + 1), words));
    }
  }
  return events
    .slice(0, mostEvents)
    .map((one) => {
      const rows = (['SUMMARY', 'DTSTART', 'DTEND', 'LOCATION', 'ORGANIZER', 'DESCRIPTION'] as const)
        .filter((name) => one.get(name))
        .map((name) => `${words.labels[name]}${one.get(name)}`);
      return [words.methods[method] ?? words.invitation, ...rows].join('\n');
    })
    .join('\n\n');
}

/** Where the value begins: the first colon that no quotes hold. */
function colonOf(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < Math.min(line.length, 2_000); at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

function readValue(name: string, parameters: string, value: string, words: CalendarWords): string {
  const text = value
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1')
    .trim()
    .slice(0, 5_000);
  if (name === 'ORGANIZER') {
    const named = /CN="?([^";:]{1,200})/i.exec(parameters)?.[1];
    return [named, text.replace(/^mailto:/i, '')].filter(Boolean).join(', ');
  }
  if (!name.startsWith('DT')) return text;
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?/.exec(text);
  if (!found) return text;
  const [, year, month, day, hour, minute, isUtc] = found;
  return words.when(`${day}/${month}/${year}`, hour ? `${hour}:${minute}` : null, Boolean(isUtc));
}
