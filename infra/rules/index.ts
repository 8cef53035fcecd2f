import { deploymentRules } from './deployments.ts';
import { doorRules } from './doors.ts';
import { eventRules } from './events.ts';
import { limitRules } from './limits.ts';
import { machineRules } from './machines.ts';
import { queueRules } from './queues.ts';
import { allOf, type Rule, type Stack } from './template.ts';

export const rules: readonly Rule[] = [
  ...queueRules,
  ...eventRules,
  ...machineRules,
  ...doorRules,
  ...deploymentRules,
  ...limitRules,
];

/** Each rule of the house that synthesized templates break, with the places; empty when a deployment may begin. */
export function broken(stacks: readonly Stack[]): string[] {
  const all = allOf(stacks);
  return rules.flatMap((rule) => rule.broken(all).map((where) => `${where}: ${rule.says}`));
}
