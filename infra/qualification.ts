import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/qualification/agent.lambda.ts';
import {
  acceptContact,
  joinContact,
  quarantineContact,
  readContact,
  releaseContact,
} from '../functions/qualification/agent-api.ts';
import type { Env as ClassifyEnv } from '../functions/qualification/classify.lambda.ts';
import type { Env as JoinEnv } from '../functions/qualification/join.lambda.ts';
import { listWaiting, searchQuarantine } from '../functions/qualification/list-api.ts';
import type { Env as ResumeEnv } from '../functions/qualification/resume.lambda.ts';
import type { Env as SettleEnv } from '../functions/qualification/settle.lambda.ts';
import type { Env as StartEnv } from '../functions/qualification/start.lambda.ts';
import type { Env as WaitEnv } from '../functions/qualification/wait.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { TaskAnswer } from './constructs/task-answer.ts';
import type { SubjectProps } from './subject.ts';

/** `open` opens the request of a contact: `{contactId, by?}` gives `{reference}`. */
type Props = SubjectProps & { readonly open: IFunction };
const impact =
  'What citizens send is kept but goes to no department: requests neither open nor wait for an agent.';

/** From a contact to a request: proposal, an agent's decision when it is not sure, opening or joining. */
export class Qualification extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { data, open } = props;
    const { contacts, requests } = data.tables;
    const classify = this.#classify(props);
    const wait = new AppFunction<WaitEnv>(this, 'Wait', {
      entry: 'qualification/wait.lambda.ts',
      env: { CONTACTS_TABLE: contacts.tableName },
      impact,
    });
    const resume = new AppFunction<ResumeEnv>(this, 'Resume', {
      entry: 'qualification/resume.lambda.ts',
      env: { CONTACTS_TABLE: contacts.tableName },
      asynchronous: true,
      impact: 'Decisions of qualification agents are kept but no request opens.',
    });
    const settle = new AppFunction<SettleEnv>(this, 'Settle', {
      entry: 'qualification/settle.lambda.ts',
      env: { CONTACTS_TABLE: contacts.tableName },
      impact,
    });
    for (const fn of [wait, resume, settle]) contacts.allow(fn, 'GetItem', 'PutItem');
    const join = new AppFunction<JoinEnv>(this, 'Join', {
      entry: 'qualification/join.lambda.ts',
      env: { CONTACTS_TABLE: contacts.tableName, REQUESTS_TABLE: requests.tableName },
      impact: 'Contacts that belong to a request do not reach it.',
    });
    contacts.allow(join, 'Query');
    requests.allow(join, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    const machine = new AppMachine(this, 'QualifyContact', {
      definition: 'qualify-contact.asl.json',
      substitutions: {
        ClassifyArn: classify.functionArn,
        OpenArn: open.functionArn,
        WaitArn: wait.functionArn,
        SettleArn: settle.functionArn,
        JoinArn: join.functionArn,
      },
      impact,
    }).invokes(classify, open, wait, settle, join);
    new TaskAnswer(this, 'Decided', machine, wait, resume);
    const start = new AppFunction<StartEnv>(this, 'Start', {
      entry: 'qualification/start.lambda.ts',
      env: { MACHINE_ARN: machine.stateMachineArn },
      asynchronous: true,
      impact,
    });
    start.allow(['states:StartExecution'], [machine.stateMachineArn]);
    onEvent(this, 'Received', { bus: data.bus, type: 'contact-received', target: start, impact });
    this.#agent(props);
    onEvent(this, 'AgentDecided', { bus: data.bus, type: 'contact-decided', target: resume, impact });
  }

  #classify({ data: { tables, secrets, buckets } }: Props): AppFunction<ClassifyEnv> {
    const { settings, procedures, contacts, requests, citizens } = tables;
    const classify = new AppFunction<ClassifyEnv>(this, 'Classify', {
      entry: 'qualification/classify.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        CITIZENS_TABLE: citizens.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      memory: 1024,
      timeout: Duration.seconds(30),
      impact: 'Nothing is routed by itself: every contact waits for a qualification agent.',
    });
    settings.allow(classify, 'GetItem');
    procedures.allow(classify, 'GetItem', 'Query');
    contacts.allow(classify, 'GetItem', 'Query', 'PutItem');
    requests.allow(classify, 'GetItem', 'Query', 'BatchGetItem');
    citizens.allow(classify, 'GetItem', 'BatchGetItem', 'Query');
    buckets.documents.allow(classify, 'models/*', 'GetObject');
    return classify.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
  }

  #agent({ data: { tables, buckets }, api, publicUrl }: Props): void {
    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'qualification/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        SIMILAR_TABLE: tables.similar.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: 'Qualification agents see no contact and decide on none.',
    });
    for (const table of [tables.settings, tables.procedures, tables.people]) table.allow(agent, 'GetItem');
    tables.sessions.allow(agent, 'GetItem', 'UpdateItem');
    tables.contacts.allow(agent, 'GetItem', 'Query', 'PutItem');
    tables.requests.allow(agent, 'BatchGetItem');
    tables.similar.allow(agent, 'GetItem', 'Query');
    buckets.evidence.allow(agent, '*', 'GetObject', 'GetObjectVersion');
    buckets.documents.allow(agent, '*', 'GetObject', 'GetObjectVersion');
    api.route(agent, listWaiting, searchQuarantine, readContact);
    api.route(agent, acceptContact, joinContact, quarantineContact, releaseContact);
  }
}
