import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/retention/agent.lambda.ts';
import * as work from '../functions/retention/agent-api.ts';
import type { Env as NightlyEnv } from '../functions/retention/nightly.lambda.ts';
import type { Env as VerifyEnv } from '../functions/retention/verify.lambda.ts';
import { letReadSessions } from './agents.ts';
import { alarmAbove, figure } from './constructs/alarms.ts';
import { AppFunction } from './constructs/function.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** How long each thing is kept, what becomes of it then, and that what is kept is what was written. */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#verify(props);
    this.#agent(props);
    this.#nightly(props);
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

  #agent({ data: { tables }, api, mail, publicUrl }: SubjectProps): void {
    const desk = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'retention/agent.lambda.ts',
      env: {
        ...retained(tables),
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'The authority cannot show its register of processing, nor decide what it no longer may keep.',
    });
    letReadSessions(desk, tables);
    letRetain(desk, tables);
    tables.privacy.allow(desk, 'GetItem', 'Query', 'PutItem');
    desk.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    api.route(desk, ...Object.values(work).filter((one) => typeof one === 'object'));
  }

  #nightly({ authority, data: { tables }, mail, publicUrl }: SubjectProps): void {
    const impact = 'What was kept long enough is still kept (RGPD 5(1)e), or nobody is asked about it.';
    const nightly = new AppFunction<NightlyEnv>(this, 'Nightly', {
      entry: 'retention/nightly.lambda.ts',
      env: { ...retained(tables), CONFIGURATION_SET: mail.configurationSet, PUBLIC_URL: publicUrl },
      memory: 1024,
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact,
    });
    letRetain(nightly, tables);
    tables.privacy.allow(nightly, 'GetItem', 'Query', 'PutItem');
    nightly.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    const timeZone = authority.timeZone;
    new AppSchedule(this, 'EachNight', { at: '01:30', timeZone, target: nightly, impact });
  }
}

type Tables = SubjectProps['data']['tables'];
const retained = ({ settings, procedures, requests, contacts, privacy }: Tables) => ({
  SETTINGS_TABLE: settings.tableName,
  PROCEDURES_TABLE: procedures.tableName,
  REQUESTS_TABLE: requests.tableName,
  CONTACTS_TABLE: contacts.tableName,
  PRIVACY_TABLE: privacy.tableName,
});
const letRetain = (fn: AppFunction<never>, { settings, procedures, requests, contacts }: Tables): void => {
  settings.allow(fn, 'GetItem');
  procedures.allow(fn, 'Query', 'BatchGetItem');
  requests.allow(fn, 'BatchGetItem', 'Query');
  contacts.allow(fn, 'GetItem', 'Query');
};
