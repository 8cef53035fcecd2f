import type { Context, Provisioned, Resource, Runtime, Service } from '../../context.ts';
import { notServed } from '../wire/fault.ts';
import { jsonHandler } from '../wire/json-protocol.ts';
import { readDefinition } from './definition.ts';
import { createEngine, type Engine } from './engine.ts';
import { resumeAll, startExecution, TIMEOUT, timeOut } from './executions.ts';
import { statesOperations } from './operations.ts';

/** Step Functions, standard machines in JSONata. Executions are durable: they resume where they were after `kill -9`. */
export function createStates(ctx: Context): Service & { runtime: Partial<Runtime> } {
  const engine = createEngine(ctx);
  engine.start = (machine, input, name) => startExecution(engine, machine, input, name);
  ctx.clock.on(TIMEOUT, (payload) => timeOut(engine, (payload as { arn: string }).arn));

  return {
    name: 'states',
    // AWS bills transitions, not calls: see `flow`.
    handle: jsonHandler({ service: 'Step Functions', version: '1.0' }, statesOperations(engine)),
    resource: async (resource) => provision(engine, resource),
    start: async () => resumeAll(engine),
    async stop() {
      for (const run of engine.runs.values()) run.abort.abort();
    },
    runtime: {
      states: {
        start: (machineArn, input, name) => ({
          executionArn: startExecution(engine, machineArn, JSON.stringify(input ?? {}), name).arn,
        }),
      },
    },
  };
}

function provision(engine: Engine, resource: Resource): Provisioned {
  if (resource.type !== 'AWS::StepFunctions::StateMachine') throw notServed('Step Functions', resource.type);
  const { region, accountId, clock } = engine.ctx;
  const { properties } = resource;
  if (properties.StateMachineType === 'EXPRESS')
    throw new Error(`${resource.logicalId}: express state machines are not served here`);
  const name = String(properties.StateMachineName ?? `${resource.stack}-${resource.logicalId}`).slice(0, 80);
  const arn = `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;
  const given = properties.DefinitionString ?? JSON.stringify(properties.Definition ?? {});
  const substitutions = (properties.DefinitionSubstitutions ?? {}) as Record<string, unknown>;
  let definition: string;
  try {
    definition = engine.store.saveDefinition(JSON.stringify(readDefinition(String(given), substitutions)));
  } catch (error) {
    throw new Error(`State machine ${resource.logicalId}: ${(error as Error).message}`);
  }
  const created = clock.now().toISOString();
  engine.store.saveMachine({ arn, name, role: String(properties.RoleArn ?? ''), definition, created });
  return { ref: arn, attributes: { Arn: arn, Name: name, StateMachineRevisionId: definition } };
}
