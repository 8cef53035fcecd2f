import { addDays, type Day, weekday } from '../../deadlines/day.ts';
import type { Partition } from '../../requests/board.ts';
import { agentBoard, poolBoard, workGroups } from '../../requests/items.ts';
import type { Counts } from './agent-api.ts';

/** Days by which some requests are due; `more`: there are others. */
export type Days = { days: string[]; more: boolean };

/** Lists of the board that hold what stands with an agent, or in the common basket of a department. */
export const listsOf = (department: string, login: string | null): Partition[] =>
  workGroups.map((group) => ({
    index: 'gsi2',
    key: login ? agentBoard(login, group) : poolBoard(department, group),
    group,
  }));

/** Late, and due from today to Sunday. */
export const count = ({ days, more }: Days, today: Day): Counts => {
  const sunday = addDays(today, (7 - weekday(today)) % 7);
  return {
    open: days.length,
    late: days.filter((day) => day < today).length,
    week: days.filter((day) => day >= today && day <= sunday).length,
    more,
  };
};
