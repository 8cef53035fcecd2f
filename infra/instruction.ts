import { ArnFormat, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { sendAcknowledgement } from '../functions/instruction/acknowledge-api.ts';
import type { Env as AdvanceEnv } from '../functions/instruction/advance.lambda.ts';
import type { Env as AgentEnv } from '../functions/instruction/agent.lambda.ts';
import * as work from '../functions/instruction/agent-api.ts';
import * as course from '../functions/instruction/course-api.ts';
import type { Env as WaitEnv } from '../functions/instruction/wait.lambda.ts';
import type { Env as WakeEnv } from '../functions/instruction/wake.lambda.ts';
import { letReadSessions } from './agents.ts';
import { alarmAbove, figure } from './constructs/alarms.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { TaskAnswer } from './constructs/task-answer.ts';
import type { Delivery } from './delivery.ts';
import type { SubjectProps } from './subject.ts';

type Props = SubjectProps & { readonly delivery: Delivery };
const impact =
  'Requests are neither acknowledged nor given to a department, dates of the law pass unseen, and answers do not leave.';

/** The way of a request from its opening to its end: a machine that looks, does what is due, and sleeps until the next date. */
export class Instruction extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { data, delivery } = props;
    const { requests } = data.tables;
    const advance = this.#advance(props);
    const wait = new AppFunction<WaitEnv>(this, 'Wait', {
      entry: 'instruction/wait.lambda.ts',
      env: { REQUESTS_TABLE: requests.tableName },
      impact,
    });
    const machine = new AppMachine(this, 'InstructRequest', {
      definition: 'instruct-request.asl.json',
      substitutions: {
        Advance: advance.functionArn,
        Wait: wait.functionArn,
        Repair: delivery.repair.functionArn,
        DeliverMessage: delivery.machine.stateMachineArn,
      },
      impact,
    })
      .invokes(advance, wait, delivery.repair)
      .runs(delivery.machine);
    const wake = this.#wake(props, machine);
    for (const fn of [wait, wake]) requests.allow(fn, 'GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem');
    requests.allow(wake, 'Query');
    new TaskAnswer(this, 'Answered', machine, wait, wake);
    this.#agents(props);
  }

  #advance({ data: { tables }, publicUrl }: Props): AppFunction<AdvanceEnv> {
    const { settings, procedures, people, requests } = tables;
    const advance = new AppFunction<AdvanceEnv>(this, 'Advance', {
      entry: 'instruction/advance.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        PEOPLE_TABLE: people.tableName,
        REQUESTS_TABLE: requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(30),
      memory: 1024,
      impact,
    });
    for (const table of [settings, procedures]) table.allow(advance, 'GetItem');
    people.allow(advance, 'GetItem', 'Query');
    requests.allow(advance, 'GetItem', 'Query', 'BatchGetItem', 'PutItem');
    alarmAbove(this, 'Withheld', {
      metric: figure(this, 'AutomaticAnswersWithheld'),
      impact:
        'Mails are no longer acknowledged by themselves: two machines may be answering each other. They wait on the board.',
    });
    return advance;
  }

  /** Whatever happens to a request wakes its machine, or starts it. */
  #wake({ data }: Props, machine: AppMachine): AppFunction<WakeEnv> {
    const wake = new AppFunction<WakeEnv>(this, 'Wake', {
      entry: 'instruction/wake.lambda.ts',
      env: { REQUESTS_TABLE: data.tables.requests.tableName, MACHINE_ARN: machine.stateMachineArn },
      asynchronous: true,
      impact,
    });
    wake.allow(['states:StartExecution'], [machine.stateMachineArn]);
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${Fn.select(6, Fn.split(':', machine.stateMachineArn))}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    wake.allow(['states:DescribeExecution'], [executions], 'Executions are named after the requests.');
    onEvent(this, 'Happened', {
      bus: data.bus,
      type: [
        'request-opened',
        'request-qualified',
        'request-answered',
        'request-withdrawn',
        'request-changed',
      ],
      target: wake,
      impact,
    });
    return wake;
  }

  #agents({ data: { tables }, api, publicUrl }: Props): void {
    const agents = new AppFunction<AgentEnv>(this, 'Agents', {
      entry: 'instruction/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Agents can neither ask for documents nor decide, transfer or suspend: requests stand still.',
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(agents, 'GetItem');
    tables.settings.allow(agents, 'Query');
    letReadSessions(agents, tables);
    tables.people.allow(agents, 'Query');
    tables.requests.allow(agents, 'Query', 'BatchGetItem', 'PutItem', 'DeleteItem');
    api.route(
      agents,
      ...[work.askDocuments, work.receiveDocuments, work.untickDocument, work.askOpinions, work.giveOpinion],
      ...[work.checkPoints, work.completeStep, work.decideOutcome, course.transferRequest],
      ...[course.noteFirstReceipt, course.suspendRequest, course.resumeRequest, course.reopenRequest],
      ...[course.withdrawFor, course.closeRequest, course.escalateRequest, course.groupRequest],
      ...[course.ungroupRequest, course.readChoices, sendAcknowledgement],
    );
  }
}
