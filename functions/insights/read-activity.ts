import type { AgentCaller } from '../agents/caller.ts';
import { boardsOf, maySee } from '../agents/rights.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Cut, delayBounds, type Line } from './activity.ts';
import type { readActivity as operation } from './agent-api.ts';
import { savedCents } from './savings.ts';

type Reply = ReplyOf<typeof operation>;
type Figures = Reply['total'];
/** A longer period is not one that anybody steers by. */
const mostMonths = 24;

const share = (some: number, all: number): number | null =>
  all === 0 ? null : Math.round((1_000 * some) / all) / 1_000;

export const figuresOf = (lines: readonly Line[]): Figures => {
  const sum = (name: string) => lines.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
  const [opened, answered] = [sum('opened'), sum('answered')];
  return {
    ...{ opened, answered },
    settledShare: share(sum('settled') + sum('withdrawn') + sum('transferred'), opened),
    automaticShare: share(sum('automatic'), opened),
    inTimeShare: share(sum('inTime'), sum('promised')),
    meanDays: answered === 0 ? null : Math.round((10 * sum('days')) / answered) / 10,
    delays: [...delayBounds, null].map((_, at) => sum(`within${at}`)),
    ...{ granted: sum('granted'), refused: sum('refused'), implicit: sum('implicit') },
    ...{ withdrawn: sum('withdrawn'), transferred: sum('transferred') },
  };
};

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthAt = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const monthsFrom = (first: number, length: number): string[] =>
  Array.from({ length }, (_, at) => monthAt(first + at));

/** Heads see their departments, the quality unit and administrators every one; the cabinet's are seen by its own people. */
const seenBy = (agent: AgentCaller['agent'], departments: readonly string[]) => {
  const boards = boardsOf(agent, departments);
  const seesAll = agent.roles.some((role) => role === 'quality' || role === 'administrator');
  return ({ department }: Pick<Line, 'department'>): boolean =>
    department === null ? seesAll && maySee(agent, null) : boards.includes(department);
};

/** Reads the lines of each month and no request: the cost is that of the months, however many people wrote. */
export const readActivity =
  (deps: {
    authority(): Promise<Pick<Authority, 'departments'>>;
    month(month: string): Promise<Line[]>;
    now(): string;
  }) =>
  async ({ query }: InputOf<typeof operation>, { agent }: AgentCaller): Promise<Reply> => {
    const first = indexOf(query.from);
    const length = indexOf(query.to) - first + 1;
    if (length < 1 || length > mostMonths)
      throw new Refusal('invalid-input', [
        { field: 'to', code: 'out-of-range', params: { most: mostMonths } },
      ]);
    const { departments } = await deps.authority();
    const maySeeLine = seenBy(
      agent,
      departments.map(({ code }) => code),
    );
    const isAsked = (line: Line) =>
      maySeeLine(line) && (query.department === undefined || line.department === query.department);
    const read = async (months: readonly string[]) =>
      (await Promise.all(months.map(deps.month))).flat().filter(isAsked);
    const months = monthsFrom(first, length);
    const [lines, earlier] = await Promise.all([read(months), read(monthsFrom(first - length, length))]);
    const by = (cut: Cut, among = lines) => among.filter((line) => line.cut === cut);
    const groups = <K extends string | null>(cut: Cut, key: (line: Line) => K): [K, Figures][] =>
      [...Map.groupBy(by(cut), key)]
        .map(([name, some]): [K, Figures] => [name, figuresOf(some)])
        .toSorted(([, one], [, other]) => other.opened - one.opened);
    const ofMonth = Map.groupBy(by('channel'), ({ month }) => month);
    return {
      total: figuresOf(by('channel')),
      before: figuresOf(by('channel', earlier)),
      months: months.map((month) => ({ month, ...figuresOf(ofMonth.get(month) ?? []) })),
      channels: groups('channel', ({ code }) => code ?? '-').map(([channel, figures]) => ({
        channel,
        ...figures,
      })),
      departments: groups('channel', ({ department }) => department).map(([department, figures]) => ({
        department,
        ...figures,
      })),
      procedures: groups('procedure', ({ code }) => code).map(([procedure, figures]) => ({
        procedure,
        ...figures,
      })),
      savedCents: savedCents(by('channel')),
      now: deps.now(),
    };
  };
