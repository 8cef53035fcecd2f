import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/delivery/agent.lambda.ts';
import { listLetters, markPrinted } from '../functions/delivery/agent-api.ts';
import type { Env as BounceEnv } from '../functions/delivery/bounce.lambda.ts';
import type { Env as SendEnv } from '../functions/delivery/send-mail.lambda.ts';
import type { Env as LetterEnv } from '../functions/delivery/write-letter.lambda.ts';
import type { Env as RepairEnv } from '../functions/instruction/repair.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { AppRule, onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

const impact = 'Answers and acknowledgements do not reach citizens: they wait until it works again.';

/** What leaves: mail, or a letter to print; and what comes back. */
export class Delivery extends Construct {
  readonly machine: AppMachine;
  /** Puts what no machine can mend on the board. */
  readonly repair: AppFunction<RepairEnv>;

  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const { requests } = props.data.tables;
    this.repair = new AppFunction<RepairEnv>(this, 'Repair', {
      entry: 'instruction/repair.lambda.ts',
      env: { REQUESTS_TABLE: requests.tableName },
      impact: "What could not be sent is on nobody's board.",
    });
    requests.allow(this.repair, 'BatchGetItem', 'PutItem');
    const send = this.#sendMail(props);
    const write = this.#writeLetter(props);
    this.machine = new AppMachine(this, 'DeliverMessage', {
      definition: 'deliver-message.asl.json',
      substitutions: {
        SendMail: send.functionArn,
        WriteLetter: write.functionArn,
        Repair: this.repair.functionArn,
      },
      impact,
    }).invokes(send, write, this.repair);
    onEvent(this, 'Queued', { bus: props.data.bus, type: 'message-queued', target: this.machine, impact });
    this.#bounces(props);
    this.#letters(props);
  }

  #sendMail({ mail, data: { tables, buckets }, publicUrl }: SubjectProps): AppFunction<SendEnv> {
    const send = new AppFunction<SendEnv>(this, 'SendMail', {
      entry: 'delivery/send-mail.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(30),
      impact,
    });
    tables.settings.allow(send, 'GetItem');
    tables.requests.allow(send, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    buckets.evidence.allow(send, '*', 'GetObject', 'GetObjectVersion');
    buckets.documents.allow(send, '*', 'GetObject', 'GetObjectVersion');
    // With attachments it is a raw message in the eyes of IAM, though the call is the same.
    return send.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
  }

  #writeLetter({ data: { tables, buckets } }: SubjectProps): AppFunction<LetterEnv> {
    const write = new AppFunction<LetterEnv>(this, 'WriteLetter', {
      entry: 'delivery/write-letter.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      memory: 1024,
      timeout: Duration.seconds(30),
      impact: 'Citizens without a mail address receive no letter.',
    });
    tables.settings.allow(write, 'GetItem');
    tables.requests.allow(write, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    buckets.documents.allow(write, 'letters/*', 'PutObject');
    return write;
  }

  #bounces({ data: { tables } }: SubjectProps): void {
    const lost = 'Citizens whose mail came back wait for a letter that nobody writes.';
    const bounce = new AppFunction<BounceEnv>(this, 'Bounce', {
      entry: 'delivery/bounce.lambda.ts',
      env: { REQUESTS_TABLE: tables.requests.tableName },
      asynchronous: true,
      impact: lost,
    });
    tables.requests.allow(bounce, 'GetItem', 'BatchGetItem', 'PutItem');
    new AppRule(this, 'Bounced', {
      pattern: { source: ['aws.ses'], detailType: ['Email Bounced'] },
      target: bounce,
      impact: lost,
    });
  }

  #letters({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const letters = new AppFunction<AgentEnv>(this, 'Letters', {
      entry: 'delivery/agent.lambda.ts',
      env: {
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Agents do not see which letters to print and post.',
    });
    letReadSessions(letters, tables);
    tables.requests.allow(letters, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    buckets.documents.allow(letters, 'letters/*', 'GetObject');
    api.route(letters, listLetters, markPrinted);
  }
}
