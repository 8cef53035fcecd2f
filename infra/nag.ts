import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

type Asks = (this: unknown, resource: IConstruct, rule: string) => boolean;

/**
 * cdk-nag with one addition: a grant is recognised by the end of its ARN (`…/letters/*`) whatever reference comes before.
 * cdk-nag compares whole identifiers, which hold names that change with the template, so its private question is asked first.
 */
export function houseChecks(scope: IConstruct): AwsSolutionsChecks {
  const checks = new AwsSolutionsChecks(scope);
  const whole = Reflect.get(checks, 'isAcknowledged') as Asks;
  const asked: Asks = (resource, rule) =>
    whole.call(checks, resource, rule) || resource.node.scopes.some((one) => acceptedEnd(one, rule));
  Reflect.set(checks, 'isAcknowledged', asked);
  return checks;
}

function acceptedEnd(scope: IConstruct, rule: string): boolean {
  return scope.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data as Record<string, string>))
    .map((id) => id.replace(/^annotation::/i, '').split('…'))
    .some(([start, end]) => start && end && rule.startsWith(start) && rule.endsWith(end));
}
