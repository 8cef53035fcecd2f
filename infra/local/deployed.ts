import type { Context, Provisioned, Resource } from './context.ts';

export type Deployed = Resource & Provisioned;

const known = new WeakMap<Context, Map<string, Deployed>>();

/** Keeps what became of each resource of the template, for the parts that look one up by its logical id. */
export function remember(ctx: Context, resource: Resource, provisioned: Provisioned): void {
  const resources = known.get(ctx) ?? new Map<string, Deployed>();
  known.set(ctx, resources.set(`${resource.stack}/${resource.logicalId}`, { ...resource, ...provisioned }));
}

/** Resources of a type whose logical id starts so, in the order of the template. */
export function deployed(ctx: Context, type: string, logicalIdPrefix = ''): Deployed[] {
  return [...(known.get(ctx)?.values() ?? [])].filter(
    (resource) => resource.type === type && resource.logicalId.startsWith(logicalIdPrefix),
  );
}

/** Everything of one stack that this runtime serves. */
export const deployedIn = (ctx: Context, stack: string): Deployed[] =>
  [...(known.get(ctx)?.values() ?? [])].filter((resource) => resource.stack === stack);
