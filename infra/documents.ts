import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Env as CloseEnv } from '../functions/documents/batches/close-file.lambda.ts';
import type { Env as FileEnv } from '../functions/documents/filing/file-document.lambda.ts';
import type { Env as AttachmentsEnv } from '../functions/documents/filing/prepare-attachments.lambda.ts';
import type { Env as PrepareEnv } from '../functions/documents/reading/prepare.lambda.ts';
import type { Env as ReadEnv } from '../functions/documents/reading/read.lambda.ts';
import type { Env as InspectEnv } from '../functions/documents/source/inspect.lambda.ts';
import type { Env as StartEnv } from '../functions/documents/source/start.lambda.ts';
import type { Env as SplitEnv } from '../functions/documents/splitting/split.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { TaskAnswer } from './constructs/task-answer.ts';
import { BatchPages } from './documents-agent.ts';
import type { SubjectProps } from './subject.ts';

const impact = 'Scanned letters are kept but not read: clerks see their batches stand still.';
const pictures = { nativeImages: true, memory: 2048, impact } as const;

/** Reading of scanned batches (machine read-scan) and the pages of attachments. */
export class Documents extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const inspect = this.#inspect(props);
    const prepare = this.#prepare(props);
    const { read, readCompleted } = this.#reading(props);
    const split = this.#split(props);
    const fileDocument = this.#fileDocument(props);
    const closeFile = this.#closeFile(props);
    const machine = new AppMachine(this, 'ReadScan', {
      definition: 'read-scan.asl.json',
      substitutions: {
        InspectArn: inspect.functionArn,
        PrepareArn: prepare.functionArn,
        ReadArn: read.functionArn,
        SplitArn: split.functionArn,
        FileDocumentArn: fileDocument.functionArn,
        CloseFileArn: closeFile.functionArn,
      },
      impact,
    }).invokes(inspect, prepare, read, split, fileDocument, closeFile);
    new TaskAnswer(this, 'PageRead', machine, read, readCompleted);
    this.#start(props, machine);
    this.#attachments(props);
    new BatchPages(this, 'Batches', { ...props, machine });
  }

  #inspect({ data: { tables, buckets } }: SubjectProps): AppFunction<InspectEnv> {
    const inspect = new AppFunction<InspectEnv>(this, 'Inspect', {
      entry: 'documents/source/inspect.lambda.ts',
      env: { BATCHES_TABLE: tables.batches.tableName, EVIDENCE_BUCKET: buckets.evidence.bucketName },
      timeout: Duration.minutes(5),
      ...pictures,
    });
    tables.batches.allow(inspect, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    buckets.evidence.allow(inspect, 'scans/*', 'GetObject', 'GetObjectVersion', 'GetObjectVersionTagging');
    return inspect;
  }

  #prepare({ data: { tables, buckets } }: SubjectProps): AppFunction<PrepareEnv> {
    const prepare = new AppFunction<PrepareEnv>(this, 'Prepare', {
      entry: 'documents/reading/prepare.lambda.ts',
      env: {
        BATCHES_TABLE: tables.batches.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      timeout: Duration.minutes(10),
      ...pictures,
    });
    tables.batches.allow(prepare, 'GetItem', 'PutItem');
    buckets.evidence.allow(prepare, 'scans/*', 'GetObject', 'GetObjectVersion', 'GetObjectVersionTagging');
    buckets.documents.allow(prepare, 'pages/*', 'PutObject');
    return prepare;
  }

  #reading({ data: { tables, buckets } }: SubjectProps) {
    const topic = new Topic(this, 'PagesRead', { enforceSSL: true });
    const notifier = new Role(this, 'Notifier', {
      assumedBy: new ServicePrincipal('textract.amazonaws.com'),
    });
    notifier.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }));
    const env: ReadEnv = {
      BATCHES_TABLE: tables.batches.tableName,
      DOCUMENTS_BUCKET: buckets.documents.bucketName,
      READ_TOPIC_ARN: topic.topicArn,
      TEXTRACT_ROLE_ARN: notifier.roleArn,
    };
    const common = { env, timeout: Duration.seconds(60), ...pictures, memory: 1024 };
    const read = new AppFunction<ReadEnv>(this, 'Read', {
      entry: 'documents/reading/read.lambda.ts',
      ...common,
    });
    const readCompleted = new AppFunction<ReadEnv>(this, 'ReadCompleted', {
      entry: 'documents/reading/read-completed.lambda.ts',
      ...common,
      asynchronous: true,
    });
    topic.addSubscription(new LambdaSubscription(readCompleted));
    for (const fn of [read, readCompleted]) {
      tables.batches.allow(fn, 'GetItem', 'PutItem', 'UpdateItem');
      buckets.documents.allow(fn, 'pages/*', 'GetObject', 'PutObject');
      fn.allow(
        ['textract:StartDocumentTextDetection', 'textract:GetDocumentTextDetection'],
        ['*'],
        'Textract has no resources to name: its two actions read objects that the function itself may read.',
      );
      fn.allow(['iam:PassRole'], [notifier.roleArn]);
    }
    return { read, readCompleted };
  }

  #split({ data: { tables } }: SubjectProps): AppFunction<SplitEnv> {
    const split = new AppFunction<SplitEnv>(this, 'Split', {
      entry: 'documents/splitting/split.lambda.ts',
      env: { BATCHES_TABLE: tables.batches.tableName },
      timeout: Duration.minutes(1),
      impact,
    });
    tables.batches.allow(split, 'Query', 'PutItem');
    return split;
  }

  #fileDocument({ data: { tables, buckets } }: SubjectProps): AppFunction<FileEnv> {
    const file = new AppFunction<FileEnv>(this, 'FileDocument', {
      entry: 'documents/filing/file-document.lambda.ts',
      env: {
        BATCHES_TABLE: tables.batches.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      timeout: Duration.minutes(5),
      ...pictures,
    });
    tables.batches.allow(file, 'GetItem', 'Query', 'UpdateItem', 'PutItem', 'BatchWriteItem');
    tables.contacts.allow(file, 'GetItem', 'PutItem');
    buckets.documents.allow(file, 'pages/*', 'GetObject').allow(file, 'letters-in/*', 'PutObject');
    return file;
  }

  #closeFile({ authority, data: { tables, buckets } }: SubjectProps): AppFunction<CloseEnv> {
    const close = new AppFunction<CloseEnv>(this, 'CloseFile', {
      entry: 'documents/batches/close-file.lambda.ts',
      env: {
        BATCHES_TABLE: tables.batches.tableName,
        DROP_BUCKET: buckets.drop.bucketName,
        TIME_ZONE: authority.timeZone,
      },
      timeout: Duration.minutes(2),
      impact,
    });
    tables.batches.allow(close, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    buckets.drop
      .allow(close, '*', 'GetObject', 'GetObjectVersion', 'PutObject', 'DeleteObject')
      .allowListing(close);
    return close;
  }

  #start({ data }: SubjectProps, machine: AppMachine): void {
    const start = new AppFunction<StartEnv>(this, 'Start', {
      entry: 'documents/source/start.lambda.ts',
      env: { MACHINE_ARN: machine.stateMachineArn },
      asynchronous: true,
      impact,
    });
    start.allow(['states:StartExecution'], [machine.stateMachineArn]);
    onEvent(this, 'Received', { bus: data.bus, type: 'scan-received', target: start, impact });
  }

  #attachments({ data: { bus, tables, buckets } }: SubjectProps): void {
    const blind = 'Agents cannot see the attachments of forms and mails, nor open those not yet checked.';
    const prepare = new AppFunction<AttachmentsEnv>(this, 'PrepareAttachments', {
      entry: 'documents/filing/prepare-attachments.lambda.ts',
      env: {
        CONTACTS_TABLE: tables.contacts.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      timeout: Duration.minutes(5),
      asynchronous: true,
      ...pictures,
      impact: blind,
    });
    tables.contacts.allow(prepare, 'GetItem', 'Query', 'PutItem');
    buckets.evidence.allow(
      prepare,
      '*',
      'GetObject',
      'GetObjectVersion',
      'GetObjectVersionTagging',
      'GetObjectTagging',
    );
    buckets.documents.allow(prepare, 'pages/*', 'PutObject');
    onEvent(this, 'ContactReceived', { bus, type: 'contact-received', target: prepare, impact: blind });
  }
}
