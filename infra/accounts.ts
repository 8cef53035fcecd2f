import { Construct } from 'constructs';
import * as accountApi from '../functions/accounts/account-api.ts';
import type { Env as CitizenEnv } from '../functions/accounts/citizen.lambda.ts';
import type { Env as PublicEnv } from '../functions/accounts/public.lambda.ts';
import * as publicApi from '../functions/accounts/public-api.ts';
import * as securityApi from '../functions/accounts/security-api.ts';
import type { AppFunction as Fn } from './constructs/function.ts';
import { AppFunction } from './constructs/function.ts';
import type { MailSending } from './mail.ts';
import type { Data, SubjectProps } from './subject.ts';

/** What a function needs to find, make and join accounts, and to tell people of it. */
export function letOpenAccounts(
  fn: Fn<Record<string, string>>,
  { settings, accounts, citizens, search }: Data['tables'],
  mail: Pick<MailSending, 'sendingArns'>,
): void {
  settings.allow(fn, 'GetItem');
  accounts.allow(fn, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  citizens.allow(fn, 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
  search.allow(fn, 'PutItem', 'DeleteItem');
  fn.allow(['ses:SendEmail'], mail.sendingArns);
}

/** Accounts of citizens: signing in by FranceConnect, a code by mail or a passkey, and the devices that are signed in. */
export class Accounts extends Construct {
  constructor(scope: Construct, id: string, { data, api, mail, publicUrl }: SubjectProps) {
    super(scope, id);
    const { settings, accounts, citizens, search, sessions } = data.tables;
    const env = {
      SETTINGS_TABLE: settings.tableName,
      ACCOUNTS_TABLE: accounts.tableName,
      CITIZENS_TABLE: citizens.tableName,
      SEARCH_TABLE: search.tableName,
      SESSIONS_TABLE: sessions.tableName,
      CONFIGURATION_SET: mail.configurationSet,
      PUBLIC_URL: publicUrl,
    };
    const come = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'accounts/public.lambda.ts',
      env,
      memory: 1024,
      impact: 'People cannot sign in with a code or a passkey; FranceConnect and tracking codes still work.',
    });
    letOpenAccounts(come, data.tables, mail);
    sessions.allow(come, 'GetItem', 'PutItem', 'DeleteItem');
    const { askCode, enterByCode, askPasskey, enterByPasskey } = publicApi;
    api.route(come, askCode, enterByCode, askPasskey, enterByPasskey);

    const own = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'accounts/citizen.lambda.ts',
      env,
      memory: 1024,
      impact: 'People who signed in see an error instead of their space; tracking codes still work.',
    });
    letOpenAccounts(own, data.tables, mail);
    sessions.allow(own, 'GetItem', 'UpdateItem', 'DeleteItem');
    const { citizenMe, readAccount, writeAccount, askNewEmail, confirmNewEmail } = accountApi;
    api.route(own, citizenMe, readAccount, writeAccount, askNewEmail, confirmNewEmail);
    const { askPhoneCode, confirmPhone } = accountApi;
    api.route(own, askPhoneCode, confirmPhone);
    own.allow(
      ['sns:Publish'],
      ['*'],
      'A text message to a number is published to no topic: IAM knows no narrower resource.',
    );
    const { readSecurity, endOneSession, endAllSessions } = securityApi;
    const { startPasskey, addPasskey, renamePasskey, removePasskey } = securityApi;
    api.route(own, readSecurity, endOneSession, endAllSessions);
    api.route(own, startPasskey, addPasskey, renamePasskey, removePasskey);
  }
}
