import { Construct } from 'constructs';
import type { Env as CitizenEnv } from '../functions/households/citizen.lambda.ts';
import {
  addMember,
  changeMember,
  confirmMember,
  forgetFact,
  readHousehold,
  removeMember,
} from '../functions/households/household-api.ts';
import type { Env as JoinedEnv } from '../functions/households/joined.lambda.ts';
import { keepKnown } from '../functions/households/known-api.ts';
import { readPrefill } from '../functions/households/prefill-api.ts';
import {
  acceptInvitation,
  endSharing,
  inviteParent,
  readInvitation,
} from '../functions/households/sharing-api.ts';
import type { Env as ToldEnv } from '../functions/households/told.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

/** Who lives with whom, and what of it fills in a form. */
export class Households extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#citizen(props);
    this.#told(props);
    this.#joined(props);
  }

  #citizen({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const citizen = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'households/citizen.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        HOUSEHOLDS_TABLE: tables.households.tableName,
        SAFE_TABLE: tables.safe.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Citizens type again what they said before: their household is not shown and fills nothing in.',
    });
    letReadSessions(citizen, tables);
    tables.settings.allow(citizen, 'GetItem');
    tables.accounts.allow(citizen, 'GetItem');
    tables.households.allow(citizen, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    tables.safe.allow(citizen, 'Query');
    tables.procedures.allow(citizen, 'GetItem');
    api.route(citizen, readHousehold, addMember, changeMember, confirmMember, removeMember, forgetFact);
    api.route(citizen, keepKnown, readPrefill);
    api.route(citizen, inviteParent, readInvitation, acceptInvitation, endSharing);
  }

  /** Parents who live apart are told of what the other does for their child (Code civil 372-2). */
  #told({ data: { tables, bus }, mail, publicUrl }: SubjectProps): void {
    const impact = 'The other parent of a child is not told that something was changed or asked for it.';
    const told = new AppFunction<ToldEnv>(this, 'Told', {
      entry: 'households/told.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        HOUSEHOLDS_TABLE: tables.households.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
      },
      asynchronous: true,
      impact,
    });
    tables.settings.allow(told, 'GetItem');
    tables.accounts.allow(told, 'GetItem');
    tables.households.allow(told, 'GetItem');
    told.allow(['ses:SendEmail'], mail.sendingArns);
    onEvent(this, 'Child', { bus, type: ['shared-child', 'request-lodged'], target: told, impact });
  }

  #joined({ data: { tables, bus } }: SubjectProps): void {
    const impact = 'Who joined two accounts misses the household and the documents of the one that ended.';
    const joined = new AppFunction<JoinedEnv>(this, 'Joined', {
      entry: 'households/joined.lambda.ts',
      env: { HOUSEHOLDS_TABLE: tables.households.tableName, SAFE_TABLE: tables.safe.tableName },
      asynchronous: true,
      impact,
    });
    tables.households.allow(joined, 'GetItem', 'PutItem');
    tables.safe.allow(joined, 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    onEvent(this, 'AccountJoined', { bus, type: 'account-joined', target: joined, impact });
  }
}
