import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { accept, allow } from './accepted.ts';
import { alarmAbove, alarmPeriod } from './alarms.ts';

export type AppMachineProps = {
  /** File of statemachines/, for instance `qualify-contact.asl.json`. */
  readonly definition: string;
  /** Values of the `${Placeholders}` of the definition. */
  readonly substitutions: Record<string, string>;
  /** What a person suffers when an execution fails. */
  readonly impact: string;
};

/** A Standard state machine whose logs hold errors without data, with an alarm and a role of exact grants. */
export class AppMachine extends StateMachine {
  constructor(scope: Construct, id: string, props: AppMachineProps) {
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    super(scope, id, {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(
        readFileSync(resolve('statemachines', props.definition), 'utf8'),
      ),
      definitionSubstitutions: props.substitutions,
      role,
      logs: {
        destination: new LogGroup(scope, `${id}Logs`, {
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      comment: props.impact,
    });
    // cfn-lint knows numbers only where JSONata may compute one: https://states-language.net, TimeoutSeconds.
    (this.node.defaultChild as CfnStateMachine).addMetadata('cfn-lint', {
      config: { ignore_checks: ['E3601'] },
    });
    accept(
      this,
      'SF1',
      'Step Functions itself keeps the history of an execution 90 days; logs repeat failures only.',
    );
    accept(
      this,
      'SF2',
      'Traces would hold addresses with references; executions are named by the id they serve.',
    );
    accept(
      role,
      'IAM5[Resource::*]',
      'Delivery of logs (logs:CreateLogDelivery and its like) has no resource-level permission.',
    );
    alarmAbove(scope, `${id}Failures`, {
      metric: this.metricFailed({ period: alarmPeriod }),
      kind: 'machine-failures',
      impact: props.impact,
    });
    alarmAbove(scope, `${id}TimeOuts`, {
      metric: this.metricTimedOut({ period: alarmPeriod }),
      kind: 'machine-time-outs',
      impact: props.impact,
    });
  }

  /** Allows exact actions on exact resources. */
  allow(actions: readonly string[], resources: readonly string[], reason?: string): this {
    allow(this, actions, resources, reason);
    return this;
  }

  /** May call these functions, by `lambda:invoke`, with or without a task token. */
  invokes(...functions: readonly IFunction[]): this {
    return this.allow(
      ['lambda:InvokeFunction'],
      functions.map((fn) => fn.functionArn),
    );
  }

  /** May start an execution of another machine and wait for its end (`startExecution.sync:2`). */
  runs(machine: StateMachine): this {
    const { stateMachineArn, stateMachineName } = machine;
    const stack = Stack.of(this);
    this.allow(['states:StartExecution'], [stateMachineArn]);
    this.allow(
      ['states:DescribeExecution', 'states:StopExecution'],
      [
        stack.formatArn({
          service: 'states',
          resource: 'execution',
          resourceName: `${stateMachineName}:*`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      'Names of executions are not known beforehand; limited to one state machine.',
    );
    const rule = 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';
    return this.allow(
      ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      [stack.formatArn({ service: 'events', resource: rule })],
    );
  }
}
