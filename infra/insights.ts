import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as ReconcileEnv } from '../functions/insights/reconcile.lambda.ts';
import type { Env as RecordsEnv } from '../functions/insights/records.lambda.ts';
import { alarmAbove, figure } from './constructs/alarms.ts';
import { AppFunction } from './constructs/function.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** The export of everything held, invoked by the authority's IT; and each night the proof that every object in equals an entry. */
export class Insights extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#export(props);
    this.#reconcile(props);
  }

  #export({ data }: SubjectProps): void {
    const { settings, procedures, contacts, batches, requests } = data.tables;
    const records = new AppFunction<RecordsEnv>(this, 'Export', {
      entry: 'insights/records.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        BATCHES_TABLE: batches.tableName,
        REQUESTS_TABLE: requests.tableName,
      },
      memory: 1024,
      timeout: Duration.minutes(1),
      impact: 'The daily reconciliation cannot tell whether something that came in was lost.',
    });
    settings.allow(records, 'GetItem');
    procedures.allow(records, 'GetItem');
    for (const table of [contacts, batches, requests]) table.allow(records, 'Scan', 'Query');
  }

  #reconcile({ authority, data: { tables, buckets } }: SubjectProps): void {
    const impact = 'Nobody would notice that something a citizen sent was lost.';
    const { contacts, batches, requests, privacy } = tables;
    const reconcile = new AppFunction<ReconcileEnv>(this, 'Reconcile', {
      entry: 'insights/reconcile.lambda.ts',
      env: {
        CONTACTS_TABLE: contacts.tableName,
        BATCHES_TABLE: batches.tableName,
        REQUESTS_TABLE: requests.tableName,
        PRIVACY_TABLE: privacy.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DROP_BUCKET: buckets.drop.bucketName,
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact,
    });
    for (const table of [contacts, requests]) table.allow(reconcile, 'GetItem');
    batches.allow(reconcile, 'GetItem', 'Query');
    privacy.allow(reconcile, 'GetItem', 'Query', 'PutItem');
    buckets.evidence.allowListing(reconcile);
    buckets.drop.allowListing(reconcile);
    const timeZone = authority.timeZone;
    new AppSchedule(this, 'ReconcileEachNight', { at: '04:10', timeZone, target: reconcile, impact });
    alarmAbove(this, 'EntriesLost', {
      metric: figure(this, 'EntriesLost'),
      impact:
        'Something a citizen sent led to no request and to no reason: they wait for an answer nobody prepares.',
    });
  }
}
