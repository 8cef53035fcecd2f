import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/operations/agent.lambda.ts';
import * as work from '../functions/operations/agent-api.ts';
import type { Env as MigrateEnv } from '../functions/operations/migrate.lambda.ts';
import { letReadSessions } from './agents.ts';
import { accept } from './constructs/accepted.ts';
import { alarmAbove, figure } from './constructs/alarms.ts';
import { deadLettersTag } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { AuthorityDashboard } from './dashboard.ts';
import type { SubjectProps } from './subject.ts';

/** What the IT of an authority watches and mends: figures, their alarms, one dashboard, dead letters. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#figures();
    this.#deadLetters(props);
    this.#migrations(props);
    new AuthorityDashboard(this, 'Dashboard', props);
  }

  #figures(): void {
    alarmAbove(this, 'DeadlinesMissed', {
      metric: figure(this, 'DeadlinesMissed', { by: { Kind: 'silence' }, period: Duration.days(1) }),
      threshold: 20,
      impact: 'Silence decided in the place of the authority for more than twenty people in one day.',
    });
    alarmAbove(this, 'DeliveriesFailed', {
      metric: figure(this, 'DeliveriesFailed', { by: { Way: 'electronic' }, period: Duration.hours(1) }),
      threshold: 20,
      impact:
        'More than twenty people were not reached by mail or text within an hour: they wait for a letter.',
    });
  }

  /** Changes of what is kept, page by page, started by hand (`npm run migrate`). */
  #migrations({ data: { tables } }: SubjectProps): void {
    const impact =
      'What was kept stays in its old shape: everything works, and the next version has to wait.';
    const migrate = new AppFunction<MigrateEnv>(this, 'Migrate', {
      entry: 'operations/migrate.lambda.ts',
      env: { REQUESTS_TABLE: tables.requests.tableName, SETTINGS_TABLE: tables.settings.tableName },
      timeout: Duration.seconds(60),
      memory: 1024,
      impact,
    });
    tables.requests.allow(migrate, 'Scan', 'PutItem');
    tables.settings.allow(migrate, 'Scan', 'PutItem');
    new AppMachine(this, 'MigrateData', {
      definition: 'migrate-data.asl.json',
      substitutions: { MigrateArn: migrate.functionArn },
      impact,
    }).invokes(migrate);
  }

  #deadLetters({ authority, data: { tables }, api, publicUrl }: SubjectProps): void {
    const desk = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'operations/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      memory: 1024,
      impact: 'Administrators do not see what could not be done, and replay nothing from the back-office.',
    });
    letReadSessions(desk, tables);
    tables.settings.allow(desk, 'GetItem', 'Query', 'PutItem');
    const ours = { 'aws:ResourceTag/application': 'parvis', 'aws:ResourceTag/authority': authority.slug };
    const dead = { ...ours, [`aws:ResourceTag/${deadLettersTag.key}`]: deadLettersTag.value };
    const any = (service: string, resource: string) => Stack.of(this).formatArn({ service, resource });
    // Queues, functions and machines of every stack of the authority: by their tags, since naming each would not fit into
    // one policy, and would tie this stack to all the others.
    const reading = ['GetQueueAttributes', 'ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility'];
    this.#tagged(
      desk,
      reading.map((one) => `sqs:${one}`),
      any('sqs', '*'),
      dead,
    );
    this.#tagged(desk, ['sqs:SendMessage'], any('sqs', '*'), ours);
    this.#tagged(desk, ['lambda:InvokeFunction'], any('lambda', 'function:*'), ours);
    this.#tagged(desk, ['states:StartExecution'], any('states', 'stateMachine:*'), ours);
    const { listDeadLetters, readDeadLetters, replayDeadLetters, discardDeadLetters } = work;
    api.route(desk, listDeadLetters, readDeadLetters, replayDeadLetters, discardDeadLetters);
  }

  #tagged(
    fn: AppFunction<AgentEnv>,
    actions: string[],
    resource: string,
    tags: Record<string, string>,
  ): void {
    fn.addToRolePolicy(
      new PolicyStatement({ actions, resources: [resource], conditions: { StringEquals: tags } }),
    );
    const end = resource.slice(resource.lastIndexOf(':') + 1);
    accept(
      fn.role ?? fn,
      `IAM5[Resource::…${end}]`,
      `Limited by tags to what the authority itself deployed: ${Object.keys(tags).join(', ')}.`,
    );
  }
}
