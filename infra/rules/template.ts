type Resource = {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
  UpdatePolicy?: { CodeDeployLambdaAliasUpdate?: { DeploymentGroupName?: unknown } };
};
export type Template = {
  Resources?: Record<string, Resource>;
  Parameters?: Record<string, unknown>;
  Outputs?: Record<string, { Export?: { Name?: unknown } }>;
  Conditions?: Record<string, unknown>;
  Mappings?: Record<string, unknown>;
};
export type Stack = { readonly name: string; readonly template: Template };
export type Found = {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly props: Record<string, unknown>;
};

/** Something a template must have: said in words, with the places that lack it (`stack/LogicalId`). */
export type Rule = {
  readonly says: string;
  readonly broken: (all: All) => readonly string[];
};

export type All = ReturnType<typeof allOf>;
/** Every resource of some stacks, asked for by type. */
export function allOf(stacks: readonly Stack[]) {
  const all: Found[] = stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources ?? {}).map(([id, { Type, Properties }]) => ({
      ...{ stack: name, id, type: Type },
      props: Properties ?? {},
    })),
  );
  return {
    stacks,
    all,
    of: (...types: string[]) => all.filter(({ type }) => types.includes(type)),
    /** The resource that a value of a template refers to, in the same stack or by what another one exports. */
    behind: (stack: string, value: unknown, type: string) =>
      all.find(
        (one) =>
          one.type === type &&
          text(value).includes(
            one.stack === stack ? `"${one.id}"` : `"${one.stack}:ExportsOutputRef${one.id}`,
          ),
      ),
  };
}

export const text = (value: unknown): string => JSON.stringify(value ?? null);
export const place = ({ stack, id }: Found): string => `${stack}/${id}`;
/** Of a resource's own: what CDK adds to copy files or carry values between regions is not ours to set. */
export const isOurs = ({ id }: Found): boolean =>
  !/^(Custom|AWS679|BucketNotifications|LogRetention)/.test(id);
/** Some of these do not hold. */
export const unless =
  (holds: (one: Found, all: All) => boolean) =>
  (found: readonly Found[], all: All): string[] =>
    found.filter((one) => !holds(one, all)).map(place);
