import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import { AppApi } from './constructs/api.ts';
import { Documents } from './documents.ts';
import { Insights } from './insights.ts';
import { Intake } from './intake.ts';
import { Knowledge } from './knowledge.ts';
import { MailSending } from './mail.ts';
import { Outbox } from './outbox.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Procedures } from './procedures.ts';
import { Settings } from './settings.ts';
import type { Data, SubjectProps } from './subject.ts';

type Props = StackProps & { readonly collectivity: Collectivity; readonly data: Data };

/** Everything that works for an authority and may be deployed again at any moment. */
export class AppStack extends Stack {
  readonly api: AppApi;

  constructor(scope: Construct, id: string, { collectivity, data, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const alarms = new Alarms(this, { email: authority.aws.alarmEmail, key: data.key });
    this.api = new AppApi(this, 'Api', {
      impact: 'Citizens and agents meet error pages: what they send may not be taken in.',
    });
    const subject: SubjectProps = {
      authority,
      data,
      api: this.api,
      alarms: alarms.topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
      mail: new MailSending(this, 'Mail', { authority }),
    };
    new Outbox(this, 'Outbox', subject);
    new Intake(this, 'Intake', subject);
    new Documents(this, 'Documents', subject);
    new Settings(this, 'Settings', { ...subject, collectivity });
    new Procedures(this, 'Procedures', subject);
    new Knowledge(this, 'Knowledge', subject);
    new Insights(this, 'Records', subject);
  }
}
