import { ArnFormat, Fn, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AcknowledgeEnv } from '../functions/instruction/acknowledge.lambda.ts';
import type { Env as AssignEnv } from '../functions/instruction/assign.lambda.ts';
import type { Env as CloseEnv } from '../functions/instruction/close.lambda.ts';
import type { Env as ResumeEnv } from '../functions/instruction/resume.lambda.ts';
import type { Env as StartEnv } from '../functions/instruction/start.lambda.ts';
import type { Env as WaitEnv } from '../functions/instruction/wait.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { TaskAnswer } from './constructs/task-answer.ts';
import type { Delivery } from './delivery.ts';
import type { SubjectProps } from './subject.ts';

type Props = SubjectProps & { readonly delivery: Delivery };
const impact = 'New requests are neither acknowledged nor given to a department, and answers do not leave.';

/** The way of a request from its opening to its end: acknowledged, assigned, answered, closed. */
export class Instruction extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { data, delivery } = props;
    const { requests } = data.tables;
    const env = { REQUESTS_TABLE: requests.tableName };
    const acknowledge = this.#acknowledge(props);
    const assign = new AppFunction<AssignEnv>(this, 'Assign', {
      entry: 'instruction/assign.lambda.ts',
      env,
      impact,
    });
    const close = new AppFunction<CloseEnv>(this, 'Close', {
      entry: 'instruction/close.lambda.ts',
      env,
      impact: 'Requests that were answered stay open.',
    });
    const wait = new AppFunction<WaitEnv>(this, 'Wait', { entry: 'instruction/wait.lambda.ts', env, impact });
    const resume = new AppFunction<ResumeEnv>(this, 'Resume', {
      entry: 'instruction/resume.lambda.ts',
      env,
      asynchronous: true,
      impact: 'Answers of agents are kept but do not leave.',
    });
    for (const fn of [assign, close]) requests.allow(fn, 'BatchGetItem', 'PutItem');
    for (const fn of [wait, resume]) requests.allow(fn, 'GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem');
    const machine = new AppMachine(this, 'InstructRequest', {
      definition: 'instruct-request.asl.json',
      substitutions: {
        Acknowledge: acknowledge.functionArn,
        Assign: assign.functionArn,
        Wait: wait.functionArn,
        Close: close.functionArn,
        Repair: delivery.repair.functionArn,
        DeliverMessage: delivery.machine.stateMachineArn,
      },
      impact,
    })
      .invokes(acknowledge, assign, wait, close, delivery.repair)
      .runs(delivery.machine);
    new TaskAnswer(this, 'Answered', machine, wait, resume);
    const start = new AppFunction<StartEnv>(this, 'Start', {
      entry: 'instruction/start.lambda.ts',
      env: { MACHINE_ARN: machine.stateMachineArn },
      asynchronous: true,
      impact,
    });
    start.allow(['states:StartExecution'], [machine.stateMachineArn]);
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${Fn.select(6, Fn.split(':', machine.stateMachineArn))}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    start.allow(['states:DescribeExecution'], [executions], 'Executions are named after the requests.');
    onEvent(this, 'Opened', {
      bus: data.bus,
      type: ['request-opened', 'request-qualified', 'request-answered'],
      target: start,
      impact,
    });
    onEvent(this, 'Ended', {
      bus: data.bus,
      type: ['request-qualified', 'request-answered', 'request-withdrawn'],
      target: resume,
      impact,
    });
  }

  #acknowledge({ data: { tables }, publicUrl }: Props): AppFunction<AcknowledgeEnv> {
    const acknowledge = new AppFunction<AcknowledgeEnv>(this, 'Acknowledge', {
      entry: 'instruction/acknowledge.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Citizens receive no acknowledgement: the terms of appeal cannot be opposed to them.',
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(acknowledge, 'GetItem');
    tables.requests.allow(acknowledge, 'Query', 'BatchGetItem', 'PutItem');
    return acknowledge;
  }
}
