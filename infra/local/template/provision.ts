import type { Provisioned, Resource } from '../context.ts';
import type { Assembly, Stack } from './assembly.ts';
import { withDefinition } from './inline.ts';
import { resolveValue } from './intrinsics.ts';
import { partFor } from './resources.ts';
import { type Environment, type Known, scopeOf } from './scope.ts';

type Options = {
  assembly: Assembly;
  accountId: string;
  parameters: Record<string, string>;
  serve(part: string, resource: Resource): Promise<Provisioned>;
};

/**
 * Brings the resources of all stacks into being, each after those it names. Custom resources that run code wait for
 * `finish()`, when everything they may call has been started, unless something needs their answer before.
 */
export function createProvisioner({ assembly, accountId, parameters, serve }: Options) {
  const known = new Map<string, Promise<Known>>();
  const environment: Environment = { assembly, accountId, parameters, known: provision };
  refuseUnknown(assembly);

  function provision(stack: Stack, logicalId: string): Promise<Known> {
    const key = `${stack.name}/${logicalId}`;
    let pending = known.get(key);
    if (!pending) {
      pending = create(stack, logicalId);
      known.set(key, pending);
    }
    return pending;
  }

  async function create(stack: Stack, logicalId: string): Promise<Known> {
    const resource = stack.template.Resources?.[logicalId];
    if (!resource) throw new Error(`${stack.name} names ${logicalId}, which it does not define`);
    const part = partFor(resource.Type);
    if (!part) return withoutEffect(stack, logicalId, accountId);
    try {
      await Promise.all(
        [resource.DependsOn ?? []].flat().map((id) => isServed(stack, id) && provision(stack, id)),
      );
      const given = await resolveValue(resource.Properties ?? {}, scopeOf(stack, environment));
      const properties = withDefinition(given as Record<string, unknown>, assembly);
      const { ref, attributes = {} } = await serve(part, {
        logicalId,
        stack: stack.name,
        type: resource.Type,
        properties,
      });
      return { ref, attributes };
    } catch (error) {
      throw named(error as Error, `${resource.Type} ${stack.name}/${logicalId}`);
    }
  }

  async function wanted(run: boolean): Promise<void> {
    for (const stack of assembly.stacks)
      for (const [id, resource] of Object.entries(stack.template.Resources ?? {})) {
        const part = partFor(resource.Type);
        if (!part || (part === 'custom') !== run) continue;
        if (!resource.Condition || (await scopeOf(stack, environment).condition(resource.Condition)))
          await provision(stack, id);
      }
  }

  return {
    /** Everything that is not code to run. */
    resources: () => wanted(false),
    finish: () => wanted(true),
    find: (stack: Stack, logicalId: string) => provision(stack, logicalId),
  };
}

function isServed(stack: Stack, logicalId: string): boolean {
  const part = partFor(stack.template.Resources?.[logicalId]?.Type ?? '');
  return part !== undefined && part !== 'custom';
}

function refuseUnknown(assembly: Assembly): void {
  const refusals = assembly.stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {}).flatMap(([id, { Type }]) => {
      try {
        partFor(Type);
        return [];
      } catch (error) {
        return [`${(error as Error).message} (${stack.name}/${id})`];
      }
    }),
  );
  if (refusals.length)
    throw new Error(`The template asks for what this runtime does not offer:\n- ${refusals.join('\n- ')}`);
}

/** Its name can be asked for (a role's ARN in a rule), it does nothing. */
function withoutEffect(stack: Stack, logicalId: string, accountId: string): Known {
  const ref = `${stack.name}-${logicalId}`;
  const isStream = stack.template.Resources?.[logicalId]?.Type === 'AWS::Kinesis::Stream';
  const attributes = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) =>
        !String(name).endsWith('Arn')
          ? ref
          : isStream
            ? `arn:aws:kinesis:${stack.region}:${accountId}:stream/${ref}`
            : `arn:aws:iam::${accountId}:role/${ref}`,
    },
  );
  return { ref, attributes };
}

/** Says where in the template a failure happened, once. */
function named(error: Error, where: string): Error {
  if (!error.message.startsWith('In the template'))
    error.message = `In the template, ${where}: ${error.message}`;
  return error;
}
