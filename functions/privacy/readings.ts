import type { Agent } from '../agents/agent.ts';
import { personKey } from '../citizens/items.ts';
import type { Reading as SheetReading } from '../citizens/reading.ts';
import type { JournalEvent } from '../requests/event.ts';
import { requestKey } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import type { Reading } from './citizen-api.ts';
import { ownRequests } from './own-requests.ts';
import type { Reads } from './store.ts';
import type { Whoever } from './whoever.ts';

export type ReadingsDeps = {
  store: Reads;
  agent(login: string): Promise<Agent | null>;
  authority(): Promise<Authority>;
  now(): string;
};
type Read = { at: string; by: string; reason: string; reference: string | null };
const onePage = 20;

const ofSheets = async (store: Reads, { personIds }: Whoever): Promise<Read[]> => {
  const items = await Promise.all(personIds.map((id) => store.items('citizens', personKey(id), 'READ#')));
  return items.flat().map(({ reading }) => reading as SheetReading);
};
const ofRequests = async (store: Reads, who: Whoever): Promise<Read[]> => {
  const own = (await ownRequests(store, who)).filter(({ isTheirs }) => isTheirs);
  const events = await Promise.all(
    own.map(async ({ reference }) =>
      (await store.items('requests', requestKey(reference), 'EVENT#')).flatMap(({ event }): Read[] => {
        const line = event as JournalEvent;
        if (line.type !== 'personal-data-read') return [];
        return [{ at: line.at, by: line.by, reason: line.reason, reference }];
      }),
    ),
  );
  return events.flat();
};

const cursorOf = ({ at, by, reason }: Read): string => `${at}#${by}#${reason}`;

/** One page of who looked, the last first: what they are and where they work, never who. */
export const readingsOf =
  (deps: ReadingsDeps) =>
  async (
    who: Whoever,
    before?: string,
  ): Promise<{ readings: Reading[]; next: string | null; now: string }> => {
    const all = (await Promise.all([ofSheets(deps.store, who), ofRequests(deps.store, who)])).flat();
    const once = [...new Map(all.map((one) => [`${cursorOf(one)}#${one.reference}`, one])).values()]
      .filter((one) => before === undefined || cursorOf(one) < before)
      .toSorted((a, b) => (cursorOf(a) < cursorOf(b) ? 1 : -1));
    const page = once.slice(0, onePage);
    const { departments } = await deps.authority();
    const agents = new Map<string, Agent | null>();
    for (const { by } of page)
      if (by.startsWith('agent:') && !agents.has(by)) agents.set(by, await deps.agent(by.slice(6)));
    const last = page.at(-1);
    return {
      readings: page.map(({ at, by, reason, reference }) => {
        const agent = agents.get(by);
        const department = departments.find(({ code }) => agent?.departments.includes(code));
        return {
          ...{ at, reason, reference },
          by: { title: agent?.title ?? '', department: department?.name ?? null },
        };
      }),
      next: once.length > onePage && last ? cursorOf(last) : null,
      now: deps.now(),
    };
  };
