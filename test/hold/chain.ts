import { createHash } from 'node:crypto';
import type { Line } from './store.ts';

type Event = { seq: number; hash: string; previous: string } & Record<string, unknown>;
export type Broken = { reference: string; at: number; why: string };

/** Written again here, apart from the product, so that a mistake of its own is not shared: keys in order, no spaces. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.keys(value)
      .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Recomputes each journal of the table of requests: what is altered, missing, moved, or not what the snapshot stands on. */
export const brokenChains = (lines: readonly Line[]): Broken[] => {
  const journals = Map.groupBy(
    lines.filter(({ sk }) => sk.startsWith('EVENT#')),
    ({ pk }) => pk,
  );
  const broken: Broken[] = [];
  for (const [pk, items] of journals) {
    const events = items.map(({ event }) => event as Event).sort((one, other) => one.seq - other.seq);
    const say = (at: number, why: string) => broken.push({ reference: pk, at, why });
    let previous = '0'.repeat(64);
    for (const [index, event] of events.entries()) {
      const { hash, ...rest } = event;
      if (event.seq !== index + 1) say(index + 1, 'a line is missing');
      else if (event.previous !== previous) say(index + 1, 'it does not follow the line before');
      else if (sha256(canonical(rest)) !== hash) say(index + 1, 'it was altered');
      previous = hash;
    }
    const snapshot = lines.find((line) => line.pk === pk && line.sk === 'SNAPSHOT');
    const head = snapshot?.head as { seq?: number; hash?: string } | undefined;
    if (head && (head.seq !== events.at(-1)?.seq || head.hash !== previous))
      say(events.length, 'the snapshot stands on another line');
  }
  return broken;
};
