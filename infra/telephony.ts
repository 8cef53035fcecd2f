import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { busSource } from '../functions/shared/events.ts';
import type { Env as AgentEnv } from '../functions/telephony/agent.lambda.ts';
import * as agentApi from '../functions/telephony/agent-api.ts';
import type { Env as ContactEnv } from '../functions/telephony/contact.lambda.ts';
import type { Env as PublicEnv } from '../functions/telephony/public.lambda.ts';
import { readNotices } from '../functions/telephony/public-api.ts';
import type { Env as EventEnv } from '../functions/telephony/take-event.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppQueue } from './constructs/queue.ts';
import { AppRule } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

/** Calls: what the phone system tells, calls to return, figures, messages of the day. */
export class Telephony extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#contactEvents(props);
    this.#contacts(props);
    this.#agent(props);
    const notices = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'telephony/public.lambda.ts',
      env: { SETTINGS_TABLE: props.data.tables.settings.tableName, PUBLIC_URL: props.publicUrl },
      impact: 'Visitors of the portal do not read the message of the day.',
    });
    props.data.tables.settings.allow(notices, 'GetItem', 'Query');
    props.api.route(notices, readNotices);
  }

  /** Contact events cross from the region of the phone system to this bus (telephony-stack.ts). */
  #contactEvents({ data, authority }: SubjectProps): void {
    if (!authority.telephony) return;
    const impact = 'Calls leave no trace: whoever was not answered is not called back.';
    const timeout = Duration.seconds(60);
    const take = new AppFunction<EventEnv>(this, 'TakeEvent', {
      entry: 'telephony/take-event.lambda.ts',
      env: {
        SETTINGS_TABLE: data.tables.settings.tableName,
        CONTACTS_TABLE: data.tables.contacts.tableName,
      },
      timeout,
      impact,
    });
    data.tables.settings.allow(take, 'GetItem');
    data.tables.contacts.allow(take, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    const queue = new AppQueue(this, 'Events', { impact, consumerTimeout: timeout });
    // Events of one call come together more often than not: a second of patience spares most transactions.
    queue.feeds(take, { batchSize: 1_000, window: Duration.seconds(1), maxConcurrency: 2 });
    new AppRule(this, 'CallSaid', {
      bus: data.bus,
      pattern: { source: ['aws.connect'], detailType: ['Amazon Connect Contact Event'] },
      target: queue,
      impact,
    });
  }

  /** Any contact settles the call-back of its people; calls that agents type are counted. */
  #contacts({ data }: SubjectProps): void {
    const { settings, contacts, citizens } = data.tables;
    const impact = 'People who wrote or came since are called back for nothing.';
    const take = new AppFunction<ContactEnv>(this, 'TakeContact', {
      entry: 'telephony/contact.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        CONTACTS_TABLE: contacts.tableName,
        CITIZENS_TABLE: citizens.tableName,
      },
      asynchronous: true,
      impact,
    });
    settings.allow(take, 'GetItem');
    contacts.allow(take, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    citizens.allow(take, 'GetItem', 'BatchGetItem', 'Query');
    new AppRule(this, 'InTouch', {
      bus: data.bus,
      pattern: {
        source: [busSource],
        detailType: ['contact-recorded', 'contact-received', 'contact-joined'],
        detail: { system: [{ exists: false }] },
      },
      target: take,
      impact,
    });
  }

  #agent({ data, api, publicUrl }: SubjectProps): void {
    const { settings, contacts, citizens, requests, people, sessions } = data.tables;
    const desk = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'telephony/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        CONTACTS_TABLE: contacts.tableName,
        CITIZENS_TABLE: citizens.tableName,
        REQUESTS_TABLE: requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: 'Agents see neither who is calling nor whom to call back.',
    });
    letReadSessions(desk, data.tables);
    settings.allow(desk, 'GetItem', 'Query', 'PutItem');
    contacts.allow(desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    citizens.allow(desk, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    requests.allow(desk, 'GetItem', 'BatchGetItem', 'Query');
    const { readCurrentCall, listCallBacks, readCallBack, tryCallBack } = agentApi;
    api.route(desk, readCurrentCall, listCallBacks, readCallBack, tryCallBack);
    api.route(desk, agentApi.readCallStatistics, agentApi.listNotices, agentApi.setNotice);
  }
}
