import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Env as ReadEnv } from '../functions/documents/reading/read.lambda.ts';
import type { Env as OurselvesEnv } from '../functions/documents/reading/read-ourselves.lambda.ts';
import type { Env as TurnEnv } from '../functions/documents/reading/take-turn.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

const impact = 'Scanned letters are kept but not read: clerks see their batches stand still.';
const slower = 'Letters that Textract does not read stay without text: agents read them from the picture.';
/** Memory is what buys speed: a whole processor, which one page at a time keeps busy. */
const wholeProcessor = 1769;

/**
 * The readers of pages: Textract, by jobs that a topic tells the end of, and our own, which takes what Textract leaves, or
 * all where the authority chose it; then nothing here may even call Textract. And the turns that files of long batches take.
 */
export class Readers extends Construct {
  readonly ourselves: AppFunction<OurselvesEnv>;
  readonly takeTurn: AppFunction<TurnEnv>;
  /** Begins jobs of Textract; our own reader stands for it where there are none. */
  readonly together: IFunction;
  /** They end waits of the machine. */
  readonly answering: IFunction[];

  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.ourselves = this.#ourselves(props);
    this.takeTurn = this.#takeTurn(props);
    const usesTextract = props.authority.reading.reader === 'textract';
    const textract = usesTextract ? this.#textract(props) : undefined;
    const env = textract?.env ?? this.#env(props, { READ_TOPIC_ARN: 'none', TEXTRACT_ROLE_ARN: 'none' });
    const sweeper = this.#sweeper(props, env);
    if (textract) this.#mayRead(sweeper);
    this.together = textract?.read ?? this.ourselves;
    this.answering = [this.takeTurn, sweeper, ...(textract ? [textract.read, textract.completed] : [])];
  }

  #env(
    { authority, data: { tables, buckets } }: SubjectProps,
    notice: Pick<ReadEnv, 'READ_TOPIC_ARN' | 'TEXTRACT_ROLE_ARN'>,
  ): ReadEnv {
    return {
      BATCHES_TABLE: tables.batches.tableName,
      DOCUMENTS_BUCKET: buckets.documents.bucketName,
      PAGES_PER_DAY: String(authority.reading.pagesPerDay),
      TIME_ZONE: authority.timeZone,
      ...notice,
    };
  }

  #textract(props: SubjectProps) {
    const topic = new Topic(this, 'PagesRead', { enforceSSL: true });
    const notifier = new Role(this, 'Notifier', {
      assumedBy: new ServicePrincipal('textract.amazonaws.com'),
    });
    notifier.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }));
    const env = this.#env(props, { READ_TOPIC_ARN: topic.topicArn, TEXTRACT_ROLE_ARN: notifier.roleArn });
    const common = { env, timeout: Duration.minutes(2), nativeImages: true, memory: 1024, impact };
    const read = new AppFunction<ReadEnv>(this, 'Read', {
      entry: 'documents/reading/read.lambda.ts',
      ...common,
    });
    const completed = new AppFunction<ReadEnv>(this, 'ReadCompleted', {
      entry: 'documents/reading/read-completed.lambda.ts',
      ...common,
      asynchronous: true,
    });
    topic.addSubscription(new LambdaSubscription(completed));
    for (const fn of [read, completed]) this.#mayKeep(props, fn);
    // Textract reads what whoever calls it may read.
    props.data.buckets.documents.allow(read, 'packs/*', 'GetObject', 'PutObject');
    this.#mayRead(completed);
    this.#mayRead(read, 'textract:StartDocumentTextDetection');
    read.allow(['iam:PassRole'], [notifier.roleArn]);
    return { env, read, completed };
  }

  #mayRead(fn: AppFunction<ReadEnv>, ...more: string[]): void {
    fn.allow(
      ['textract:GetDocumentTextDetection', ...more],
      ['*'],
      'Textract has no resources to name: its two actions read objects that the function itself may read.',
    );
  }

  /** Readings are kept with the pages, beside their pictures. */
  #mayKeep({ data: { tables, buckets } }: SubjectProps, fn: AppFunction<Record<string, string>>): void {
    tables.batches.allow(fn, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    buckets.documents.allow(fn, 'pages/*', 'GetObject', 'PutObject');
  }

  #ourselves(props: SubjectProps): AppFunction<OurselvesEnv> {
    const { authority, data } = props;
    const ourselves = new AppFunction<OurselvesEnv>(this, 'Ourselves', {
      entry: 'documents/reading/read-ourselves.lambda.ts',
      env: {
        BATCHES_TABLE: data.tables.batches.tableName,
        DOCUMENTS_BUCKET: data.buckets.documents.bucketName,
        COUNTS_PAGES: authority.reading.reader === 'built-in' ? 'yes' : 'no',
        PAGES_PER_DAY: String(authority.reading.pagesPerDay),
        TIME_ZONE: authority.timeZone,
      },
      timeout: Duration.minutes(15),
      nativeImages: true,
      memory: wholeProcessor,
      impact: authority.reading.reader === 'built-in' ? impact : slower,
    });
    this.#mayKeep(props, ourselves);
    return ourselves;
  }

  #takeTurn({ data: { tables } }: SubjectProps): AppFunction<TurnEnv> {
    const takeTurn = new AppFunction<TurnEnv>(this, 'TakeTurn', {
      entry: 'documents/reading/take-turn.lambda.ts',
      env: { BATCHES_TABLE: tables.batches.tableName },
      impact: 'Long batches are read out of turn: short ones may have to wait for them.',
    });
    tables.batches.allow(takeTurn, 'Query', 'PutItem', 'DeleteItem');
    return takeTurn;
  }

  #sweeper(props: SubjectProps, env: ReadEnv): AppFunction<ReadEnv> {
    const lost = 'A batch whose notice got lost stands still for an hour instead of some minutes.';
    const sweeper = new AppFunction<ReadEnv>(this, 'Sweep', {
      entry: 'documents/reading/sweep.lambda.ts',
      env,
      timeout: Duration.minutes(5),
      nativeImages: true,
      memory: 1024,
      impact: lost,
    });
    this.#mayKeep(props, sweeper);
    props.data.tables.batches.allow(sweeper, 'DeleteItem');
    new AppSchedule(this, 'EveryFewMinutes', { everyMinutes: 5, target: sweeper, impact: lost });
    return sweeper;
  }
}
