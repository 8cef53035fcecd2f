import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/payments/agent.lambda.ts';
import * as accounts from '../functions/payments/agent-api.ts';
import * as families from '../functions/payments/family-api.ts';
import type { Env as JoinedEnv } from '../functions/payments/joined.lambda.ts';
import type { Env as LookEnv } from '../functions/payments/look.lambda.ts';
import type { Env as NotifyEnv } from '../functions/payments/notify.lambda.ts';
import type { Env as PublicEnv } from '../functions/payments/public.lambda.ts';
import * as own from '../functions/payments/public-api.ts';
import type { Env as NewsEnv } from '../functions/payments/request-news.lambda.ts';
import type { Env as SettledEnv } from '../functions/payments/settled.lambda.ts';
import * as treasury from '../functions/payments/treasury-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { payfipUrlOf } from './parameters.ts';
import type { SubjectProps } from './subject.ts';

const unknown = 'What somebody paid is not known here: they are asked again for what they have paid.';

/** What is owed, paid through PayFiP, refunded, and reconciled for the treasury. */
export class Payments extends Construct {
  readonly #payfip: string;

  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#payfip = payfipUrlOf(Stack.of(this), props.authority);
    this.#news(props);
    this.#follow(props);
    this.#notified(props);
    this.#settled(props);
    this.#public(props);
    this.#agents(props);
    this.#joined(props);
  }

  #news({ authority, data: { tables, bus } }: SubjectProps): void {
    const impact = 'Fees of procedures are asked of nobody, or still asked after a request was withdrawn.';
    const news = new AppFunction<NewsEnv>(this, 'RequestNews', {
      entry: 'payments/request-news.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PAYMENTS_TABLE: tables.payments.tableName,
        TIME_ZONE: authority.timeZone,
      },
      asynchronous: true,
      impact,
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(news, 'GetItem');
    tables.requests.allow(news, 'Query');
    tables.payments.allow(news, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    onEvent(this, 'Requests', {
      bus,
      type: ['request-opened', 'request-answered', 'request-lodged', 'request-withdrawn'],
      target: news,
      impact,
    });
  }

  #joined({ authority, data: { tables, bus } }: SubjectProps): void {
    const impact = 'Who joined two accounts does not see what was owed or paid under the one that ended.';
    const joined = new AppFunction<JoinedEnv>(this, 'Joined', {
      entry: 'payments/joined.lambda.ts',
      env: { PAYMENTS_TABLE: tables.payments.tableName, TIME_ZONE: authority.timeZone },
      asynchronous: true,
      impact,
    });
    tables.payments.allow(joined, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    onEvent(this, 'AccountJoined', { bus, type: 'account-joined', target: joined, impact });
  }

  #follow({ authority, data: { tables, bus } }: SubjectProps): void {
    const look = new AppFunction<LookEnv>(this, 'Look', {
      entry: 'payments/look.lambda.ts',
      env: {
        PAYMENTS_TABLE: tables.payments.tableName,
        PAYFIP_URL: this.#payfip,
        TIME_ZONE: authority.timeZone,
      },
      timeout: Duration.seconds(30),
      impact: unknown,
    });
    tables.payments.allow(look, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    const machine = new AppMachine(this, 'FollowPayment', {
      definition: 'follow-payment.asl.json',
      substitutions: { Look: look.functionArn },
      impact: unknown,
    }).invokes(look);
    onEvent(this, 'Started', { bus, type: 'payment-started', target: machine, impact: unknown });
  }

  #notified({ authority, data: { tables }, api }: SubjectProps): void {
    const notify = new AppFunction<NotifyEnv>(this, 'Notify', {
      entry: 'payments/notify.lambda.ts',
      env: {
        PAYMENTS_TABLE: tables.payments.tableName,
        PAYFIP_URL: this.#payfip,
        TIME_ZONE: authority.timeZone,
      },
      timeout: Duration.seconds(25),
      impact:
        'Payments are known some minutes late: what PayFiP tells us is not heard, but it is still asked.',
    });
    tables.payments.allow(notify, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    api.route(notify, own.notifyPayment);
  }

  #settled({ authority, data: { tables, bus }, mail, publicUrl }: SubjectProps): void {
    const impact = 'Payments are not acknowledged, though the law owes it, and their requests do not go on.';
    const settled = new AppFunction<SettledEnv>(this, 'Settled', {
      entry: 'payments/settled.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PAYMENTS_TABLE: tables.payments.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
        TIME_ZONE: authority.timeZone,
      },
      timeout: Duration.seconds(30),
      memory: 1024,
      asynchronous: true,
      impact,
    });
    tables.settings.allow(settled, 'GetItem');
    tables.requests.allow(settled, 'BatchGetItem', 'PutItem');
    tables.payments.allow(settled, 'GetItem', 'Query', 'PutItem');
    settled.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    onEvent(this, 'Received', {
      bus,
      type: ['payment-settled', 'refund-decided', 'prepaid-below'],
      target: settled,
      impact,
    });
  }

  #public({ authority, data: { tables }, api, publicUrl }: SubjectProps): void {
    const pay = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'payments/public.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PAYMENTS_TABLE: tables.payments.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PAYFIP_URL: this.#payfip,
        PUBLIC_URL: publicUrl,
        TIME_ZONE: authority.timeZone,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Citizens cannot see what they owe nor pay it online.',
    });
    tables.settings.allow(pay, 'GetItem');
    tables.requests.allow(pay, 'Query');
    tables.sessions.allow(pay, 'GetItem', 'UpdateItem');
    tables.payments.allow(pay, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    api.route(pay, own.listPayments, own.findInvoice, own.readPayment, own.startPayment);
    api.route(pay, own.paymentReceipt, own.askRefund);
    api.route(pay, families.listFamilies, families.joinFamily, families.leaveFamily);
    api.route(pay, families.listLines, families.deposit);
  }

  #agents({ authority, data: { tables }, api, publicUrl }: SubjectProps): void {
    const keep = new AppFunction<AgentEnv>(this, 'Agents', {
      entry: 'payments/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PAYMENTS_TABLE: tables.payments.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PAYFIP_URL: this.#payfip,
        PUBLIC_URL: publicUrl,
        TIME_ZONE: authority.timeZone,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Finance can neither import invoices nor repay nor reconcile; citizens still pay.',
    });
    tables.settings.allow(keep, 'GetItem');
    letReadSessions(keep, tables);
    tables.requests.allow(keep, 'BatchGetItem', 'PutItem');
    tables.payments.allow(keep, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    api.route(keep, accounts.listAgentPayments, accounts.listRequestPayments, accounts.importInvoices);
    api.route(keep, accounts.importMeals, accounts.requestRefund, accounts.decideRefund);
    api.route(keep, accounts.settleDoubt, treasury.reconciliationFile, treasury.compareReconciliation);
    api.route(keep, treasury.adoptPayment);
  }
}
