import type { Flow, Machine, State } from './definition.ts';
import { isIntegrated } from './resource.ts';

const COMMON = ['Type', 'Comment', 'QueryLanguage'];
const MOVES = ['Next', 'End', 'Assign', 'Output'];
const RESCUES = ['Retry', 'Catch'];
const FIELDS: Record<State['Type'], readonly string[]> = {
  Pass: MOVES,
  Task: [...MOVES, ...RESCUES, 'Arguments', 'Resource', 'TimeoutSeconds', 'HeartbeatSeconds', 'Credentials'],
  Choice: ['Choices', 'Default', 'Assign', 'Output'],
  Wait: [...MOVES, 'Seconds', 'Timestamp'],
  Parallel: [...MOVES, ...RESCUES, 'Arguments', 'Branches'],
  Map: [...MOVES, ...RESCUES, 'Items', 'ItemSelector', 'ItemProcessor', 'MaxConcurrency'],
  Succeed: ['Output'],
  Fail: ['Error', 'Cause'],
};
const JSONPATH = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
]);

/** Every reason why a definition cannot run here, each naming its state; empty when it can. */
export function problems(machine: Machine): string[] {
  return flowProblems(machine, machine.QueryLanguage ?? 'JSONPath', 'the machine');
}

function flowProblems(flow: Flow | undefined, language: string, where: string): string[] {
  if (!flow?.States || !flow.StartAt) return [`${where}: StartAt and States are required`];
  const targets = new Set(Object.keys(flow.States));
  const start = targets.has(flow.StartAt) ? [] : [`${where}: StartAt names no state: ${flow.StartAt}`];
  return [
    ...start,
    ...Object.entries(flow.States).flatMap(([name, state]) => stateProblems(name, state, language, targets)),
  ];
}

function stateProblems(name: string, state: State, outer: string, targets: ReadonlySet<string>): string[] {
  const fields = Object.hasOwn(FIELDS, state.Type) ? FIELDS[state.Type] : undefined;
  if (!fields) return [`${name}: unknown type ${state.Type}`];
  const language = state.QueryLanguage ?? outer;
  if (language !== 'JSONata') return [`${name}: JSONPath is not served here; set QueryLanguage to JSONata`];
  const found = Object.keys(state)
    .filter((field) => !fields.includes(field) && !COMMON.includes(field))
    .map((field) =>
      JSONPATH.has(field)
        ? `${name}: ${field} belongs to JSONPath`
        : `${name}: ${field} is not served for a ${state.Type} state`,
    );
  const nexts = [state.Next, state.Default, ...(state.Choices ?? []), ...(state.Catch ?? [])]
    .map((next) => (typeof next === 'object' ? next.Next : next))
    .filter((next) => next !== undefined);
  found.push(...nexts.filter((next) => !targets.has(next)).map((next) => `${name}: no state named ${next}`));
  const ends = ['Choice', 'Succeed', 'Fail'].includes(state.Type);
  if (!ends && !state.Next && !state.End) found.push(`${name}: Next or End is required`);
  return [...found, ...ownProblems(name, state, language)];
}

function ownProblems(name: string, state: State, language: string): string[] {
  if (state.Type === 'Task') return isIntegrated(state.Resource ?? '') ? [] : [refusal(name, state.Resource)];
  if (state.Type === 'Parallel')
    return (state.Branches ?? []).flatMap((branch) => flowProblems(branch, language, name));
  if (state.Type !== 'Map') return [];
  const mode = state.ItemProcessor?.ProcessorConfig?.Mode ?? 'INLINE';
  return [
    ...(mode === 'INLINE' ? [] : [`${name}: only inline maps are served here`]),
    ...flowProblems(state.ItemProcessor, language, name),
  ];
}

const refusal = (name: string, resource?: string) =>
  `${name}: the integration ${resource} is not served here; call a function instead`;
