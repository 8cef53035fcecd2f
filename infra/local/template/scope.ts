import type { Assembly, Stack } from './assembly.ts';
import { NO_VALUE, resolveValue, type Scope } from './intrinsics.ts';

export type Known = { ref: string; attributes: Record<string, string> };
export type Environment = {
  assembly: Assembly;
  accountId: string;
  /** Values of template parameters that the local run decides (the public address…). */
  parameters: Record<string, string>;
  /** Provisions on demand: the value of a resource is known once the resource exists. */
  known(stack: Stack, logicalId: string): Promise<Known>;
};

/** How names are looked up from inside one stack: its own resources, its parameters, and what other stacks export. */
export function scopeOf(stack: Stack, environment: Environment): Scope {
  const { template } = stack;
  const pseudo: Record<string, unknown> = {
    'AWS::AccountId': environment.accountId,
    'AWS::Region': stack.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${environment.accountId}:stack/${stack.name}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': NO_VALUE,
  };
  const scope: Scope = {
    async ref(id) {
      if (Object.hasOwn(pseudo, id)) return pseudo[id];
      const parameter = template.Parameters?.[id];
      if (!parameter) return (await environment.known(stack, id)).ref;
      const value = environment.parameters[id] ?? parameter.Default;
      if (value === undefined)
        throw new Error(`parameter ${id} of stack ${stack.name} has neither a local value nor a default`);
      return /List|CommaDelimited/.test(parameter.Type) ? String(value).split(',') : value;
    },
    async attribute(id, name) {
      const type = template.Resources?.[id]?.Type;
      if (type === 'Custom::CrossRegionExportReader') return crossRegion(name, environment);
      const known = await environment.known(stack, id);
      const value = known.attributes[name];
      if (value === undefined) throw new Error(`${type} ${stack.name}/${id} has no attribute ${name} here`);
      return value;
    },
    imported: (name) => exported(name, environment),
    mapped: (map, first, second) => template.Mappings?.[map]?.[first]?.[second],
    secret: (id) => secretText(id, environment),
    condition: async (name) => (await resolveValue(template.Conditions?.[name], scope)) === true,
  };
  return scope;
}

async function exported(name: string, environment: Environment): Promise<unknown> {
  for (const stack of environment.assembly.stacks)
    for (const output of Object.values(stack.template.Outputs ?? {})) {
      if (!output.Export) continue;
      const scope = scopeOf(stack, environment);
      if ((await resolveValue(output.Export.Name, scope)) === name) return resolveValue(output.Value, scope);
    }
  throw new Error(`no stack exports ${name}`);
}

/** The value that the secrets' part answered when it made the secret, or had it already. */
async function secretText(id: string, environment: Environment): Promise<string> {
  for (const stack of environment.assembly.stacks)
    for (const [logicalId, { Type, Properties }] of Object.entries(stack.template.Resources ?? {})) {
      if (Type !== 'AWS::SecretsManager::Secret') continue;
      const { ref, attributes } = await environment.known(stack, logicalId);
      const text = attributes.SecretString;
      if ((ref === id || Properties?.Name === id) && text !== undefined) return text;
    }
  throw new Error(`no stack makes the secret ${id}`);
}

/** CDK carries a value to another region by a parameter path: here the path leads straight to the value's expression. */
async function crossRegion(path: string, environment: Environment): Promise<unknown> {
  for (const stack of environment.assembly.stacks)
    for (const resource of Object.values(stack.template.Resources ?? {})) {
      if (resource.Type !== 'Custom::CrossRegionExportWriter') continue;
      const { exports = {} } = (resource.Properties?.WriterProps ?? {}) as {
        exports?: Record<string, unknown>;
      };
      if (Object.hasOwn(exports, path)) return resolveValue(exports[path], scopeOf(stack, environment));
    }
  throw new Error(`no stack writes ${path}`);
}
