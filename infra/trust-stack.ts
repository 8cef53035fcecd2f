import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Activity } from './activity.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import type { AppApi } from './constructs/api.ts';
import type { MailSending } from './mail.ts';
import { Mandates } from './mandates.ts';
import { Operations } from './operations.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Privacy } from './privacy.ts';
import { Retention } from './retention.ts';
import type { Data, SubjectProps } from './subject.ts';

type Props = StackProps & {
  readonly collectivity: Collectivity;
  readonly data: Data;
  readonly api: AppApi;
  readonly mail: MailSending;
};

/** What an authority answers for: who acts for whom, what is known of a person and how it is forgotten, what is kept how long, what its IT watches. */
export class TrustStack extends Stack {
  constructor(scope: Construct, id: string, { collectivity, data, api, mail, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const subject: SubjectProps = {
      ...{ authority, data, api, mail },
      alarms: new Alarms(this, { email: authority.aws.alarmEmail, key: data.key }).topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
    };
    new Activity(this, 'Activity', subject);
    new Mandates(this, 'Mandates', subject);
    new Privacy(this, 'Privacy', subject);
    new Retention(this, 'Retention', subject);
    new Operations(this, 'Operations', subject);
  }
}
