import { ServiceFault } from '../wire/fault.ts';
import type { JsonInput, JsonOperation } from '../wire/json-protocol.ts';
import { described, epoch, listed } from './describe.ts';
import type { Engine } from './engine.ts';
import { existing, redriveExecution, startExecution, stopExecution } from './executions.ts';
import { historyEvents } from './history.ts';
import type { MachineRow } from './store.ts';
import { answerToken, beat } from './tokens.ts';

const text = (value: unknown) => (value === undefined ? undefined : String(value));

/** The operations of the Step Functions API that are served. */
export function statesOperations(engine: Engine): Record<string, JsonOperation> {
  const { store } = engine;
  const known = (arn: unknown): MachineRow => {
    const machine = store.machine(String(arn));
    if (machine) return machine;
    throw new ServiceFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };
  return {
    ListStateMachines: () => ({
      stateMachines: store.machines().map((machine) => ({
        stateMachineArn: machine.arn,
        name: machine.name,
        type: 'STANDARD',
        creationDate: epoch(machine.created),
      })),
    }),
    DescribeStateMachine: ({ stateMachineArn }) => {
      const machine = known(stateMachineArn);
      return {
        stateMachineArn: machine.arn,
        name: machine.name,
        status: 'ACTIVE',
        type: 'STANDARD',
        definition: store.definition(machine.definition),
        roleArn: machine.role,
        creationDate: epoch(machine.created),
      };
    },
    StartExecution: ({ stateMachineArn, input, name }) => {
      const execution = startExecution(engine, String(stateMachineArn), text(input) ?? '{}', text(name));
      return { executionArn: execution.arn, startDate: epoch(execution.started) };
    },
    DescribeExecution: ({ executionArn }) => described(existing(engine, String(executionArn))),
    ListExecutions: (input) => {
      known(input.stateMachineArn);
      const { limit, offset } = page(input, 100);
      const { stateMachineArn, statusFilter } = input;
      const found = store.executions(text(stateMachineArn), text(statusFilter), limit + 1, offset);
      return {
        executions: found.slice(0, limit).map(listed),
        nextToken: found.length > limit ? String(offset + limit) : undefined,
      };
    },
    GetExecutionHistory: (input) => {
      const execution = existing(engine, String(input.executionArn));
      const events = historyEvents(store.entries(execution.arn));
      if (input.reverseOrder) events.reverse();
      const { limit, offset } = page(input, 1000);
      return {
        events: events.slice(offset, offset + limit),
        nextToken: events.length > offset + limit ? String(offset + limit) : undefined,
      };
    },
    StopExecution: ({ executionArn, error, cause }) => ({
      stopDate: epoch(stopExecution(engine, String(executionArn), text(error), text(cause)).stopped),
    }),
    RedriveExecution: ({ executionArn }) => ({
      redriveDate: epoch(redriveExecution(engine, String(executionArn)).redriven),
    }),
    SendTaskSuccess: ({ taskToken, output }) => {
      answerToken(engine, String(taskToken), { output: outputOf(output) });
    },
    SendTaskFailure: ({ taskToken, error, cause }) => {
      answerToken(engine, String(taskToken), {
        error: text(error) ?? 'States.TaskFailed',
        cause: text(cause),
      });
    },
    SendTaskHeartbeat: ({ taskToken }) => beat(engine, String(taskToken)),
  };
}

function outputOf(output: unknown): unknown {
  try {
    return JSON.parse(String(output));
  } catch {
    throw new ServiceFault('InvalidOutput', "Invalid Output: 'Output is not valid JSON'");
  }
}

function page({ maxResults, nextToken }: JsonInput, most: number) {
  const offset = Number(nextToken ?? 0);
  if (!Number.isInteger(offset)) throw new ServiceFault('InvalidToken', 'Invalid nextToken');
  return { limit: Math.min(Number(maxResults) || most, most), offset };
}
