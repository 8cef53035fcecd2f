import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Accounts } from './accounts.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import type { AppApi } from './constructs/api.ts';
import { Drafts } from './drafts.ts';
import { Follow } from './follow.ts';
import { Households } from './households.ts';
import type { MailSending } from './mail.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Safe } from './safe.ts';
import type { Data, SubjectProps } from './subject.ts';

type Props = StackProps & {
  readonly collectivity: Collectivity;
  readonly data: Data;
  readonly api: AppApi;
  readonly mail: MailSending;
};

/** The citizen's own side: account, household, drafts, safe, requests. Apart for the same reason as the Work stack. */
export class CitizenStack extends Stack {
  constructor(scope: Construct, id: string, { collectivity, data, api, mail, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const subject: SubjectProps = {
      ...{ authority, data, api, mail },
      alarms: new Alarms(this, { email: authority.aws.alarmEmail, key: data.key }).topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
    };
    new Accounts(this, 'Accounts', subject);
    new Households(this, 'Households', subject);
    new Drafts(this, 'Drafts', subject);
    new Safe(this, 'Safe', subject);
    new Follow(this, 'Follow', subject);
  }
}
