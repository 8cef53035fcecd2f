import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as DueEnv } from '../functions/privacy/due.lambda.ts';
import type { Env as EraseEnv } from '../functions/privacy/erase.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import { letErasePersons, personalPlaces } from './personal.ts';
import type { SubjectProps } from './subject.ts';

const kept = 'Who asked to be erased is still held: their right is not respected (RGPD 17).';

/** What is held of a person: shown, exported, erased, and erased again after a restore. */
export class Privacy extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#erase(props);
    this.#due(props);
  }

  #erase({ data }: SubjectProps): void {
    const { tables, bus, secrets } = data;
    const erase = new AppFunction<EraseEnv>(this, 'Erase', {
      entry: 'privacy/erase.lambda.ts',
      env: { ...personalPlaces(data), PEPPER_SECRET: secrets.pepper.secretArn },
      memory: 1024,
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact: kept,
    });
    letErasePersons(erase, data);
    tables.privacy.allow(erase, 'UpdateItem');
    erase.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    onEvent(this, 'Asked', { bus, type: 'erasure-asked', target: erase, impact: kept });
  }

  #due({ authority, data: { tables } }: SubjectProps): void {
    const due = new AppFunction<DueEnv>(this, 'Due', {
      entry: 'privacy/due.lambda.ts',
      env: { REQUESTS_TABLE: tables.requests.tableName, PRIVACY_TABLE: tables.privacy.tableName },
      timeout: Duration.minutes(5),
      asynchronous: true,
      impact: kept,
    });
    tables.requests.allow(due, 'BatchGetItem');
    tables.privacy.allow(due, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    new AppSchedule(this, 'EachNight', {
      at: '03:20',
      timeZone: authority.timeZone,
      target: due,
      impact: kept,
    });
  }
}
