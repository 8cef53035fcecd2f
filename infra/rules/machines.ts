import { type All, type Found, place, type Rule, text } from './template.ts';

type State = Record<string, unknown> & {
  Type?: string;
  Resource?: string;
  Retry?: Record<string, unknown>[];
};

/** States at any depth, with their names. */
const statesIn = (value: unknown): [string, State][] => {
  if (typeof value !== 'object' || value === null) return [];
  const { States } = value as { States?: Record<string, State> };
  return [...Object.entries(States ?? {}), ...Object.values(value).flatMap(statesIn)];
};
const machines = (all: All): { machine: Found; states: [string, State][] }[] =>
  all.of('AWS::StepFunctions::StateMachine').map((machine) => {
    const states = statesIn(JSON.parse(String(machine.props.DefinitionString)));
    return { machine, states: [...new Map(states).entries()] };
  });
const each = (says: string, isWrong: (state: State) => boolean): Rule => ({
  says,
  broken: (all) =>
    machines(all).flatMap(({ machine, states }) =>
      states.filter(([, state]) => isWrong(state)).map(([name]) => `${place(machine)} “${name}”`),
    ),
});
const isTask = ({ Type }: State): boolean => Type === 'Task';
const waitsForToken = ({ Resource }: State): boolean => String(Resource).endsWith('.waitForTaskToken');
/** One month: what waits for a person longer than that is begun anew by its plan. */
const longest = 31_622_400;

/** Machines: nothing waits for ever, and what failed by chance is tried again, not all at the same instant. */
export const machineRules: readonly Rule[] = [
  each(
    'every task has an end to its patience',
    (state) => isTask(state) && !state.TimeoutSeconds && !state.TimeoutSecondsPath,
  ),
  each(
    'a wait for an answer ends within a year even when the answer never comes',
    (state) => isTask(state) && waitsForToken(state) && Number(state.TimeoutSeconds) > longest,
  ),
  each('every task is tried again', (state) => isTask(state) && !state.Retry?.length),
  each('tries of many machines are spread: full jitter, and a longest pause', (state) =>
    (state.Retry ?? []).some(
      ({ JitterStrategy, MaxDelaySeconds, MaxAttempts, BackoffRate }) =>
        Number(MaxAttempts ?? 3) > 1 &&
        Number(BackoffRate ?? 2) > 1 &&
        (JitterStrategy !== 'FULL' || !MaxDelaySeconds),
    ),
  ),
  {
    says: 'machines are Standard: each name runs once, and waits for people',
    broken: (all) =>
      machines(all)
        .filter(({ machine }) => machine.props.StateMachineType !== 'STANDARD')
        .map(({ machine }) => place(machine)),
  },
  {
    says: 'an alarm rings for executions that fail and for those that take too long',
    broken: (all) =>
      machines(all).flatMap(({ machine }) => {
        const rings = (metric: string) =>
          all
            .of('AWS::CloudWatch::Alarm')
            .some(
              ({ stack, props }) =>
                stack === machine.stack &&
                props.MetricName === metric &&
                text(props.Dimensions).includes(`"${machine.id}"`),
            );
        return ['ExecutionsFailed', 'ExecutionsTimedOut']
          .filter((metric) => !rings(metric))
          .map((metric) => `${place(machine)} ${metric}`);
      }),
  },
];
