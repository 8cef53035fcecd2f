import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as VerifyEnv } from '../functions/retention/verify.lambda.ts';
import { alarmAbove, figure } from './constructs/alarms.ts';
import { AppFunction } from './constructs/function.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** How long each thing is kept, what becomes of it then, and that what is kept is what was written. */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#verify(props);
  }

  #verify({ authority, data: { tables, anchors } }: SubjectProps): void {
    const impact = 'Nobody would notice that the history of a request was altered.';
    const verify = new AppFunction<VerifyEnv>(this, 'Verify', {
      entry: 'retention/verify.lambda.ts',
      env: {
        REQUESTS_TABLE: tables.requests.tableName,
        PRIVACY_TABLE: tables.privacy.tableName,
        ANCHORS_BUCKET: anchors.bucketName,
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact,
    });
    tables.requests.allow(verify, 'GetItem', 'Query');
    tables.privacy.allow(verify, 'GetItem', 'PutItem');
    anchors.allowListingVersions(verify);
    const timeZone = authority.timeZone;
    new AppSchedule(this, 'VerifyEachNight', { at: '02:40', timeZone, target: verify, impact });
    alarmAbove(this, 'JournalBroken', {
      metric: figure(this, 'JournalBroken'),
      impact:
        'The history of a request is not what was written: dates and decisions that people rely on may be false.',
    });
  }
}
