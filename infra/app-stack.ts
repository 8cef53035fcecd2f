import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Agents } from './agents.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import { AppApi } from './constructs/api.ts';
import { DeadLetterList } from './dead-letter-list.ts';
import { Insights } from './insights.ts';
import { Intake } from './intake.ts';
import { Knowledge } from './knowledge.ts';
import { MailSending } from './mail.ts';
import { Outbox } from './outbox.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Qualification } from './qualification.ts';
import { Requests } from './requests.ts';
import { Settings } from './settings.ts';
import type { Data, SubjectProps } from './subject.ts';

type Props = StackProps & { readonly collectivity: Collectivity; readonly data: Data };

/** What receives, reads and shows: the doors of the authority, and the request behind them. May be deployed again at any moment. */
export class AppStack extends Stack {
  readonly api: AppApi;
  readonly mail: MailSending;
  readonly deadLetters: DeadLetterList;

  constructor(scope: Construct, id: string, { collectivity, data, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const alarms = new Alarms(this, { email: authority.aws.alarmEmail, key: data.key });
    this.api = new AppApi(this, 'Api', {
      ...{ edgeKey: authority.aws.edgeKey, key: data.key },
      impact: 'Citizens and agents meet error pages: what they send may not be taken in.',
    });
    this.mail = new MailSending(this, 'Mail', { authority });
    const subject: SubjectProps = {
      authority,
      data,
      api: this.api,
      alarms: alarms.topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
      mail: this.mail,
    };
    new Outbox(this, 'Outbox', subject);
    new Settings(this, 'Settings', { ...subject, collectivity });
    new Agents(this, 'Agents', subject);
    new Knowledge(this, 'Knowledge', subject);
    new Intake(this, 'Intake', subject);
    const { open } = new Requests(this, 'Requests', subject);
    new Qualification(this, 'Qualification', { ...subject, open });
    new Insights(this, 'Records', subject);
    this.deadLetters = new DeadLetterList(this, 'DeadLetterList', subject);
  }
}
