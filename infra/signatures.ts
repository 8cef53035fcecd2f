import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  endDelegation,
  leave,
  listPeople,
  saveDelegation,
  setAbsence,
} from '../functions/agents/people-api.ts';
import type { Env as AgentEnv } from '../functions/signatures/agent.lambda.ts';
import * as api from '../functions/signatures/agent-api.ts';
import * as reading from '../functions/signatures/book-api.ts';
import type { Env as PeopleEnv } from '../functions/signatures/people.lambda.ts';
import type { Env as PublicEnv } from '../functions/signatures/public.lambda.ts';
import { verifyCode, verifyFile } from '../functions/signatures/public-api.ts';
import type { Env as SealEnv } from '../functions/signatures/seal.lambda.ts';
import type { Env as SettleEnv } from '../functions/signatures/settle.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** Under this, letters as they were approved, sealed, and the evidence beside them. */
const letters = 'signed/*';

/** The signature book: letters that wait for approval, their seal, and whoever may approve them. */
export class Signatures extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#book(props);
    this.#seal(props);
    this.#people(props);
    this.#verification(props);
  }

  #book({ data: { tables, buckets, secrets }, api: http, publicUrl }: SubjectProps): void {
    const book = new AppFunction<AgentEnv>(this, 'Book', {
      entry: 'signatures/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1769,
      timeout: Duration.seconds(29),
      impact: 'No letter is signed: decisions wait, and silence may decide in their place.',
    });
    tables.settings.allow(book, 'GetItem', 'Query');
    tables.procedures.allow(book, 'GetItem');
    letReadSessions(book, tables);
    tables.people.allow(book, 'Query');
    tables.requests.allow(book, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    buckets.uploads
      .allow(book, 'uploads/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging')
      .allowListing(book);
    buckets.evidence
      .allow(book, 'requests/*', 'PutObject', 'PutObjectTagging')
      .allow(
        book,
        'requests/*',
        'GetObject',
        'GetObjectVersion',
        'GetObjectTagging',
        'GetObjectVersionTagging',
      );
    buckets.documents.allow(book, letters, 'GetObject', 'GetObjectVersion', 'PutObject');
    book.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    http.route(
      book,
      api.submitLetter,
      reading.readBook,
      api.approveLetters,
      reading.readLetter,
      reading.readLetterPage,
      reading.readLetterPdf,
      reading.readEvidence,
      api.returnLetter,
      api.takeBackApproval,
      api.recallLetter,
    );
  }

  #seal({ data: { tables, buckets, bus, sealKey } }: SubjectProps): void {
    const impact = 'Letters that everybody approved are not sealed: they do not leave.';
    const seal = new AppFunction<SealEnv>(this, 'Seal', {
      entry: 'signatures/seal.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        SEAL_KEY: sealKey.keyArn,
      },
      memory: 1769,
      timeout: Duration.seconds(30),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(seal, 'GetItem', 'PutItem');
    tables.requests.allow(seal, 'GetItem', 'BatchGetItem', 'PutItem');
    buckets.documents.allow(seal, letters, 'GetObject', 'GetObjectVersion', 'PutObject');
    seal.allow(['kms:Sign', 'kms:GetPublicKey'], [sealKey.keyArn]);
    onEvent(this, 'Ready', { bus, type: 'letter-ready', target: seal, impact });
  }

  #people({ authority, data: { tables }, api: http, publicUrl }: SubjectProps): void {
    const { settings, people, sessions, requests } = tables;
    const who = new AppFunction<PeopleEnv>(this, 'People', {
      entry: 'signatures/people.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        REQUESTS_TABLE: requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact: 'Nobody can say that they are away or gone, nor make an order of delegation known.',
    });
    letReadSessions(who, tables);
    people.allow(who, 'Query', 'BatchWriteItem', 'PutItem', 'DeleteItem');
    http.route(who, listPeople, setAbsence, leave, saveDelegation, endDelegation);
    const impact = 'Letters stay with people who are away or have left, until somebody opens the book.';
    const settle = new AppFunction<SettleEnv>(this, 'Settle', {
      entry: 'signatures/settle.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PEOPLE_TABLE: people.tableName,
        REQUESTS_TABLE: requests.tableName,
      },
      timeout: Duration.minutes(5),
      asynchronous: true,
      impact,
    });
    people.allow(settle, 'Query');
    for (const fn of [who, settle]) {
      settings.allow(fn, 'GetItem');
      requests.allow(fn, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    }
    new AppSchedule(this, 'Morning', { at: '00:20', timeZone: authority.timeZone, target: settle, impact });
  }

  #verification({ data: { tables }, api: http, publicUrl }: SubjectProps): void {
    const verify = new AppFunction<PublicEnv>(this, 'Verify', {
      entry: 'signatures/public.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Nobody can check whether a letter is genuine.',
    });
    tables.settings.allow(verify, 'GetItem');
    tables.requests.allow(verify, 'Query');
    http.route(verify, verifyCode, verifyFile);
  }
}
