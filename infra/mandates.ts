import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/mandates/agent.lambda.ts';
import * as desk from '../functions/mandates/agent-api.ts';
import type { Env as CitizenEnv } from '../functions/mandates/citizen.lambda.ts';
import * as own from '../functions/mandates/citizen-api.ts';
import type { Env as JoinedEnv } from '../functions/mandates/joined.lambda.ts';
import { mailPrefix } from '../functions/mandates/notice.ts';
import type { Env as PublicEnv } from '../functions/mandates/public.lambda.ts';
import { endByCode, readByCode } from '../functions/mandates/public-api.ts';
import type { Env as TellEnv } from '../functions/mandates/tell.lambda.ts';
import type { Env as WordEnv } from '../functions/mandates/word.lambda.ts';
import { busSource } from '../functions/shared/events.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppRule, onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

/** Acting for somebody else, with their word, within bounds and until a day. */
export class Mandates extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#citizen(props);
    this.#public(props);
    this.#agent(props);
    this.#tell(props);
    this.#word(props);
    this.#joined(props);
  }

  #citizen({ data: { tables, secrets }, api, publicUrl }: SubjectProps): void {
    const serve = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'mandates/citizen.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        CITIZENS_TABLE: tables.citizens.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Nobody can let somebody act for them, take it back in their space, nor act for anybody.',
    });
    tables.settings.allow(serve, 'GetItem');
    tables.sessions.allow(serve, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    tables.accounts.allow(serve, 'GetItem');
    tables.citizens.allow(serve, 'BatchGetItem');
    tables.mandates.allow(serve, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    tables.mandates.allow(serve, 'ConditionCheckItem');
    serve.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    const { listMandates, offerMandate, endMandate, readOffer, answerOffer, actFor } = own;
    api.route(serve, listMandates, offerMandate, endMandate, readOffer, answerOffer, actFor);
  }

  #public({ data: { tables, secrets }, api, publicUrl }: SubjectProps): void {
    const end = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'mandates/public.lambda.ts',
      env: {
        SESSIONS_TABLE: tables.sessions.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      impact: 'People without an account cannot end a mandate by the code of their letter.',
    });
    tables.sessions.allow(end, 'DeleteItem');
    tables.mandates.allow(end, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    end.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(end, readByCode, endByCode);
  }

  #agent({ data: { tables, buckets, secrets }, api, publicUrl }: SubjectProps): void {
    const help = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'mandates/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        CITIZENS_TABLE: tables.citizens.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      impact:
        'Agents cannot help people who do not use the portal in their name, nor end a mandate for them.',
    });
    letReadSessions(help, tables);
    tables.settings.allow(help, 'GetItem');
    tables.sessions.allow(help, 'PutItem', 'DeleteItem');
    tables.accounts.allow(help, 'GetItem', 'Query', 'PutItem');
    tables.citizens.allow(help, 'BatchGetItem', 'PutItem');
    tables.mandates.allow(help, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    tables.mandates.allow(help, 'ConditionCheckItem');
    buckets.documents.allow(help, 'letters/mandats/*', 'GetObject');
    help.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    const { listPersonMandates, recordMandate, listMandateLetters, markMandateLetterPosted } = desk;
    api.route(help, listPersonMandates, recordMandate, listMandateLetters, markMandateLetterPosted);
    api.route(help, desk.helpAtDesk, desk.endForPerson);
  }

  #tell({ data: { tables, buckets, secrets, bus }, mail, publicUrl }: SubjectProps): void {
    const impact = 'People are not told who may act for them, by the way that their helper does not control.';
    const tell = new AppFunction<TellEnv>(this, 'Tell', {
      entry: 'mandates/tell.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        CITIZENS_TABLE: tables.citizens.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        CONFIGURATION_SET: mail.configurationSet,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(55),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(tell, 'GetItem');
    tables.accounts.allow(tell, 'GetItem');
    tables.citizens.allow(tell, 'BatchGetItem');
    tables.requests.allow(tell, 'GetItem', 'PutItem');
    tables.contacts.allow(tell, 'GetItem', 'PutItem');
    tables.sessions.allow(tell, 'DeleteItem');
    tables.mandates.allow(tell, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    buckets.documents.allow(tell, 'letters/mandats/*', 'PutObject');
    tell.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    tell.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    tell.allow(
      ['sns:Publish'],
      ['*'],
      'A text message to a number is published to no topic: IAM knows no narrower resource.',
    );
    onEvent(this, 'Changed', { bus, type: ['mandate-changed', 'notice-lost'], target: tell, impact });
    const detail = { mail: { tags: { reference: [{ prefix: mailPrefix }] } } };
    const detailType = ['Email Bounced', 'Email Complaint Received', 'Email Rejected'];
    new AppRule(this, 'Returned', {
      ...{ pattern: { source: ['aws.ses'], detailType, detail }, target: tell, impact },
    });
  }

  #word({ data: { tables, secrets, bus } }: SubjectProps): void {
    const impact =
      'Who answers by the one word that ends a mandate is not heard; the code of their letter still works.';
    const word = new AppFunction<WordEnv>(this, 'Word', {
      entry: 'mandates/word.lambda.ts',
      env: {
        CONTACTS_TABLE: tables.contacts.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
      },
      asynchronous: true,
      impact,
    });
    tables.contacts.allow(word, 'GetItem', 'Query');
    tables.sessions.allow(word, 'DeleteItem');
    tables.mandates.allow(word, 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    word.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    new AppRule(this, 'Said', {
      bus,
      pattern: {
        source: [busSource],
        detailType: ['contact-received'],
        detail: { channel: ['mail', 'sms'] },
      },
      target: word,
      impact,
    });
  }

  #joined({ data: { tables, bus } }: SubjectProps): void {
    const impact = 'Who joined two accounts misses the mandates of the one that ended.';
    const joined = new AppFunction<JoinedEnv>(this, 'Joined', {
      entry: 'mandates/joined.lambda.ts',
      env: { MANDATES_TABLE: tables.mandates.tableName, SESSIONS_TABLE: tables.sessions.tableName },
      asynchronous: true,
      impact,
    });
    tables.mandates.allow(joined, 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    tables.sessions.allow(joined, 'DeleteItem');
    onEvent(this, 'AccountJoined', { bus, type: 'account-joined', target: joined, impact });
  }
}
