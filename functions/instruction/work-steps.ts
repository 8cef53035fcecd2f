import type { AgentCaller } from '../agents/caller.ts';
import { by, noteOf } from '../requests/agent-act.ts';
import type { Snapshot } from '../requests/items.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type {
  checkPoints as checkOperation,
  completeStep as completeOperation,
  decideOutcome as decideOperation,
} from './agent-api.ts';
import { type DeedDeps, type Done, doDeed, type Place } from './do-deed.ts';

/** The step of the workflow that is under way, when it is the one that was named and of that kind. */
const stepUnderWay = ({ request }: Snapshot, { procedure }: Place, id: string | undefined) => {
  const step = procedure?.workflow.find((one) => one.id === request.step?.id);
  if (!step || (id !== undefined && step.id !== id)) throw new Refusal('not-allowed-in-state');
  return step;
};

/** Ticks points; with the last one the check is over. */
export const checkPoints =
  (deps: DeedDeps) =>
  (input: InputOf<typeof checkOperation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'check', (current, place) => {
      const { step: id, points } = input.body;
      const step = stepUnderWay(current, place, id);
      if (step.kind !== 'check') throw new Refusal('not-allowed-in-state');
      const known = step.points.map(({ code }) => code);
      const odd = points.findIndex((code) => !known.includes(code));
      if (odd >= 0) throw new Refusal('invalid-input', [{ field: `points.${odd}`, code: 'unknown' }]);
      const ticked = { command: 'points-checked', step: id, points, by: by(caller) } as const;
      const isWhole = known.every((code) => points.includes(code));
      const done = { command: 'step-completed', step: id, outcome: null, by: by(caller) } as const;
      return { commands: isWhole ? [ticked, done] : [ticked] };
    });

/** Goes on without what a check, opinions or a payment still lack (paid otherwise, remitted); the reason is a note. */
export const completeStep =
  (deps: DeedDeps) =>
  (input: InputOf<typeof completeOperation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'completeStep', (current, place) => {
      const step = stepUnderWay(current, place, input.params.step);
      if (!['check', 'opinion', 'payment'].includes(step.kind)) throw new Refusal('not-allowed-in-state');
      const why = noteOf(deps, { id: place.id, text: input.body.reason }, caller);
      const done = { command: 'step-completed', step: step.id, outcome: null, by: by(caller) } as const;
      return { commands: [done, ...why.commands], records: why.records };
    });

/** Decides; the workflow goes on to the letter that says it. */
export const decideOutcome =
  (deps: DeedDeps) =>
  (input: InputOf<typeof decideOperation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'decide', (current, place) => {
      const { outcome } = input.body;
      const step = stepUnderWay(current, place, undefined);
      if (step.kind !== 'decision') throw new Refusal('not-allowed-in-state');
      if (!step.outcomes.includes(outcome))
        throw new Refusal('invalid-input', [{ field: 'outcome', code: 'invalid' }]);
      return { commands: [{ command: 'step-completed', step: step.id, outcome, by: by(caller) }] };
    });
