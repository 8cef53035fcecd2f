import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as EventEnv } from '../functions/delivery/mail-event.lambda.ts';
import type { Env as SendEnv } from '../functions/delivery/send-mail.lambda.ts';
import type { Env as SmsEnv } from '../functions/delivery/send-sms.lambda.ts';
import type { Env as LetterEnv } from '../functions/delivery/write-letter.lambda.ts';
import type { Env as RepairEnv } from '../functions/instruction/repair.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { AppRule, onEvent } from './constructs/rule.ts';
import { Portal } from './delivery-portal.ts';
import { PrintRoom } from './print-room.ts';
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
    const text = this.#sendSms(props);
    const write = this.#writeLetter(props);
    this.machine = new AppMachine(this, 'DeliverMessage', {
      definition: 'deliver-message.asl.json',
      substitutions: {
        SendMail: send.functionArn,
        SendSms: text.functionArn,
        WriteLetter: write.functionArn,
        Repair: this.repair.functionArn,
      },
      impact,
    }).invokes(send, text, write, this.repair);
    onEvent(this, 'Queued', { bus: props.data.bus, type: 'message-queued', target: this.machine, impact });
    this.#mailEvents(props);
    new PrintRoom(this, 'PrintRoom', props);
    new Portal(this, 'Portal', props);
  }

  #sendMail({ mail, data: { tables, buckets, secrets }, publicUrl }: SubjectProps): AppFunction<SendEnv> {
    const send = new AppFunction<SendEnv>(this, 'SendMail', {
      entry: 'delivery/send-mail.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        CONFIGURATION_SET: mail.configurationSet,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(30),
      impact,
    });
    tables.settings.allow(send, 'GetItem');
    tables.requests.allow(send, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    buckets.evidence.allow(
      send,
      '*',
      'GetObject',
      'GetObjectVersion',
      'GetObjectTagging',
      'GetObjectVersionTagging',
    );
    buckets.documents.allow(send, '*', 'GetObject', 'GetObjectVersion');
    send.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    // With attachments it is a raw message in the eyes of IAM, though the call is the same.
    return send.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
  }

  #sendSms({ data: { tables }, publicUrl }: SubjectProps): AppFunction<SmsEnv> {
    const text = new AppFunction<SmsEnv>(this, 'SendSms', {
      entry: 'delivery/send-sms.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(30),
      impact: 'Citizens who want text messages are told nothing until it works again.',
    });
    tables.settings.allow(text, 'GetItem');
    tables.requests.allow(text, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    tables.contacts.allow(text, 'GetItem', 'PutItem', 'UpdateItem');
    return text.allow(
      ['sns:Publish'],
      ['*'],
      'A text message to a number is published to no topic: IAM knows no narrower resource.',
    );
  }

  #writeLetter({ data: { tables, buckets, secrets } }: SubjectProps): AppFunction<LetterEnv> {
    const write = new AppFunction<LetterEnv>(this, 'WriteLetter', {
      entry: 'delivery/write-letter.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
      },
      memory: 1024,
      timeout: Duration.seconds(30),
      impact: 'Citizens without a mail address receive no letter.',
    });
    tables.settings.allow(write, 'GetItem');
    tables.requests.allow(write, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    buckets.evidence.allow(
      write,
      '*',
      'GetObject',
      'GetObjectVersion',
      'GetObjectTagging',
      'GetObjectVersionTagging',
    );
    buckets.documents.allow(write, '*', 'GetObject', 'GetObjectVersion');
    buckets.documents.allow(write, 'letters/*', 'PutObject');
    return write.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
  }

  #mailEvents({ data: { tables } }: SubjectProps): void {
    const unsaid = 'Citizens whose mail came back wait for a letter that nobody writes.';
    const take = new AppFunction<EventEnv>(this, 'MailEvent', {
      entry: 'delivery/mail-event.lambda.ts',
      env: { REQUESTS_TABLE: tables.requests.tableName },
      asynchronous: true,
      impact: unsaid,
    });
    tables.requests.allow(take, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    new AppRule(this, 'MailSaid', {
      pattern: {
        source: ['aws.ses'],
        detailType: [
          'Email Sent',
          'Email Delivered',
          'Email Bounced',
          'Email Complaint Received',
          'Email Rejected',
          'Email Delivery Delayed',
        ],
      },
      target: take,
      impact: unsaid,
    });
  }
}
