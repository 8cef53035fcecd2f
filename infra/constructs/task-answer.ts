import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

/**
 * Lets functions end the waits of a machine that itself calls them. The policy stands apart: within a function's own role
 * it would make the function depend on the machine that depends on the function.
 */
export class TaskAnswer extends Construct {
  constructor(scope: Construct, id: string, machine: IStateMachine, ...functions: readonly IFunction[]) {
    super(scope, id);
    const policy = new Policy(this, 'Policy', {
      statements: [
        new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [machine.stateMachineArn] }),
      ],
    });
    for (const { role } of functions) if (role) policy.attachToRole(role);
  }
}
