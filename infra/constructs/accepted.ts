import { Token, Validations } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that stays, with the reason an auditor will read. Counts for the construct and all inside it. */
export function accept(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}

/**
 * Allows exact actions on exact resources. A resource that ends in a star needs a reason, which is kept for cdk-nag:
 * the finding is recognised by what stands after the last reference of the ARN (see nag.ts).
 */
export function allow(
  grantee: IGrantable & IConstruct,
  actions: readonly string[],
  resources: readonly string[],
  reason?: string,
): void {
  if (actions.some((action) => action.includes('*')))
    throw new Error(`${grantee.node.path} asks for ${actions.join(', ')}: name the exact actions`);
  for (const resource of resources.filter((one) => one.includes('*'))) {
    if (!reason) throw new Error(`${grantee.node.path} asks for ${resource} without saying why`);
    accept(roleOf(grantee), `IAM5[Resource::${literalEnd(resource)}]`, reason);
  }
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: [...actions], resources: [...resources] }),
  );
}

/** The finding is about the policy, which stands under the role. */
const roleOf = (grantee: IGrantable & IConstruct): IConstruct => {
  const { role } = grantee as { role?: IConstruct };
  return role ?? grantee;
};

/** `…` stands for any reference: `${Token[Bucket.Arn]}/letters/*` → `…/letters/*`. */
function literalEnd(resource: string): string {
  return Token.isUnresolved(resource) ? `…${resource.slice(resource.lastIndexOf('}') + 1)}` : resource;
}
