/** One line of a function's log, as `log` and `measure` write it. */
export type Line = { time: string; fn: string; code: string } & Record<string, unknown>;
/** Finds the lines that hold one of some ids. */
export type Find = (ids: readonly string[]) => Promise<Line[]>;

/** Names under which a line says what it was about, and by which more lines are found; the others name a whole batch. */
const leads = ['reference', 'contactId', 'messageId', 'letterId', 'paymentId', 'appointmentId'] as const;
const mostRounds = 4;
/** More than this many ids of one name in one line are a batch of several requests, which leads astray. */
const mostOfOneLine = 2;

/**
 * Everything that functions said of one request, in the order of time: the lines that name it, then those that name what
 * these name (its contact, its messages), until nothing new is found.
 */
export async function follow(id: string, find: Find): Promise<Line[]> {
  const known = new Set<string>();
  const lines = new Map<string, Line>();
  let next = [id];
  for (let round = 0; next.length > 0 && round < mostRounds; round += 1) {
    for (const one of next) known.add(one);
    const found = await find(next);
    for (const line of found) lines.set(JSON.stringify(line), line);
    next = [...new Set(found.flatMap(idsOf))].filter((one) => !known.has(one));
  }
  return [...lines.values()].sort((one, other) => one.time.localeCompare(other.time));
}

const idsOf = (line: Line): string[] =>
  leads.flatMap((name) => {
    const ids = [line[name] ?? []].flat().filter((one): one is string => typeof one === 'string');
    // A request leads to its contacts and messages, never to another request.
    return name === 'reference' || ids.length > mostOfOneLine ? [] : ids;
  });

const own = ['time', 'fn', 'code', 'level', 'ms', 'cold', 'requestId', 'status', 'route', '_aws'];
/** `08:12:03.120  requests-open  done 214 ms  reference VC-2026-000123-W` */
export function written(line: Line): string {
  const { time, fn, code, level, ms, cold, status, route } = line;
  const took = ms === undefined ? '' : `${ms} ms${cold ? ', cold' : ''}`;
  const mark = level === 'error' ? '✗' : level === 'warn' ? '!' : ' ';
  const about = Object.entries(line)
    .filter(([name, value]) => !own.includes(name) && value !== undefined)
    .map(([name, value]) => `${name} ${[value].flat().join(',')}`)
    .join('  ');
  const what = [code, status, route, took].filter((one) => one !== undefined && one !== '').join(' ');
  return `${mark} ${time.slice(0, 23).replace('T', ' ')}  ${String(fn).padEnd(34)} ${what}  ${about}`.trimEnd();
}
