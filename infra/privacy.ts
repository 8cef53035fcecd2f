import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/privacy/agent.lambda.ts';
import * as work from '../functions/privacy/agent-api.ts';
import type { Env as CitizenEnv } from '../functions/privacy/citizen.lambda.ts';
import * as own from '../functions/privacy/citizen-api.ts';
import type { Env as DueEnv } from '../functions/privacy/due.lambda.ts';
import type { Env as EraseEnv } from '../functions/privacy/erase.lambda.ts';
import type { Env as ExportEnv } from '../functions/privacy/export.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import { letErasePersons, letReadPersons, personalPlaces, shownPlaces } from './personal.ts';
import type { SubjectProps } from './subject.ts';

const kept = 'Who asked to be erased is still held: their right is not respected (RGPD 17).';

/** What is held of a person: shown, exported, erased, and erased again after a restore. */
export class Privacy extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#citizen(props);
    this.#agent(props);
    this.#export(props);
    this.#erase(props);
    this.#due(props);
  }

  #citizen({ data, api, publicUrl }: SubjectProps): void {
    const { tables, buckets, secrets } = data;
    const citizen = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'privacy/citizen.lambda.ts',
      env: {
        ...shownPlaces(data),
        SESSIONS_TABLE: tables.sessions.tableName,
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact:
        'Nobody sees what is held of them, who looked at it, nor can have it or be forgotten (RGPD 15 to 17).',
    });
    letReadSessions(citizen, tables);
    letReadPersons(citizen, data);
    tables.settings.allow(citizen, 'GetItem');
    tables.people.allow(citizen, 'GetItem');
    tables.requests.allow(citizen, 'BatchGetItem', 'PutItem');
    tables.citizens.allow(citizen, 'UpdateItem');
    tables.privacy.allow(citizen, 'PutItem');
    buckets.documents.allow(citizen, 'files/*', 'GetObject');
    citizen.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    const { readHeld, listReadings, askExport, readExport, setConsent, eraseMe } = own;
    api.route(citizen, readHeld, listReadings, askExport, readExport, setConsent, eraseMe);
  }

  /** Somebody asks at the desk or by letter. */
  #agent({ data, api, publicUrl }: SubjectProps): void {
    const { tables, buckets, secrets } = data;
    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'privacy/agent.lambda.ts',
      env: {
        ...shownPlaces(data),
        SESSIONS_TABLE: tables.sessions.tableName,
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact:
        'Who asks at the desk or by letter for their data, or to be forgotten, waits (one month at most, RGPD 12(3)).',
    });
    letReadSessions(agent, tables);
    letReadPersons(agent, data);
    tables.settings.allow(agent, 'GetItem');
    tables.people.allow(agent, 'GetItem');
    tables.requests.allow(agent, 'BatchGetItem', 'PutItem');
    tables.citizens.allow(agent, 'PutItem');
    tables.privacy.allow(agent, 'PutItem');
    buckets.documents.allow(agent, 'files/*', 'GetObject');
    agent.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(
      agent,
      work.readHeldOf,
      work.askExportOf,
      work.readExportOf,
      work.erasePersonOf,
      work.listErasures,
    );
  }

  #export({ data, mail, publicUrl }: SubjectProps): void {
    const { tables, buckets, bus, secrets } = data;
    const impact = 'Who asked for their data does not get them (RGPD 15 and 20: one month at most).';
    const make = new AppFunction<ExportEnv>(this, 'Export', {
      entry: 'privacy/export.lambda.ts',
      env: {
        ...shownPlaces(data),
        SETTINGS_TABLE: tables.settings.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
        CONFIGURATION_SET: mail.configurationSet,
      },
      memory: 1024,
      timeout: Duration.minutes(15),
      asynchronous: true,
      impact,
    });
    letReadPersons(make, data);
    tables.settings.allow(make, 'GetItem');
    tables.privacy.allow(make, 'PutItem');
    buckets.documents.allow(make, '*', 'GetObject', 'GetObjectVersion').allow(make, 'files/*', 'PutObject');
    buckets.evidence.allow(
      make,
      '*',
      'GetObject',
      'GetObjectVersion',
      'GetObjectTagging',
      'GetObjectVersionTagging',
    );
    make.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    make.allow(['ses:SendEmail'], mail.sendingArns);
    onEvent(this, 'Wanted', { bus, type: 'export-asked', target: make, impact });
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
    tables.privacy.allow(erase, 'PutItem', 'UpdateItem');
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
