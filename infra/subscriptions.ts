import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/subscriptions/agent.lambda.ts';
import * as work from '../functions/subscriptions/agent-api.ts';
import type { Env as BounceEnv } from '../functions/subscriptions/bounce.lambda.ts';
import type { Env as PublicEnv } from '../functions/subscriptions/public.lambda.ts';
import * as own from '../functions/subscriptions/public-api.ts';
import type { Env as SendEnv } from '../functions/subscriptions/send.lambda.ts';
import type { Env as StopEnv } from '../functions/subscriptions/stop.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { AppRule, onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** Themes and communes that people want to hear of, and how. */
export class Subscriptions extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#public(props);
    this.#stop(props);
    this.#agent(props);
    this.#send(props);
    this.#bounce(props);
  }

  #public({ data: { tables, secrets }, api, publicUrl }: SubjectProps): void {
    const serve = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'subscriptions/public.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SUBSCRIPTIONS_TABLE: tables.subscriptions.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact: 'Nobody can subscribe, nor change what they are told of.',
    });
    tables.settings.allow(serve, 'GetItem');
    tables.subscriptions.allow(serve, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    serve.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    const { listThemes, askSubscription, readSubscription, confirmSubscription, changeSubscription } = own;
    api.route(serve, listThemes, askSubscription, readSubscription, confirmSubscription, changeSubscription);
  }

  #stop({ data: { tables, secrets }, api }: SubjectProps): void {
    const stop = new AppFunction<StopEnv>(this, 'Stop', {
      entry: 'subscriptions/stop.lambda.ts',
      env: {
        SUBSCRIPTIONS_TABLE: tables.subscriptions.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
      },
      timeout: Duration.seconds(29),
      impact: 'People who press the button of their mailbox go on receiving what they no longer want.',
    });
    tables.subscriptions.allow(stop, 'GetItem', 'PutItem', 'DeleteItem');
    stop.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(stop, own.stopByMail);
  }

  #agent({ data: { tables, secrets }, api, mail, publicUrl }: SubjectProps): void {
    const desk = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'subscriptions/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        SUBSCRIPTIONS_TABLE: tables.subscriptions.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact: 'Agents cannot tell people who subscribed what happens, be it urgent.',
    });
    letReadSessions(desk, tables);
    tables.settings.allow(desk, 'GetItem');
    tables.subscriptions.allow(desk, 'GetItem', 'Query', 'PutItem');
    desk.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    desk.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    const { listAlerts, readAlert, writeAlert, rewriteAlert, tryAlert, sendAlert, takeBackAlert } = work;
    api.route(desk, listAlerts, readAlert, writeAlert, rewriteAlert, tryAlert, sendAlert, takeBackAlert);
  }

  #send({ authority, data: { tables, secrets, bus }, mail, publicUrl }: SubjectProps): void {
    const impact = 'People who subscribed are not told, or not asked to confirm.';
    const send = new AppFunction<SendEnv>(this, 'Send', {
      entry: 'subscriptions/send.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SUBSCRIPTIONS_TABLE: tables.subscriptions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(110),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(send, 'GetItem');
    tables.requests.allow(send, 'GetItem');
    tables.contacts.allow(send, 'GetItem');
    tables.subscriptions.allow(send, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    send.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    send.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    send.allow(
      ['sns:Publish'],
      ['*'],
      'A text message to a number is published to no topic: IAM knows no narrower resource.',
    );
    const machine = new AppMachine(this, 'SendAlert', {
      definition: 'send-alert.asl.json',
      substitutions: { SendArn: send.functionArn },
      impact,
    }).invokes(send);
    onEvent(this, 'Scheduled', { bus, type: 'alert-scheduled', target: machine, impact });
    onEvent(this, 'Asked', { bus, type: 'subscription-asked', target: send, impact });
    const monday = { at: '08:30', timeZone: authority.timeZone, onlyOn: 'MON' } as const;
    new AppSchedule(this, 'Summary', { ...monday, target: send, impact });
  }

  #bounce({ data: { tables } }: SubjectProps): void {
    const impact = 'Mailboxes that are gone are written to again and again: others take us for spam.';
    const take = new AppFunction<BounceEnv>(this, 'Bounce', {
      entry: 'subscriptions/bounce.lambda.ts',
      env: {
        SUBSCRIPTIONS_TABLE: tables.subscriptions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
      },
      asynchronous: true,
      impact,
    });
    tables.subscriptions.allow(take, 'GetItem', 'PutItem', 'DeleteItem');
    tables.requests.allow(take, 'PutItem');
    const detail = { mail: { tags: { reference: [{ prefix: 'alerte-' }] } } };
    const detailType = ['Email Bounced', 'Email Complaint Received'];
    new AppRule(this, 'Said', { pattern: { source: ['aws.ses'], detailType, detail }, target: take, impact });
  }
}
