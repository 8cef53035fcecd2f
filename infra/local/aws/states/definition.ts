import { problems } from './refused.ts';

export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  BackoffRate?: number;
  MaxAttempts?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
};
export type Catcher = {
  ErrorEquals: string[];
  Next: string;
  Assign?: Record<string, unknown>;
  Output?: unknown;
};
export type ChoiceRule = {
  Condition: unknown;
  Next: string;
  Assign?: Record<string, unknown>;
  Output?: unknown;
};
export type Flow = { StartAt: string; States: Record<string, State> };

/** One state, with the fields of every type: `Type` says which are there. */
export type State = {
  Type: 'Pass' | 'Task' | 'Choice' | 'Wait' | 'Parallel' | 'Map' | 'Succeed' | 'Fail';
  QueryLanguage?: string;
  Next?: string;
  End?: boolean;
  Assign?: Record<string, unknown>;
  Output?: unknown;
  Arguments?: unknown;
  Resource?: string;
  TimeoutSeconds?: unknown;
  HeartbeatSeconds?: unknown;
  Retry?: Retrier[];
  Catch?: Catcher[];
  Choices?: ChoiceRule[];
  Default?: string;
  Seconds?: unknown;
  Timestamp?: unknown;
  Branches?: Flow[];
  Items?: unknown;
  ItemSelector?: unknown;
  ItemProcessor?: Flow & { ProcessorConfig?: { Mode?: string } };
  MaxConcurrency?: unknown;
  Error?: unknown;
  Cause?: unknown;
};
export type Machine = Flow & { Comment?: string; QueryLanguage?: string; TimeoutSeconds?: number };

/**
 * Reads a definition and refuses what this runtime would run otherwise than AWS: JSONPath, distributed maps, services it
 * does not integrate. Throws one error that lists every problem with the state's name.
 */
export function readDefinition(text: string, substitutions: Record<string, unknown> = {}): Machine {
  const filled = text.replace(/\$\{([A-Za-z0-9_]+)\}/g, (whole, name: string) =>
    name in substitutions ? JSON.stringify(String(substitutions[name])).slice(1, -1) : whole,
  );
  let machine: Machine;
  try {
    machine = JSON.parse(filled);
  } catch (error) {
    throw new Error(`The definition is not JSON: ${(error as Error).message}`);
  }
  const found = problems(machine);
  if (found.length) throw new Error(`The definition cannot run here:\n- ${found.join('\n- ')}`);
  return machine;
}
