import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Where whoever is woken up reads what to do: steps by kind of alarm, and what the subject holds back meanwhile. */
export const runbook = { kinds: 'infra/runbook/alarms.md', subjects: 'infra/runbook/subjects.md' } as const;

/** `ReadersOurselves` → `readers-ourselves`. */
const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** The subject something is made for: the outermost construct in its stack, else the stack's own part (`telephony`). */
export function subjectOf(scope: IConstruct): string {
  const stack = Stack.of(scope);
  const outermost = scope.node.scopes[stack.node.scopes.length];
  return kebab(outermost?.node.id ?? partOf(stack));
}

/** `parvis-val-clair-work` → `work`. */
export const partOf = ({ stackName }: Stack): string => stackName.split('-').at(-1) ?? stackName;

/** `parvis-val-clair-work` → `val-clair`. */
export const slugOf = ({ stackName }: Stack): string => stackName.split('-').slice(1, -1).join('-');

/** What the message of an alarm ends with: the two entries to open, by their headings. */
export const entriesOf = (scope: IConstruct, kind: string): string =>
  `Runbook: ${runbook.kinds}#${kebab(kind)} ${runbook.subjects}#${subjectOf(scope)}`;
