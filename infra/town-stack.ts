import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Appointments } from './appointments.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import type { AppApi } from './constructs/api.ts';
import type { MailSending } from './mail.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Payments } from './payments.ts';
import { Reports } from './reports.ts';
import type { Data, SubjectProps } from './subject.ts';
import { Subscriptions } from './subscriptions.ts';

type Props = StackProps & {
  readonly collectivity: Collectivity;
  readonly data: Data;
  readonly api: AppApi;
  readonly mail: MailSending;
};

/** What the town offers beside requests: appointments, payments, reports, subscriptions. Apart since one stack holds 500 resources. */
export class TownStack extends Stack {
  constructor(scope: Construct, id: string, { collectivity, data, api, mail, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const subject: SubjectProps = {
      ...{ authority, data, api, mail },
      alarms: new Alarms(this, { email: authority.aws.alarmEmail, key: data.key }).topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
    };
    new Appointments(this, 'Appointments', subject);
    new Payments(this, 'Payments', subject);
    new Reports(this, 'Reports', subject);
    new Subscriptions(this, 'Subscriptions', subject);
  }
}
