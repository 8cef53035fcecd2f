import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as RecordsEnv } from '../functions/insights/records.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** The export of everything held: invoked by the authority's IT for reconciliation, by no page and no event. */
export class Insights extends Construct {
  constructor(scope: Construct, id: string, { data }: SubjectProps) {
    super(scope, id);
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
}
