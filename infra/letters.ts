import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env } from '../functions/letters/agent.lambda.ts';
import * as api from '../functions/letters/agent-api.ts';
import type { Env as CodeEnv } from '../functions/letters/public.lambda.ts';
import { openByCode } from '../functions/letters/public-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Letters an agent starts from, their templates and their checks. */
export class Letters extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const { data, publicUrl } = props;
    const { settings, procedures, requests, people, sessions } = data.tables;
    const letters = new AppFunction<Env>(this, 'Agent', {
      entry: 'letters/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        REQUESTS_TABLE: requests.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(20),
      impact:
        'Agents find no letter to start from and cannot edit templates; they can still write their answer.',
    });
    settings.allow(letters, 'GetItem', 'PutItem', 'Query');
    procedures.allow(letters, 'GetItem');
    requests.allow(letters, 'Query');
    letReadSessions(letters, data.tables);
    props.api.route(
      letters,
      api.listLetterTemplates,
      api.listTemplates,
      api.tryTemplate,
      api.previewTemplate,
      api.readTemplateToEdit,
      api.saveTemplate,
      api.checkRequestLetter,
    );
    this.#codes(props);
  }

  /** Whoever holds a letter follows its request. */
  #codes({ data: { tables }, api: http, publicUrl }: SubjectProps): void {
    const { requests, citizens } = tables;
    const code = new AppFunction<CodeEnv>(this, 'Public', {
      entry: 'letters/public.lambda.ts',
      env: {
        REQUESTS_TABLE: requests.tableName,
        CITIZENS_TABLE: citizens.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: 'Whoever holds a letter cannot follow its request by the code printed on it.',
    });
    requests.allow(code, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    citizens.allow(code, 'GetItem', 'BatchGetItem', 'Query');
    http.route(code, openByCode);
  }
}
