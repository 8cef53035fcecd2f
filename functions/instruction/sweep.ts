import type { Agent } from '../agents/agent.ts';
import { isPresent } from '../agents/presence.ts';
import type { Day } from '../deadlines/day.ts';
import { type Section, sectionsOf } from '../requests/board.ts';
import type { BoardTable } from '../requests/board-table.adapter.ts';
import { agentBoard, workGroups } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import { type ReassignDeps, reassign } from './absence.ts';

export type SweepDeps = Omit<ReassignDeps, 'agentsOf'> & {
  board: Pick<BoardTable, 'page'>;
  everybody(): Promise<Agent[]>;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): Day;
};
/** Requests of one absent agent moved in one call; the next morning takes the rest. */
const mostAtOnce = 500;
const pageSize = 50;

const boardOf = (login: string, today: Day): Section[] =>
  sectionsOf(
    workGroups.map((group) => ({ index: 'gsi2', key: agentBoard(login, group), group }) as const),
    today,
  );

/**
 * No request stays with somebody who is away or gone: each goes to the substitute, else back to everybody in its department.
 * Reads the boards of the absent alone, page by page.
 * @param logins whom to look at; `null`, everybody
 * @returns how many moved
 */
export const sweepAbsent =
  (deps: SweepDeps) =>
  async (logins: readonly string[] | null): Promise<number> => {
    const [agents, { timeZone }] = await Promise.all([deps.everybody(), deps.authority()]);
    const today = deps.dayIn(timeZone, deps.now());
    const move = reassign({
      append: deps.append,
      wakes: true,
      agentsOf: async (department) => agents.filter(({ departments }) => departments.includes(department)),
    });
    let moved = 0;
    for (const { login } of agents.filter((one) => !isPresent(one, today))) {
      if (logins && !logins.includes(login)) continue;
      const sections = boardOf(login, today);
      for (let done = 0; done < mostAtOnce; ) {
        // What moved has left the list: its first page is always what is left.
        const { found } = await deps.board.page(sections, null, pageSize);
        if (found.length === 0) break;
        for (const { snapshot } of found) await move(snapshot.request.reference, login, today);
        done += found.length;
        moved += found.length;
      }
    }
    return moved;
  };
