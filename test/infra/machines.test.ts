import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../statemachines');
const files = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));
type State = {
  Type: string;
  TimeoutSeconds?: number;
  Retry?: unknown;
  HeartbeatSeconds?: number;
  [more: string]: unknown;
};
type Definition = { Comment?: string; QueryLanguage?: string; States: Record<string, State> };

const read = (file: string): Definition => JSON.parse(readFileSync(join(folder, file), 'utf8'));
/** States at any depth: branches of parallels and maps hold states of their own. */
const statesOf = (definition: unknown): [string, State][] => {
  if (typeof definition !== 'object' || definition === null) return [];
  const here = Object.entries((definition as Definition).States ?? {});
  return [
    ...here,
    ...Object.values(definition).flatMap(statesOf),
    ...here.flatMap(([, state]) => branches(state)),
  ];
};
const branches = (state: State) => [state.Branches, state.ItemProcessor].flat().flatMap(statesOf);

describe.each(files)('%s', (file) => {
  const definition = read(file);

  it('is a definition that Step Functions accepts', () => {
    const { isValid, errorsText } = validate(definition, { checkPaths: false, checkArn: false });
    expect(isValid ? '' : errorsText()).toBe('');
  });

  it('says which promise it keeps, in the language of its expressions', () => {
    expect(definition.Comment?.length).toBeGreaterThan(30);
    expect(definition.QueryLanguage).toBe('JSONata');
  });

  it('never waits for ever, and tries again what failed by chance', () => {
    const tasks = statesOf(definition).filter(([, { Type }]) => Type === 'Task');
    expect(tasks.filter(([, { TimeoutSeconds }]) => !TimeoutSeconds).map(([name]) => name)).toEqual([]);
    expect(tasks.filter(([, { Retry }]) => !Retry).map(([name]) => name)).toEqual([]);
  });
});

it('finds the machines where the constructs look for them', () => {
  expect(files.every((name) => /^[a-z-]+\.asl\.json$/.test(name))).toBe(true);
});
