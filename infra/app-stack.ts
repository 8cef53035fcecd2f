import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Agents } from './agents.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import { AppApi } from './constructs/api.ts';
import { Delivery } from './delivery.ts';
import { Documents } from './documents.ts';
import { Insights } from './insights.ts';
import { Instruction } from './instruction.ts';
import { Intake } from './intake.ts';
import { Knowledge } from './knowledge.ts';
import { Letters } from './letters.ts';
import { MailSending } from './mail.ts';
import { Outbox } from './outbox.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Procedures } from './procedures.ts';
import { Qualification } from './qualification.ts';
import { Requests } from './requests.ts';
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
    new Settings(this, 'Settings', { ...subject, collectivity });
    new Agents(this, 'Agents', subject);
    new Procedures(this, 'Procedures', subject);
    new Knowledge(this, 'Knowledge', subject);
    new Intake(this, 'Intake', subject);
    new Documents(this, 'Documents', subject);
    const { open } = new Requests(this, 'Requests', subject);
    new Qualification(this, 'Qualification', { ...subject, open });
    const delivery = new Delivery(this, 'Delivery', subject);
    new Instruction(this, 'Instruction', { ...subject, delivery });
    new Letters(this, 'Letters', subject);
    new Insights(this, 'Records', subject);
  }
}
