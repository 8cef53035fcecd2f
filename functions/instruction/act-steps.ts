import type { Agent } from '../agents/agent.ts';
import type { Day } from '../deadlines/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../deadlines/holidays.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { WorkStep } from '../procedures/workflow.ts';
import type { Append, Change } from '../requests/append.ts';
import type { Whole } from '../requests/items.ts';
import { headOf } from './head.ts';
import { givenOpinion, opinionItem } from './opinion-item.ts';
import type { Act } from './plan.ts';
import { opinionsOfStep } from './plan-work.ts';

type Deps = {
  append: Append;
  agentsOf(department: string): Promise<Agent[]>;
  newSalt(): string;
  now(): string;
};
type Place = { today: Day; calendar: HolidayCalendar };
type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Begins a step; an opinion is asked of all its departments at once. */
export const startStep =
  (deps: Deps) =>
  (whole: Whole, { step: id }: Of<'start-step'>, procedure: Procedure | null, place: Place) => {
    const { request } = whole;
    const step = procedure?.workflow.find((one) => one.id === id);
    if (!step) throw new Error('step-unknown');
    const round = request.stepsDone.length;
    return deps.append(request.reference, { key: `step-${id}-${round}-${reopened(whole)}` }, (current) => {
      if (!current || current.request.step) return { commands: [] };
      const asked = step.kind === 'opinion' ? askAll(deps, whole, step, place) : { commands: [] };
      return {
        commands: [{ command: 'step-started', step: id, kind: step.kind }, ...asked.commands],
        records: asked.records,
      };
    });
  };

/** How often the request was reopened: a step begun again is another one. */
const reopened = ({ events }: Pick<Whole, 'events'>): number =>
  events.filter(({ type }) => type === 'request-reopened').length;

const askAll = (
  deps: Deps,
  whole: Whole,
  step: Extract<WorkStep, { kind: 'opinion' }>,
  { today, calendar }: Place,
): Pick<Change, 'commands' | 'records'> => {
  const due = step.days ? addWorkingDays(today, step.days, calendar) : null;
  const times = reopened(whole);
  const asked = step.from.map((department) => ({
    opinionId: `${step.id}.${department}${times > 0 ? `.${times}` : ''}`,
    department,
  }));
  const known = opinionsOfStep(whole.request, step.id).map(({ opinionId }) => opinionId);
  const fresh = asked.filter(({ opinionId }) => !known.includes(opinionId));
  return {
    commands: fresh.map((one) => ({ command: 'opinion-requested' as const, ...one, due, by: 'auto' })),
    records: fresh.map((one) =>
      opinionItem(
        {
          ...one,
          question: step.question,
          askedAt: deps.now(),
          text: null,
          author: null,
          salt: deps.newSalt(),
        },
        whole,
        due,
      ),
    ),
  };
};

export const endStep =
  ({ append }: Deps) =>
  ({ request, events }: Whole, { step }: Of<'complete-step'>) =>
    append(
      request.reference,
      { key: `step-end-${step}-${request.step?.since}-${reopened({ events })}` },
      () => ({
        commands: [{ command: 'step-completed', step, outcome: null, by: 'auto' }],
      }),
    );

/** The request ended: departments owe it no opinion any more. */
export const dropOpinions =
  ({ append }: Deps) =>
  ({ request, opinions, head }: Whole) => {
    const owed = request.opinions.filter(({ result }) => result === null).map(({ opinionId }) => opinionId);
    return append(request.reference, { key: `drop-opinions-${head.seq}` }, () => ({
      commands: owed.map((opinionId) => ({ command: 'opinion-dropped' as const, opinionId })),
      records: opinions.filter(({ opinionId }) => owed.includes(opinionId)).map(givenOpinion),
    }));
  };

/** Calls the head of department, or who stands in; the board shows it. */
export const escalate =
  ({ append, agentsOf }: Deps) =>
  async ({ request }: Whole, { deadline, due }: Of<'escalate'>, today: Day): Promise<unknown> => {
    const { department, reference } = request;
    const agents = department ? await agentsOf(department) : [];
    const to = headOf(department, agents, today);
    return append(reference, { key: `escalate-${deadline}-${due}` }, () => ({
      commands: [{ command: 'request-escalated', to, deadline, due }],
    }));
  };
