import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AskEnv } from '../functions/documents/batches/ask-clerk.lambda.ts';
import type { Env as CloseEnv } from '../functions/documents/batches/close-file.lambda.ts';
import type { Env as FileEnv } from '../functions/documents/filing/file-document.lambda.ts';
import type { Env as PrepareEnv } from '../functions/documents/reading/prepare.lambda.ts';
import type { Env as InspectEnv } from '../functions/documents/source/inspect.lambda.ts';
import type { Env as StartEnv } from '../functions/documents/source/start.lambda.ts';
import type { Env as SplitEnv } from '../functions/documents/splitting/split.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { TaskAnswer } from './constructs/task-answer.ts';
import { BatchPages } from './documents-agent.ts';
import { Attachments } from './documents-attachments.ts';
import { Readers } from './documents-reading.ts';
import type { SubjectProps } from './subject.ts';

const impact = 'Scanned letters are kept but not read: clerks see their batches stand still.';
const pictures = { nativeImages: true, memory: 2048, impact } as const;

/** Reading of scanned batches (machine read-scan), what clerks do about them, and the pages of attachments. */
export class Documents extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const inspect = this.#inspect(props);
    const prepare = this.#prepare(props);
    const readers = new Readers(this, 'Readers', props);
    const split = this.#split(props);
    const fileDocument = this.#fileDocument(props);
    const askClerk = this.#askClerk(props);
    const closeFile = this.#closeFile(props);
    const { takeTurn, together, ourselves, answering } = readers;
    const machine = new AppMachine(this, 'ReadScan', {
      definition: 'read-scan.asl.json',
      substitutions: {
        InspectArn: inspect.functionArn,
        TakeTurnArn: takeTurn.functionArn,
        PrepareArn: prepare.functionArn,
        Reader: props.authority.reading.reader,
        ReadArn: together.functionArn,
        ReadOurselvesArn: ourselves.functionArn,
        SplitArn: split.functionArn,
        FileDocumentArn: fileDocument.functionArn,
        AskClerkArn: askClerk.functionArn,
        CloseFileArn: closeFile.functionArn,
      },
      impact,
    }).invokes(
      ...new Set([inspect, takeTurn, prepare, together, ourselves]),
      ...[split, fileDocument, askClerk, closeFile],
    );
    new TaskAnswer(this, 'PageRead', machine, ...answering, split, closeFile);
    this.#start(props, machine);
    new Attachments(this, 'Attachments', props);
    new BatchPages(this, 'Batches', { ...props, machine });
  }

  #inspect({ data: { tables, buckets } }: SubjectProps): AppFunction<InspectEnv> {
    const inspect = new AppFunction<InspectEnv>(this, 'Inspect', {
      entry: 'documents/source/inspect.lambda.ts',
      env: { BATCHES_TABLE: tables.batches.tableName, EVIDENCE_BUCKET: buckets.evidence.bucketName },
      timeout: Duration.minutes(5),
      ...pictures,
    });
    tables.batches.allow(inspect, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
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
      timeout: Duration.minutes(5),
      ...pictures,
    });
    tables.batches.allow(prepare, 'GetItem', 'PutItem');
    buckets.evidence.allow(prepare, 'scans/*', 'GetObject', 'GetObjectVersion', 'GetObjectVersionTagging');
    buckets.documents.allow(prepare, 'pages/*', 'PutObject');
    return prepare;
  }

  #split({ data: { tables } }: SubjectProps): AppFunction<SplitEnv> {
    const split = new AppFunction<SplitEnv>(this, 'Split', {
      entry: 'documents/splitting/split.lambda.ts',
      env: { BATCHES_TABLE: tables.batches.tableName, CONTACTS_TABLE: tables.contacts.tableName },
      timeout: Duration.minutes(1),
      impact,
    });
    tables.contacts.allow(split, 'GetItem', 'PutItem');
    tables.batches.allow(split, 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    return split;
  }

  #askClerk({ data: { tables } }: SubjectProps): AppFunction<AskEnv> {
    const ask = new AppFunction<AskEnv>(this, 'AskClerk', {
      entry: 'documents/batches/ask-clerk.lambda.ts',
      env: { BATCHES_TABLE: tables.batches.tableName },
      timeout: Duration.minutes(1),
      impact: 'Pages of which nobody knows where the letter ends are shown to no clerk and not filed.',
    });
    tables.batches.allow(ask, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    return ask;
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
    tables.batches.allow(close, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
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
    onEvent(this, 'Received', {
      bus: data.bus,
      type: ['scan-received', 'scan-reopened'],
      target: start,
      impact,
    });
  }
}
